import { addDays, dayOfWeek, startOfDay } from '@sportello/scheduling';
import { and, eq, gte, lt } from 'drizzle-orm';
import type { BookingDeps } from '../../appointments/deps.ts';
import type { Official } from '../../appointments/hold-for-desk.ts';
import { calendarStore } from '../../calendars/calendar-store.ts';
import type { Database } from '../../database/database.ts';
import { directoryStore } from '../../directory/store.ts';
import { tidyUp } from '../../housekeeping.ts';
import type { Secrets } from '../../secrets.ts';
import { sampleOffer } from '../../statistics/sample-offer.ts';
import { addCalendars } from './more-calendars.ts';
import { type Chance, chanceOf } from './chance.ts';
import { deskLife } from './desk-life.ts';
import { type ToDo, toDo } from './to-do.ts';

export interface Simulation {
  readonly seed: number;
  /** The first day, and how many. */
  readonly from: string;
  readonly days: number;
  /** How many bookings are tried. */
  readonly appointments: number;
  /** After each simulated day. */
  readonly onDay?: (day: string, booked: number) => void;
}

export interface Simulated {
  readonly booked: number;
  /** Times at which somebody found nothing free. */
  readonly gaveUp: number;
}

/** So many appointments an official takes a working day, with room for who moves and cancels. */
const perCalendarAndDay = 9;

/**
 * Lives through some days of the desk, on a demo installation alone (throws elsewhere), as fast as the database goes: the same verbs as in
 * life, at a time that goes from deed to deed. The same seed on the same installation gives the same figures. Messages that it causes are not sent.
 */
export async function simulate({ database, secrets }: { readonly database: Database; readonly secrets: Secrets }, { seed, from, days, appointments, onDay }: Simulation): Promise<Simulated> {
  const at = (day: string, timeZone: string) => startOfDay(timeZone, day) * 60_000;
  const { union, isDemo } = await directoryStore(database, { now: () => Date.parse(from) }).current();
  if (!isDemo) throw new Error('Only a demo installation can be simulated: this one is real.');

  const chance = chanceOf(seed);
  const span = { from: at(from, union.timeZone), until: at(addDays(from, days), union.timeZone) };
  const list = toDo(span);
  const { clock } = list;
  const directory = directoryStore(database, clock);
  const deps: BookingDeps = { database, calendars: calendarStore({ database, clock }), directory, clock, secrets };
  const known = await directory.current();
  const workingDays = dayList(from, days).filter((day) => dayOfWeek(day) <= 5).length;
  await addCalendars(database, known, Math.ceil(appointments / Math.max(1, workingDays) / perCalendarAndDay / Math.max(1, known.offices.size)), addDays(from, -1));

  const done = { booked: 0, gaveUp: 0 };
  const life = deskLife({ deps, chance, list, by: await someOfficial(database) });
  for (const day of dayList(from, days)) {
    list.plan(at(day, union.timeZone) + 5 * 60_000, async () => void (await sampleOffer(deps)));
    list.plan(at(addDays(day, 1), union.timeZone) - 2 * 60_000, async () => {
      await tidyUp(deps);
      onDay?.(day, done.booked);
    });
  }
  planBookings({ list, chance, days: dayList(from, days), dayStart: (day) => at(day, union.timeZone), appointments }, async () => {
    done[(await life.book()) ? 'booked' : 'gaveUp'] += 1;
  });
  await list.run();
  await sendNothing(database, span);
  return done;
}

function dayList(from: string, days: number): string[] {
  return Array.from({ length: days }, (_, index) => addDays(from, index));
}

interface Bookings {
  readonly list: ToDo;
  readonly chance: Chance;
  readonly days: readonly string[];
  /** Epoch milliseconds. */
  readonly dayStart: (day: string) => number;
  readonly appointments: number;
}

/** Most people book on working days, between eight and seven. */
function planBookings({ list, chance, days, dayStart, appointments }: Bookings, book: () => Promise<void>): void {
  const often = days.flatMap((day) => (dayOfWeek(day) <= 5 ? [day, day, day, day, day] : [day]));
  for (let index = 0; index < appointments; index += 1) {
    const minutes = 8 * 60 + chance.below(11 * 60);
    list.plan(dayStart(chance.pick(often)) + minutes * 60_000, book);
  }
}

async function someOfficial({ read, tables: { staff } }: Database): Promise<Official> {
  const [member] = await read.select({ id: staff.id }).from(staff).where(eq(staff.state, 'active')).orderBy(staff.email).limit(1);
  return { kind: 'staff', staffId: member?.id ?? 'simulation', sessionId: null, address: '127.0.0.1' };
}

/** Nobody is told of what never happened. */
async function sendNothing(database: Database, { from, until }: { from: number; until: number }): Promise<void> {
  const { outbox } = database.tables;
  const isSimulated = and(eq(outbox.state, 'pending'), gte(outbox.createdAt, from), lt(outbox.createdAt, until));
  await database.write(async (tx) => void (await tx.update(outbox).set({ state: 'dropped', failure: 'simulated' }).where(isSimulated)));
}
