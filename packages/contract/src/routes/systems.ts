import * as Type from 'typebox';
import { route } from '../route.ts';
import { List } from '../schemas/common.ts';
import { Statistics, StatisticsQuery } from '../schemas/statistics.ts';
import { SystemAppointment, SystemAppointmentParams, SystemAppointmentQuery, SystemPeople } from '../schemas/systems.ts';
import type { UnionDocument } from '../schemas/union-document.ts';

// What other systems of the union read with a key of theirs.
const tag = 'systems';
const access = 'key';
const table = Type.String({ maxLength: 5_000_000, description: 'text/csv: UTF-8 with a byte order mark, cells apart by semicolons, decimals with a comma' });

/** Not said field by field: it is the document that administrators export and import, and would be most of the description of this API. */
const AnyUnionDocument = Type.Unsafe<UnionDocument>({ type: 'object', additionalProperties: true, description: 'The document that administrators export: `format`, `version`, `written_at` and `records`, each with its kind' });

export const listSystemAppointments = route({
  method: 'GET', url: '/systems/appointments', operationId: 'list_system_appointments',
  summary: 'Appointments of some days', description: 'By start, about nobody. Whoever waits without a time is told of by webhooks and read by id.',
  tag, access, keyScope: 'appointments:read', querystring: SystemAppointmentQuery, success: { 200: List(SystemAppointment, 'Appointments by start') }, problems: [],
});

export const showSystemAppointment = route({
  method: 'GET', url: '/systems/appointments/:appointment_id', operationId: 'show_system_appointment',
  summary: 'One appointment', description: 'As it is now, about nobody.',
  tag, access, keyScope: 'appointments:read', params: SystemAppointmentParams, success: { 200: SystemAppointment }, problems: ['not-found'],
});

export const showSystemPeople = route({
  method: 'GET', url: '/systems/appointments/:appointment_id/people', operationId: 'show_system_people',
  summary: 'Who comes to an appointment', description: 'Contacts and tax codes in full; each look stands in the trail under the name of the key.',
  tag, access, keyScope: 'people:read', params: SystemAppointmentParams, success: { 200: SystemPeople }, problems: ['not-found'],
});

export const showSystemStatistics = route({
  method: 'GET', url: '/systems/statistics', operationId: 'show_system_statistics',
  summary: 'How the desk is doing', description: 'Counted from what happened; each figure with that of as many days right before.',
  tag, access, keyScope: 'statistics:read', querystring: StatisticsQuery, success: { 200: Statistics }, problems: [],
});

export const exportSystemStatistics = route({
  method: 'GET', url: '/systems/statistics.csv', operationId: 'show_system_statistics_table',
  summary: 'The same as a table', description: 'Exactly what the same question shows: a line for each group and period, the total first.',
  tag, access, keyScope: 'statistics:read', querystring: StatisticsQuery, success: { 200: table }, problems: [],
});

export const showSystemUnionDocument = route({
  method: 'GET', url: '/systems/union-document', operationId: 'show_system_union_document',
  summary: 'All that the union decided', description: 'One JSON document without people, appointments or secrets; one entry of the trail for each.',
  tag, access, keyScope: 'union:read', success: { 200: AnyUnionDocument }, problems: [],
});
