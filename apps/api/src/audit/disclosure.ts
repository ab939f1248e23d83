import type { AuditEntry } from '@sportello/contract';
import type { Entry } from './chain.ts';
import { disclosing } from './queries.ts';
import type { WrittenValues } from './record.ts';

type Disclosure = Pick<AuditEntry, 'people' | 'purpose'>;
type Purpose = Disclosure['purpose'];

/**
 * Of an entry about what left the desk: of how many people, and what for. The number stands beside the entry where it is no single
 * person or appointment, and is not known any more once that was erased.
 */
export function disclosureOf({ action, objectKind, objectId }: Pick<Entry, 'action' | 'objectKind' | 'objectId'>, beside: { readonly written: string } | null): Disclosure {
  const isOpened = action === 'see' && objectKind === 'file';
  if (!disclosing.includes(action) && !isOpened) return { people: null, purpose: null };
  const isOfOne = (objectKind === 'person' || objectKind === 'appointment' || objectKind === 'file') && objectId !== null;
  return { people: isOfOne ? 1 : objectKind === 'union' ? 0 : countedIn(beside), purpose: isOpened ? 'desk-work' : purposeOf(action, objectKind) };
}

function countedIn(beside: { readonly written: string } | null): number | null {
  const values = beside ? (JSON.parse(beside.written) as WrittenValues) : []; // recordAudit writes nothing else
  const counted = values.find(([field]) => field === 'people')?.[2];
  return typeof counted === 'number' ? counted : null;
}

function purposeOf(action: Entry['action'], kind: Entry['objectKind']): Purpose {
  if (action === 'reveal') return 'contact';
  if (action === 'print') return kind === 'appointment' ? 'hand-over' : 'desk-work';
  if (kind === 'person') return 'asked-by-person';
  return kind === 'audit' ? 'control' : 'administration';
}
