import { type Member, listMemberCalendars, type RecordItem } from '@sportello/contract';
import { askStaff, readAgain } from '../../../staff/staff-call.ts';
import { type ItemOf, keepRecord, readRecordsAgain } from '../../records/queries.ts';

/** What is booked in the calendars of somebody from now on. */
export function bookedAhead(memberId: string) {
  return askStaff(listMemberCalendars, { params: { member_id: memberId } });
}

/** Those of somebody, the used ones first. */
export function theirs(calendars: readonly ItemOf<'calendar'>[], { id }: Pick<Member, 'id'>): ItemOf<'calendar'>[] {
  return calendars.filter(({ content }) => content.staff_id === id);
}

/** After a calendar was given, taken away or archived: what was read of it is read again. */
export async function calendarChanged(changed: RecordItem | null): Promise<void> {
  if (changed) keepRecord(changed);
  await Promise.all([readRecordsAgain(), readAgain(listMemberCalendars)]);
}
