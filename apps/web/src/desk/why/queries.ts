import { explainStart } from '@sportello/contract';
import { askStaff } from '../../staff/staff-call.ts';
import { type DeskWish, slotsWish } from '../book/desk-choice.ts';

export function whyOf(wish: DeskWish, startsAt: string) {
  const { service_id, channel, municipality_id, place_id } = slotsWish({ ...wish, calendarId: undefined });
  return askStaff(explainStart, { querystring: { service_id, channel, municipality_id, ...(place_id && { place_id }), starts_at: startsAt } });
}
