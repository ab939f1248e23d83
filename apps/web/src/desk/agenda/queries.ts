import { type Agenda, showAgenda } from '@sportello/contract';
import { askStaff } from '../../staff/staff-call.ts';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { followAgenda } from './follow-agenda.ts';

keepCurrent(showAgenda, followAgenda);

interface Wish {
  readonly from: string;
  readonly to: string;
  /** Null: all within reach. */
  readonly calendarIds: readonly string[] | null;
}

/** Days of calendars. Each load is an entry of the trail, so the answer is kept, and follows what happens. */
export function agendaOf({ from, to, calendarIds }: Wish) {
  return askStaff(showAgenda, { querystring: { from, to, ...(calendarIds && { calendar_ids: [...calendarIds].sort().join(',') }) } });
}

export type Calendars = Agenda['calendars'];
