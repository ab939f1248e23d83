import type { CancellationNotice } from '@sportello/contract';
import type { EventKind, Tables } from '../database/schema.ts';
import type { By, Fact, Matter } from './fact.ts';

/** The part of an event that statistics read. */
export type Happening = Pick<
  Readonly<Tables['events']['$inferSelect']>,
  'at' | 'kind' | 'actor' | 'newStartsAt' | 'plannedMinutes' | 'appointmentId' | keyof Matter
>;

/** The kinds of events that make or unmake a fact; the others (holds, notes, calls) change no figure. */
export const tellingKinds = [
  'confirmed', 'requested', 'refused', 'moved', 'reassigned', 'cancelled', 'restored', 'walked-in', 'arrived', 'started', 'served', 'missed', 'taken-back', 'room-changed',
] as const satisfies readonly EventKind[];

/** Where one meeting stands: a move begins another one. */
interface Meeting {
  readonly state: 'expected' | 'arrived' | 'in-progress' | 'served' | 'missed';
  /** They had no time: the one that the log names is when somebody began. */
  readonly isWalkIn: boolean;
  readonly arrivedAt: number | null;
  readonly startedAt: number | null;
  /** When the citizen came to the room, and when they were let in. */
  readonly inRoomAt: number | null;
  readonly letInAt: number | null;
}

const nobodyYet: Meeting = { state: 'expected', isWalkIn: false, arrivedAt: null, startedAt: null, inRoomAt: null, letInAt: null };

/**
 * What counts of one appointment. `events`: all of its telling events, in the order in which they happened. What was taken back, or undone
 * with the change of hours that caused it, leaves no fact. Pure.
 */
export function factsOf(events: readonly Happening[]): Fact[] {
  const facts: Fact[] = [];
  let meeting = nobodyYet;
  /** Made by the last change of time, place or state that a `restored` takes back. */
  let lastChange: Fact | null = null;
  /** Made by where the meeting stands now. */
  let ending: Fact | null = null;

  const keep = (fact: Fact) => {
    facts.push(fact);
    return fact;
  };
  const drop = (fact: Fact | null) => {
    if (fact) facts.splice(facts.lastIndexOf(fact), 1);
  };

  for (const event of events) {
    const { at, kind, newStartsAt } = event;
    const about = matterOf(event);
    switch (kind) {
      case 'confirmed':
      case 'requested':
        keep({ ...about, kind: 'booked', at, by: byOf(event) });
        break;
      case 'walked-in':
        keep({ ...about, kind: 'walked-in', at });
        meeting = { ...nobodyYet, state: 'arrived', isWalkIn: true, arrivedAt: at };
        break;
      case 'refused':
        keep({ ...about, kind: 'refused', at });
        break;
      case 'moved':
        lastChange = keep({ ...about, kind: 'moved', at, by: byOf(event) });
        [meeting, ending] = [nobodyYet, null];
        break;
      case 'reassigned':
        lastChange = null;
        break;
      case 'cancelled':
        lastChange = keep({ ...about, kind: 'cancelled', at, by: byOf(event), notice: noticeOf(newStartsAt, at) });
        break;
      case 'restored':
        drop(lastChange);
        lastChange = null;
        break;
      case 'arrived':
        meeting = { ...meeting, state: 'arrived', arrivedAt: at };
        break;
      case 'started':
        meeting = { ...meeting, state: 'in-progress', startedAt: at };
        break;
      case 'served':
        ending = keep({ ...about, kind: 'served', at: newStartsAt ?? at, ...measured(meeting, event) });
        meeting = { ...meeting, state: 'served' };
        break;
      case 'missed':
        ending = keep({ ...about, kind: 'missed', at: newStartsAt ?? at });
        meeting = { ...meeting, state: 'missed' };
        break;
      case 'taken-back':
        drop(ending);
        ending = null;
        meeting = takenBack(meeting);
        break;
      case 'room-changed':
        meeting = inRoom(meeting, event);
        break;
      default:
        break;
    }
  }
  return facts;
}

function matterOf({ serviceId, channel, officeId, municipalityId }: Happening): Matter {
  return { serviceId, channel, officeId, municipalityId };
}

function byOf({ actor }: Happening): By {
  return actor === 'citizen' ? 'citizen' : 'desk';
}

/** One step back, as appointments/states.ts takes it. */
function takenBack(meeting: Meeting): Meeting {
  if (meeting.state === 'served') return { ...meeting, state: 'in-progress' };
  if (meeting.state === 'arrived' || meeting.arrivedAt === null) return { ...meeting, state: 'expected', arrivedAt: null, startedAt: null };
  return { ...meeting, state: 'arrived', startedAt: null };
}

/** The event says only that somebody's place changed: whose step it was tells which. */
function inRoom(meeting: Meeting, { actor, at }: Happening): Meeting {
  if (meeting.letInAt !== null) return meeting;
  if (actor === 'citizen') return { ...meeting, inRoomAt: meeting.inRoomAt ?? at };
  if (meeting.inRoomAt === null) return meeting;
  if (actor === 'staff') return { ...meeting, letInAt: at };
  return { ...meeting, inRoomAt: null }; // they left before anybody let them in
}

const minute = 60_000;

function measured({ isWalkIn, arrivedAt, startedAt, inRoomAt, letInAt }: Meeting, { at, newStartsAt, plannedMinutes }: Happening) {
  const came = earliest(arrivedAt, inRoomAt);
  const began = earliest(startedAt, letInAt);
  const agreed = isWalkIn ? null : newStartsAt;
  // Nobody waits for being early.
  const waitedMinutes = came === null || began === null ? null : Math.max(0, began - Math.max(came, agreed ?? came)) / minute;
  return { waitedMinutes, lastedMinutes: startedAt === null ? null : (at - startedAt) / minute, plannedMinutes };
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

const hours = 60 * minute;

function noticeOf(startsAt: number | null, at: number): CancellationNotice {
  const left = startsAt === null ? 0 : startsAt - at;
  if (left <= 0) return 'after_start';
  if (left < 4 * hours) return 'under_4_hours';
  if (left < 24 * hours) return 'under_1_day';
  if (left < 72 * hours) return 'under_3_days';
  return left < 168 * hours ? 'under_7_days' : 'from_7_days';
}
