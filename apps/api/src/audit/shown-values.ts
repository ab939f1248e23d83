import type { AuditEntryDetail } from '@sportello/contract';
import { erasureOf } from '../database/erasure.ts';
import type { Tables } from '../database/schema.ts';
import { initials, maskAddress, maskEmail, maskPhone, maskTaxCode } from '../people/mask.ts';
import type { WrittenValues } from './record.ts';

type Shown = NonNullable<AuditEntryDetail['values']>[number];
type Value = WrittenValues[number][1];

const hidden = '***';

/** The values of an entry as they are shown: whole, or with all masked that speaks of somebody. */
export function shownValues(tables: Tables, written: string, { isMasked }: { isMasked: boolean }): Shown[] {
  const values = JSON.parse(written) as WrittenValues; // recordAudit writes nothing else
  return values.map(([field, before, after]) => {
    const show = isMasked ? (value: Value) => masked(tables, field, value) : asText;
    return { field, before: before === null ? null : show(before), after: after === null ? null : show(after) };
  });
}

const masks: Readonly<Record<string, (text: string) => string>> = {
  email: maskEmail,
  phone: maskPhone,
  taxCode: maskTaxCode,
  address: maskAddress,
  givenName: initials,
  familyName: initials,
  companyName: initials,
};

/** Not columns, and nobody's data. */
const plainBesideColumns = ['scope', 'allOffices', 'officeIds', 'municipalityIds', 'proofs', 'ended', 'resealed', 'unopened', 'key',
  'videoProvider', 'clientId', 'appId', 'audience', 'algorithm', 'keyId', 'hash', 'authenticationHost', 'apiHost'];

/** A text is shown only where the schema declares every column of that name plain: what is new is masked until it says otherwise. */
function masked(tables: Tables, field: string, value: Value): string {
  const name = field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const mask = masks[name];
  if (mask && typeof value === 'string') return mask(value);
  const declared = Object.values(tables).flatMap((table) => erasureOf(table).get(name) ?? []);
  const isPlain = declared.length > 0 ? declared.every((erasure) => erasure === 'plain') : plainBesideColumns.includes(name);
  return isPlain || typeof value === 'number' || typeof value === 'boolean' ? asText(value) : hidden;
}

function asText(value: Value): string {
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : String(value);
}
