import { type AuditQuery, type AuditTableQuery, exportAuditEntries, listAuditEntries, showAuditEntry, showAuditSeal } from '@sportello/contract';
import { saveBlob } from '../../papers/save-blob.ts';
import { askStaff, readAgain, staffCall } from '../../staff/staff-call.ts';

export function auditEntries(query: AuditQuery) {
  return askStaff(listAuditEntries, { querystring: query });
}

export function auditEntry(id: string) {
  return askStaff(showAuditEntry, { params: { entry_id: id } });
}

export const auditSeal = askStaff(showAuditSeal, {});

/** Every entry that the question finds, as a file. */
export async function saveEntries(query: AuditTableQuery, name: string): Promise<void> {
  saveBlob(await staffCall(exportAuditEntries, { querystring: query }), name);
  await readAgain(listAuditEntries); // the export is an entry itself
}
