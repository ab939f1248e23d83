import type { Minutes } from '@sportello/scheduling';
import { and, eq, gt, inArray, lt } from 'drizzle-orm';
import type { BookingRequest } from '../availability/request.ts';
import type { CalendarTimes } from '../calendars/calendar-store.ts';
import type { Database, Writer } from '../database/database.ts';
import type { Actor } from '../audit/record.ts';
import type { Timed } from './appointment.ts';
import { claimOf, freeClaims, takeClaims } from './claims.ts';
import { recordTransition } from './events.ts';
import { appointmentQueries, type Person } from './queries.ts';

interface OtherTime {
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly start: Minutes;
}

/** As it is once it has moved. It takes the length and the buffers that the service has today: the new time was offered by them. */
export function atOtherTime(present: Timed, { request: { rules }, placeId, start }: OtherTime, now: number): Timed {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = rules;
  return {
    ...present,
    durationMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    placeId,
    startsAt: start * 60_000,
    endsAt: (start + durationMinutes) * 60_000,
    byPhoneSince: null, // at the new time it is by video again
    sequence: present.sequence + 1,
    revision: present.revision + 1,
    changedAt: now,
  };
}

interface TimeChange {
  readonly present: Timed;
  readonly moved: Timed;
  readonly calendarIds: readonly string[];
  readonly times: CalendarTimes;
  /** How long what it leaves is kept from others. */
  readonly releaseDelayMinutes: number;
  readonly by: Actor;
  readonly now: number;
}

/**
 * What citizens and the desk share of a move, inside a write that has the calendars: the old time is left, the new one,
 * which may overlap it, is taken, what was proposed is over; with the event and the entry of the trail. Messages are left
 * to who calls, who gets whom they go to.
 */
export async function changeTime({ tables }: Pick<Database, 'tables'>, tx: Writer, change: TimeChange): Promise<Person | null> {
  const { present, moved, by, now } = change;
  await changeClaims(tx, tables, change);
  const { id, ...columns } = moved;
  await tx.update(tables.appointments).set(columns).where(eq(tables.appointments.id, id));
  const requester = await appointmentQueries(tables).requester(tx, id);
  await recordTransition(tx, tables, { before: present, after: moved, personId: requester?.id ?? null }, { kind: 'moved', by, at: now });
  return requester;
}

/** Leaves the old claims and takes the new ones. */
export async function changeClaims(tx: Writer, tables: Database['tables'], { moved, calendarIds, times, releaseDelayMinutes, now }: Omit<TimeChange, 'present' | 'by'>): Promise<void> {
  const { claims } = tables;
  const interval = claimOf(moved, moved);
  await freeClaims(tx, tables, { id: moved.id, releaseDelayMinutes }, now);
  const ownInTheWay = and(
    eq(claims.appointmentId, moved.id),
    inArray(claims.calendarId, [...calendarIds]),
    lt(claims.startsAt, interval.endsAt),
    gt(claims.endsAt, interval.startsAt),
  );
  await tx.delete(claims).where(ownInTheWay);
  await takeClaims(tx, tables, { calendarIds, times, interval, appointmentId: moved.id, heldUntil: null, now });
}
