import type { AttendanceState, Channel, DeskAppointmentItem } from '@sportello/contract';
import type { Moment } from '../today/group-board.ts';

/** What an official can do with one press, and how much it stands out. */
export interface Step {
  readonly to: AttendanceState;
  readonly look: 'main' | 'other' | 'back';
}

type Stage = Pick<DeskAppointmentItem, 'state' | 'channel' | 'starts_at' | 'arrived_at'>;

/** The next steps of an appointment, the likeliest first, and the way back from the last one. Nothing is begun before its day. */
export function stepsOf(item: Stage, moment: Moment): readonly Step[] {
  if (moment.which === 'future') return [];
  const back: Step = { to: item.arrived_at === null ? 'confirmed' : 'arrived', look: 'back' };
  switch (item.state) {
    case 'confirmed':
      return firstSteps(item, moment);
    case 'arrived':
      return [{ to: 'in_progress', look: 'main' }, item.starts_at === null ? { to: 'missed', look: 'other' } : { to: 'confirmed', look: 'back' }];
    case 'in_progress':
      return [{ to: 'served', look: 'main' }, back];
    case 'served':
      return [{ to: 'in_progress', look: 'back' }];
    case 'missed':
      return [back];
    default:
      return [];
  }
}

/** Whoever is met at the desk arrives first; by phone, by video and at home the official begins. */
function firstSteps({ channel, starts_at }: Stage, { now, which }: Moment): readonly Step[] {
  const hasBegun = starts_at !== null && Date.parse(starts_at) <= now;
  const missed: readonly Step[] = hasBegun ? [{ to: 'missed', look: 'other' }] : [];
  const arrives = which === 'today' && arrivesFirst(channel);
  return [{ to: arrives ? 'arrived' : 'in_progress', look: 'main' }, ...missed];
}

function arrivesFirst(channel: Channel): boolean {
  return channel === 'desk';
}
