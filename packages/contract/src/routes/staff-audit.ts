import * as Type from 'typebox';
import { route } from '../route.ts';
import { AuditEntry, AuditEntryDetail, AuditQuery, AuditSeal } from '../schemas/audit.ts';
import { Id, List } from '../schemas/common.ts';

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
