import type { AppointmentTableRequest, TableFormat } from '@sportello/contract';
import type { it } from '../../messages/appointment-table.it.ts';

export interface TableValues {
  /** Days, `2026-12-03`; empty while none is chosen. */
  readonly from: string;
  readonly to: string;
  readonly office_id: string;
  readonly service_id: string;
  readonly format: TableFormat;
  readonly withPeople: boolean;
  readonly reason: string;
}

const longestMilliseconds = 365 * 86_400_000;
const shortestReason = 3;

export function mistakesIn({ from, to, withPeople, reason }: TableValues, texts: (typeof it)['mistakes']): Record<string, string> {
  return { ...mistakeInDays(from, to, texts), ...(withPeople && reason.trim().length < shortestReason ? { reason: texts.reason } : {}) };
}

function mistakeInDays(from: string, to: string, texts: (typeof it)['mistakes']): Record<string, string> {
  if (!from || !to) return { ...(!from && { from: texts.day }), ...(!to && { to: texts.day }) };
  if (to < from) return { to: texts.order };
  return Date.parse(to) - Date.parse(from) > longestMilliseconds ? { to: texts.year } : {};
}

export function bodyOf({ from, to, office_id, service_id, format, withPeople, reason }: TableValues): AppointmentTableRequest {
  return { from, to, format, ...(office_id && { office_id }), ...(service_id && { service_id }), ...(withPeople && { with_people: { reason: reason.trim() } }) };
}
