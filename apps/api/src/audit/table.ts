import { type AuditEntry, auditWords, type Language } from '@sportello/contract';
import type { Table } from '../tables/table.ts';
import { tableWords } from './words.ts';

/** Entries of the trail as a table that spreadsheets open: what the page shows, with the ids. */
export function tableOfTrail(name: string, entries: readonly AuditEntry[], language: Language): Table {
  const { columns, unknown } = tableWords[language];
  const { actors, actions, objects, purposes } = auditWords[language];
  const nobodyKnown = ({ action }: AuditEntry) => (action === 'sign-in-refused' ? unknown : null);
  return {
    name,
    columns,
    lines: entries.map((entry) => [
      entry.at.slice(0, 19).replace('T', ' '),
      entry.staff_name ?? entry.key_name ?? nobodyKnown(entry) ?? actors[entry.actor],
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
  };
}
