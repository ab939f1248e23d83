import * as Type from 'typebox';
import { route } from '../route.ts';
import { AuditEntry, AuditEntryDetail, AuditQuery, AuditSeal, AuditTableQuery } from '../schemas/audit.ts';
import { Id, List } from '../schemas/common.ts';
import { TableFile } from '../schemas/tables.ts';

const tag = 'staff';
const access = 'staff';
const permission = 'audit.read';

export const listAuditEntries = route({
  method: 'GET',
  url: '/staff/audit-entries',
  operationId: 'list_audit_entries',
  summary: 'The trail',
  description: 'Who saw or changed what, the latest first. The search itself is recorded.',
  tag,
  access,
  permission,
  querystring: AuditQuery,
  success: { 200: List(AuditEntry, 'Entries of the trail') },
  problems: [],
});

export const exportAuditEntries = route({
  method: 'GET',
  url: '/staff/audit-entries.csv',
  operationId: 'show_audit_entries_table',
  summary: 'The same as a table',
  description: 'Every entry that the same question finds, 10,000 at most; for more it is `validation` on `from`. The export is recorded.',
  tag,
  access,
  permission,
  querystring: AuditTableQuery,
  success: { 200: TableFile },
  file: true,
  problems: [],
});

export const showAuditEntry = route({
  method: 'GET',
  url: '/staff/audit-entries/:entry_id',
  operationId: 'show_audit_entry',
  summary: 'One entry of the trail',
  description: 'With the values before and after, as far as they were not erased. The look itself is recorded.',
  tag,
  access,
  permission,
  params: Type.Object({ entry_id: Id }, { additionalProperties: false }),
  success: { 200: AuditEntryDetail },
  problems: ['not-found'],
});

export const showAuditSeal = route({
  method: 'GET',
  url: '/staff/audit-seal',
  operationId: 'show_audit_seal',
  summary: 'The newest seal of the trail',
  description: 'Written down somewhere else, it shows later whether anything before it was changed.',
  tag,
  access,
  permission,
  success: { 200: AuditSeal },
  problems: [],
});
