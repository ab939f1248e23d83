import { and, eq, inArray, sql } from 'drizzle-orm';
import { localDay } from '@sportello/scheduling';
import type { Database, Writer } from '../database/database.ts';
import { preparedOn } from '../database/prepared.ts';
import type { ChannelRules } from '../directory/directory.ts';

export interface Booking {
  readonly personKey: string;
  readonly appointmentId: string;
  readonly serviceId: string;
  readonly startsAt: number;
}

export interface When {
  readonly now: number;
  readonly timeZone: string;
}

export type Limits = ReturnType<typeof bookingLimits>;

/** How many appointments a person may have; a person is a key (a digest of the e-mail, else of the phone). */
export function bookingLimits({ appointments, personKeys }: Database['tables']) {
  const touch = preparedOn((tx: Writer) =>
    tx
      .insert(personKeys)
      .values({ key: sql.placeholder('key'), revision: 1 })
      .onConflictDoUpdate({ target: personKeys.key, set: { revision: sql`${personKeys.revision} + 1` } })
      .prepare('touch_person'),
  );
  const booked = preparedOn((tx: Writer) =>
    tx
      .select({ id: appointments.id, serviceId: appointments.serviceId, startsAt: appointments.startsAt })
      .from(appointments)
      .where(and(eq(appointments.personKey, sql.placeholder('key')), inArray(appointments.state, ['pending', 'confirmed'])))
      .prepare('booked_by_person'),
  );

  return {
    /**
     * Whether one more booking would pass what the service allows: future appointments in all, and of it on one day.
     * The person's row is touched first, so that two bookings of one person wait for each other.
     */
    async isOver(tx: Writer, booking: Booking, { limitFuture, limitPerDay }: Pick<ChannelRules, 'limitFuture' | 'limitPerDay'>, { now, timeZone }: When): Promise<boolean> {
      await touch(tx).execute({ key: booking.personKey });
      const others = (await booked(tx).execute({ key: booking.personKey })).filter(({ id }) => id !== booking.appointmentId);
      const future = others.filter(({ startsAt }) => startsAt !== null && startsAt > now);
      if (future.length >= limitFuture) return true;
      const dayOf = (instant: number) => localDay(timeZone, Math.floor(instant / 60_000));
      const thatDay = others.filter(({ serviceId, startsAt }) => serviceId === booking.serviceId && startsAt !== null && dayOf(startsAt) === dayOf(booking.startsAt));
      return thatDay.length >= limitPerDay;
    },
  };
}
