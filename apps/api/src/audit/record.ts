import type { AuditAction, AuditObject } from '@sportello/contract';
import { createHash, randomBytes } from 'node:crypto';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Tables } from '../database/schema.ts';

/** Who does something, and from which address. */
export type Actor =
  | { readonly kind: 'staff'; readonly staffId: string; readonly sessionId: string | null; readonly address: string }
  | { readonly kind: 'citizen'; readonly address: string | null }
  | { readonly kind: 'system' };

type Value = string | number | boolean | null | readonly string[];
export type Values = Readonly<Record<string, Value | undefined>>;

/** Another system, with a key of the union. */
export type KeyActor = { readonly kind: 'key'; readonly keyId: string; readonly address: string };

/** One line of the trail. Of a change: the fields before and after; those that stayed the same are left out. */
export interface Recorded {
  readonly action: AuditAction;
  readonly object: { readonly kind: AuditObject; readonly id: string | null };
  /** Whose data the values are: erasing this person takes them away. */
  readonly personId?: string | null;
  readonly before?: Values;
  readonly after?: Values;
}

/** The values of an entry as they are written beside it: field, before, after. */
export type WrittenValues = readonly (readonly [field: string, before: Value, after: Value])[];

/**
 * Writes an entry of the trail inside the write that makes the change (or, for a look, in one of its own). The entry
 * keeps a digest of the values and their salt; the values lie beside it, so that they can be erased and the trail stays
 * whole. Secrets never belong into the values: name the field, and leave its value out by `null` before and after.
 */
export async function recordAudit(tx: Writer, { auditEntries, auditValues }: Tables, actor: Actor | KeyActor, recorded: Recorded, now: number): Promise<void> {
  const changes = changesOf(recorded);
  const beside: Beside = {
    salt: randomBytes(16).toString('base64url'),
    personId: recorded.personId ?? null,
    address: actor.kind === 'system' ? null : actor.address,
    written: JSON.stringify(changes),
  };
  const entryId = newId();
  await preparedInsert(tx, auditEntries, {
    id: entryId,
    at: now,
    actor: actor.kind,
    staffId: actor.kind === 'staff' ? actor.staffId : null,
    sessionId: actor.kind === 'staff' ? actor.sessionId : actor.kind === 'key' ? actor.keyId : null,
    action: recorded.action,
    objectKind: recorded.object.kind,
    objectId: recorded.object.id,
    fields: changes.map(([field]) => field),
    digest: digestOf(beside),
  });
  await preparedInsert(tx, auditValues, { entryId, ...beside, at: now });
}

/** What lies beside an entry, and may be erased without it. */
export type Beside = Pick<Tables['auditValues']['$inferSelect'], 'salt' | 'personId' | 'address' | 'written'>;

/** What an entry keeps of what lies beside it: SHA-256 of the salt, whose data it is, from where, and the values; base64url. */
export function digestOf({ salt, personId, address, written }: Beside): string {
  return createHash('sha256').update(JSON.stringify([salt, personId, address, written])).digest('base64url');
}

function changesOf({ before = {}, after = {} }: Recorded): WrittenValues {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => [name, before[name] ?? null, after[name] ?? null] as const)
    .filter(([name, old, young]) => JSON.stringify(old) !== JSON.stringify(young) || (name in before && before[name] === null && young === null));
}
