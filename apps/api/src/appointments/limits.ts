import { and, count, eq, gt, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { addDays, localDay, startOfDay } from '@sportello/scheduling';
import type { Database, Writer } from '../database/database.ts';
import type { ChannelRules } from '../directory/directory.ts';

/** Touches the row of a person key, so that two bookings of one person wait for each other. */
export async function touchPerson(tx: Writer, { personKeys }: Database['tables'], key: string): Promise<void> {
  await tx
    .insert(personKeys)
    .values({ key, revision: 1 })
    .onConflictDoUpdate({ target: personKeys.key, set: { revision: sql`${personKeys.revision} + 1` } });
}

interface Booking {
  readonly personKey: string;
  readonly appointmentId: string;
  readonly serviceId: string;
  readonly startsAt: number;
}

/** Whether one more booking would pass what the service allows a person: future appointments in all, and of it on one day. */
export async function isOverLimit(tx: Writer, { appointments }: Database['tables'], booking: Booking, rules: Pick<ChannelRules, 'limitFuture' | 'limitPerDay'>, { now, timeZone }: { now: number; timeZone: string }): Promise<boolean> {
  const others = and(
    eq(appointments.personKey, booking.personKey),
    inArray(appointments.state, ['pending', 'confirmed']),
    ne(appointments.id, booking.appointmentId),
  );
  const [future] = await tx.select({ count: count() }).from(appointments).where(and(others, gt(appointments.startsAt, now)));
  if ((future?.count ?? 0) >= rules.limitFuture) return true;
  const day = localDay(timeZone, Math.floor(booking.startsAt / 60_000));
  const from = startOfDay(timeZone, day) * 60_000;
  const to = startOfDay(timeZone, addDays(day, 1)) * 60_000;
  const thatDay = and(others, eq(appointments.serviceId, booking.serviceId), gte(appointments.startsAt, from), lt(appointments.startsAt, to));
  const [same] = await tx.select({ count: count() }).from(appointments).where(thatDay);
  return (same?.count ?? 0) >= rules.limitPerDay;
}
