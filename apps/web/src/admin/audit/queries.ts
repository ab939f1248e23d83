import { type AuditQuery, listAuditEntries, showAuditEntry, showAuditSeal } from '@sportello/contract';
import { askStaff } from '../../staff/staff-call.ts';

export function auditEntries(query: AuditQuery) {
  return askStaff(listAuditEntries, { querystring: query });
}

export function auditEntry(id: string) {
  return askStaff(showAuditEntry, { params: { entry_id: id } });
}

export const auditSeal = askStaff(showAuditSeal, {});
