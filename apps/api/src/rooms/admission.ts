import type { AppointmentState, Channel } from '@sportello/contract';

/** When the room of a video appointment can be entered: minutes before its start, unless the union chose others, and after its end. */
export const opensMinutesBefore = 15;
export const closesMinutesAfter = 30;

export interface RoomTimes {
  /** Epoch milliseconds. */
  readonly opensAt: number;
  readonly closesAt: number;
}

/** The room of a meeting by video opens a little before it begins and stays open a little after, for those who are late. */
export function roomTimes({ startsAt, endsAt }: { startsAt: number; endsAt: number }, opensMinutes = opensMinutesBefore): RoomTimes {
  return { opensAt: startsAt - opensMinutes * 60_000, closesAt: endsAt + closesMinutesAfter * 60_000 };
}

export interface RoomAppointment {
  readonly state: AppointmentState;
  readonly channel: Channel;
  /** Epoch milliseconds, the end not included. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export type Admission =
  | { readonly may: 'enter' }
  | { readonly may: 'wait'; readonly opensAt: number }
  | { readonly may: 'not'; readonly why: 'not-video' | 'not-confirmed' | 'cancelled' | 'refused' | 'over' | 'closed' };

/**
 * Whether this person may enter the room of the appointment now. The citizen waits until it opens; the official, who gets
 * ready, does not. Who was marked as missed but comes while the room is open is let in. Pure; times in epoch milliseconds.
 */
export function admission(appointment: RoomAppointment, person: 'citizen' | 'staff', now: number, opensMinutes = opensMinutesBefore): Admission {
  const refusal = appointment.channel === 'video' ? refusalIn(appointment.state) : 'not-video';
  if (refusal) return { may: 'not', why: refusal };
  const { opensAt, closesAt } = roomTimes(appointment, opensMinutes);
  if (now >= closesAt) return { may: 'not', why: 'closed' };
  if (now < opensAt && person === 'citizen') return { may: 'wait', opensAt };
  return { may: 'enter' };
}

/** Why nobody meets in this state; null where they may. */
function refusalIn(state: AppointmentState): Extract<Admission, { may: 'not' }>['why'] | null {
  switch (state) {
    case 'confirmed':
    case 'arrived':
    case 'in_progress':
    case 'missed':
      return null;
    case 'held':
    case 'pending':
    case 'expired':
      return 'not-confirmed';
    case 'cancelled':
    case 'refused':
      return state;
    case 'served':
      return 'over';
    default:
      return state satisfies never;
  }
}
