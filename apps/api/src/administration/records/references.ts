import type { RecordKind } from '@sportello/contract';
import type { FieldProblem, Said } from '../../http/problems.ts';
import type { Reference } from './kind.ts';

const missing: Said = { it: 'Non esiste più: scegli di nuovo.', en: 'It does not exist any more: choose again.' };
const taken: Said = { it: 'Questo indirizzo è già di un altro: cambialo.', en: 'Another one has this address already: change it.' };
const reversed: Said = { it: 'L’ultimo giorno viene prima del primo.', en: 'The last day comes before the first.' };
const overlapping: Said = { it: 'I periodi si sovrappongono.', en: 'The periods overlap.' };

/** What one field names; nothing where it says nothing. */
export function naming(kind: RecordKind, id: string | undefined, field: string): Reference[] {
  return id === undefined ? [] : [{ kind, id, field }];
}

/** What the elements of a list name. */
export function namingEach(kind: RecordKind, ids: readonly string[], field: string): Reference[] {
  return ids.map((id, index) => ({ kind, id, field: `${field}/${index}` }));
}

/** A line for each reference to what is not there. */
export function missingOf(references: readonly Reference[], isThere: (kind: RecordKind, id: string) => boolean): FieldProblem[] {
  return references.filter(({ kind, id }) => !isThere(kind, id)).map(({ field }) => ({ field, detail: missing }));
}

/** A line where another one of the kind has the same part of an address. */
export function ownSlug(rows: readonly { readonly id: string; readonly slug: string }[], { id, slug }: { readonly id: string; readonly slug: string }): FieldProblem[] {
  return rows.some((row) => row.slug === slug && row.id !== id) ? [{ field: '/slug', detail: taken }] : [];
}

export interface Period {
  readonly first_day: string;
  readonly last_day?: string | undefined;
}

export function inOrder({ first_day, last_day }: Period, field: string): FieldProblem[] {
  return last_day !== undefined && last_day < first_day ? [{ field: `${field}/last_day`, detail: reversed }] : [];
}

/** Periods of one thing do not meet. */
export function apart(periods: readonly Period[], fieldOf: (index: number) => string): FieldProblem[] {
  const meets = (one: Period, other: Period) => one.first_day <= (other.last_day ?? '9999-12-31') && other.first_day <= (one.last_day ?? '9999-12-31');
  return periods.flatMap((period, index) => (periods.slice(0, index).some((other) => meets(other, period)) ? [{ field: `${fieldOf(index)}/first_day`, detail: overlapping }] : []));
}
