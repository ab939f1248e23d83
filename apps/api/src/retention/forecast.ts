import type { RetentionForecast } from '@sportello/contract';
import { count, min, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { dayOf } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import type { RetentionDeps } from './deps.ts';
import { dueOn } from './due.ts';
import { nightAhead } from './night.ts';

/** What would go in the night that comes, without doing it. */
export async function forecastRetention({ database, clock, directory: store }: Omit<RetentionDeps, 'secrets'>): Promise<RetentionForecast> {
  const { appointments, people, outbox, reports, ratings } = database.tables;
  const now = clock.now();
  const directory = await store.current();
  const night = nightAhead(directory.union.timeZone, now);
  const due = await dueOn(database, directory, { day: night, now });
  const countOf = async (table: PgTable, condition: SQL) => {
    const [row] = await database.read.select({ count: count().mapWith(Number) }).from(table).where(condition);
    return row?.count ?? 0;
  };
  return {
    night,
    people: await countOf(people, due.peopleAtOnce),
    appointments: await countOf(appointments, due.appointments),
    messages: await countOf(outbox, due.messages),
    texts: (await countOf(reports, due.reports)) + (await countOf(ratings, due.ratings)),
    by_service: await byService(),
  };

  async function byService(): Promise<RetentionForecast['by_service']> {
    const rows = await database.read
      .select({ serviceId: appointments.serviceId, count: count().mapWith(Number), startsAt: min(appointments.startsAt), createdAt: min(appointments.createdAt) })
      .from(appointments)
      .where(due.appointments)
      .groupBy(appointments.serviceId);
    const oldestFirst = rows.map((row) => ({ ...row, instant: row.startsAt ?? row.createdAt })).toSorted((one, other) => (one.instant ?? 0) - (other.instant ?? 0));
    return oldestFirst.map(({ serviceId, count: found, instant }) => {
      const service = directory.services.get(serviceId);
      return { service_id: serviceId, service_name: service ? inLanguage(service.name, 'it') : '', months: service?.retentionMonths ?? 12, appointments: found, oldest: instant === null ? null : dayOf(directory, instant) };
    });
  }
}
