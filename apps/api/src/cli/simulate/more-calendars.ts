import { sql } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { ChannelRules, Directory } from '../../directory/directory.ts';

const name = (office: string, number: number) => `${office}, sportello simulato ${String(number).padStart(2, '0')}`;
const hours = [{ days: [1, 2, 3, 4, 5], startMinute: 8 * 60, endMinute: 13 * 60 }, { days: [1, 2, 3, 4, 5], startMinute: 14 * 60, endMinute: 18 * 60 }] as const;

/**
 * Gives each office as many more officials as the simulation needs, each at one of its places: the demo desk is small. Those of a
 * simulation before are kept, and counted.
 */
export async function addCalendars(database: Database, directory: Directory, perOffice: number, firstDay: string): Promise<void> {
  const { tables } = database;
  const known = new Set([...directory.calendars.values()].map((calendar) => calendar.name));
  const wanted = [...directory.offices.values()].filter(({ archivedAt }) => archivedAt === null).flatMap((office) => {
    const channels = channelsOf(directory, office.id);
    const places = [...new Set(channels.flatMap(({ placeIds }) => placeIds))].toSorted();
    const numbers = channels.length === 0 ? [] : Array.from({ length: perOffice }, (_, index) => index + 1);
    return numbers
      .map((number) => ({ id: newId(), name: name(office.shortName.it, number), officeId: office.id, placeId: places[(number - 1) % places.length] ?? null, channels }))
      .filter((calendar) => !known.has(calendar.name));
  });
  if (wanted.length === 0) return;
  await database.write(async (tx) => {
    await tx.update(tables.unions).set({ directoryRevision: sql`${tables.unions.directoryRevision} + 1` });
    for (const { id, name: title, officeId, placeId, channels } of wanted) {
      await tx.insert(tables.calendars).values({ id, name: title, kind: 'operator', officeId });
      await tx.insert(tables.channelCalendars).values(channels.map((rules) => ({ id: newId(), serviceChannelId: rules.id, need: 0, calendarId: id })));
      const rules = hours.map(({ days, startMinute, endMinute }) => ({ id: newId(), calendarId: id, startMinute, endMinute, recurrence: { kind: 'weekly' as const, days: [...days], everyWeeks: 1 }, firstDay, placeId }));
      await tx.insert(tables.openingRules).values(rules);
    }
  });
}

function channelsOf({ services }: Directory, officeId: string): ChannelRules[] {
  const ofOffice = [...services.values()].filter((service) => service.officeId === officeId && service.state === 'published');
  return ofOffice.flatMap(({ channels }) => [...channels.values()]).filter(({ needs }) => needs.length > 0);
}
