import type { AuditEntry, Language } from '@sportello/contract';
import { csvOf } from '../statistics/csv.ts';
import { auditWords } from './words.ts';

/** Entries of the trail as a table that spreadsheets open: what the page shows, with the ids. */
export function tableOfTrail(entries: readonly AuditEntry[], language: Language): string {
  const { columns, actors, actions, objects, purposes } = auditWords[language];
  const nobodyKnown = ({ action }: AuditEntry) => (action === 'sign-in-refused' ? actors.unknown : null);
  return csvOf([
    columns,
    ...entries.map((entry) => [
      entry.at.slice(0, 19).replace('T', ' '),
      entry.staff_name ?? nobodyKnown(entry) ?? actors[entry.actor],
      actions[entry.action],
      objects[entry.object_kind],
      entry.people,
      entry.purpose === null ? null : purposes[entry.purpose],
      entry.fields.join(', '),
      entry.network,
      entry.object_id,
      entry.staff_id,
      entry.seal,
      entry.id,
    ]),
  ]);
}
