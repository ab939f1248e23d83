import type { RoomRefusal, RoomRole } from '@sportello/contract';
import type { Timed } from '../appointments/appointment.ts';
import type { Tables } from '../database/schema.ts';
import { admission, type RoomAppointment } from './admission.ts';

/** The room of one time of an appointment. */
export type Room = Readonly<Tables['rooms']['$inferSelect']>;
/** Somebody who came to it, with what they came with. */
export type RoomPersonRow = Readonly<Tables['roomPeople']['$inferSelect']>;
export type Guest = Readonly<Tables['roomGuests']['$inferSelect']>;

/** Those who receive: they are in at once, and let the others in. */
export function isOfDesk(role: RoomRole): boolean {
  return role === 'official' || role === 'colleague';
}

/** Why a room cannot be entered, or not any more. `moved`: the appointment has another time now, and with it another room. */
export type RoomClosed = RoomRefusal | 'moved';

interface Asked {
  /** Of the room that somebody is in, or has a token for; null: the appointment's own of now. */
  readonly room: Pick<Room, 'sequence' | 'closedAt'> | null;
  readonly role: RoomRole;
  readonly now: number;
  readonly opensMinutes: number;
}

/**
 * Why this person may not be in the room now; null: they may. The desk enters before it opens, and stays when the meeting
 * is over, to write down how it went. Pure; `now` in epoch milliseconds.
 */
export function refusalOf(appointment: RoomAppointment & Pick<Timed, 'sequence'>, { room, role, now, opensMinutes }: Asked): RoomClosed | null {
  const said = admission(appointment, isOfDesk(role) ? 'staff' : 'citizen', now, opensMinutes);
  const why = said.may === 'enter' ? null : said.may === 'wait' ? 'early' : said.why;
  if (why === 'cancelled' || why === 'refused') return why;
  if (room && room.sequence !== appointment.sequence) return 'moved';
  if (room && room.closedAt !== null) return 'closed';
  if (why === 'over' && isOfDesk(role)) return admission({ ...appointment, state: 'in_progress' }, 'staff', now, opensMinutes).may === 'not' ? 'closed' : null;
  return why;
}
