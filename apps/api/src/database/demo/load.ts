import { localDay } from '@sportello/scheduling';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Clock } from '../../clock.ts';
import type { Database, Writer } from '../database.ts';
import { appointmentRows } from './appointments.ts';
import { calendarRows } from './calendar-rows.ts';
import { demoContent } from './content/index.ts';
import { directoryRows } from './directory-rows.ts';
import { idsOf } from './ids.ts';
import { serviceRows } from './service-rows.ts';
import { addDemoStaff, hasDemoStaff } from './staff-rows.ts';

/**
 * Fills an empty database with the demo union, a desk with its hours and some appointments around the clock's today,
 * and marks it as a demo. One write: all of it, or nothing. Where another process was quicker it changes nothing.
 */
export async function loadDemo(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  const rows = demoRows(now);
  await database.write(async (tx) => {
    const marked = await tx.insert(database.tables.installation).values({ key: 'demo', value: 'on' }).onConflictDoNothing().returning();
    if (marked.length === 0) return;
    await insertAll(tx, database, rows);
    await addDemoStaff(tx, database.tables, now);
  });
}

/** A demo that was loaded before the desk had a staff gets the accounts that the sign-in page shows. */
export async function completeDemo({ read, tables, write }: Database, clock: Clock): Promise<void> {
  if (await hasDemoStaff(read, tables)) return;
  await write((tx) => addDemoStaff(tx, tables, clock.now()));
}

function demoRows(now: number) {
  const ids = idsOf(demoContent);
  const today = localDay(demoContent.union.timeZone, Math.floor(now / 60_000));
  const calendars = calendarRows(demoContent, ids, today);
  return {
    ...directoryRows(demoContent, ids),
    ...serviceRows(demoContent, ids),
    ...calendars,
    ...appointmentRows({ content: demoContent, ids, openingRules: calendars.openingRules, now }),
  };
}

/** In the order in which the tables refer to each other. */
async function insertAll(tx: Writer, { tables }: Database, rows: ReturnType<typeof demoRows>): Promise<void> {
  await insert(tx, tables.unions, rows.unions);
  await insert(tx, tables.privacyNotices, rows.privacyNotices);
  await insert(tx, tables.faqs, rows.faqs);
  await insert(tx, tables.municipalities, rows.municipalities);
  await insert(tx, tables.memberships, rows.memberships);
  await insert(tx, tables.offices, rows.offices);
  await insert(tx, tables.competences, rows.competences);
  await insert(tx, tables.places, rows.places);
  await insert(tx, tables.lifeEvents, rows.lifeEvents);
  await insert(tx, tables.services, rows.services);
  await insert(tx, tables.serviceLifeEvents, rows.serviceLifeEvents);
  await insert(tx, tables.serviceChannels, rows.serviceChannels);
  await insert(tx, tables.serviceChannelPlaces, rows.serviceChannelPlaces);
  await insert(tx, tables.questions, rows.questions);
  await insert(tx, tables.calendars, rows.calendars);
  await insert(tx, tables.channelCalendars, rows.channelCalendars);
  await insert(tx, tables.openingRules, rows.openingRules);
  await insert(tx, tables.people, rows.people);
  await insert(tx, tables.appointments, rows.appointments);
  await insert(tx, tables.appointmentPeople, rows.appointmentPeople);
  await insert(tx, tables.claims, rows.claims);
  await insert(tx, tables.events, rows.events);
}

async function insert<Table extends PgTable>(tx: Writer, table: Table, rows: Table['$inferInsert'][]): Promise<void> {
  if (rows.length > 0) await tx.insert(table).values(rows);
}
