import type { Database } from '../src/database/database.ts';
import { newId } from '../src/database/id.ts';

const text = { it: 'Prova', en: 'Trial' };

export interface PlainService {
  readonly durationMinutes: number;
  readonly stepMinutes?: number;
  /** Which calendars serve it, by number; left out, all. */
  readonly calendars?: readonly number[];
}

export interface PlainDirectory {
  readonly municipalityId: string;
  /** Ids of the services, in the order in which they were asked for. */
  readonly serviceIds: readonly string[];
  readonly calendarIds: readonly string[];
}

/**
 * A union with nothing but what booking needs: services by video, and calendars open on working days from 9 to 13 and from 14 to 18.
 * No limits for a person, no notice.
 */
export async function fillPlainDirectory(database: Database, wanted: { calendars: number; services: readonly PlainService[] }): Promise<PlainDirectory> {
  const { tables: t } = database;
  const [municipalityId, officeId] = [newId(), newId()];
  const calendarIds = Array.from({ length: wanted.calendars }, newId);
  const services = wanted.services.map((service) => ({ ...service, id: newId(), channelId: newId() }));
  await database.write(async (tx) => {
    await tx.insert(t.unions).values({ id: newId(), name: 'Plain', seat: '', phone: '', email: '', address: '', timeZone: 'Europe/Rome', languages: ['it'], links: [], legalNotes: text });
    await tx.insert(t.privacyNotices).values({ id: newId(), version: '1', text, validFrom: 0 });
    const codes = { istatCode: '1', cadastralCode: '1', postalCode: '14047', province: 'AT', areaCode: '0141' };
    await tx.insert(t.municipalities).values({ id: municipalityId, slug: 'plain', name: 'Plain', ...codes, description: text });
    await tx.insert(t.memberships).values({ id: newId(), municipalityId, firstDay: '2020-01-01' });
    await tx.insert(t.offices).values({ id: officeId, slug: 'plain', name: text, shortName: text, description: text, phone: '', email: '', position: 0 });
    await tx.insert(t.competences).values({ id: newId(), officeId, municipalityId, firstDay: '2020-01-01' });
    for (const [index, id] of calendarIds.entries()) {
      await tx.insert(t.calendars).values({ id, name: `Calendar ${index}`, kind: 'operator', officeId });
      const recurrence = { kind: 'weekly', days: [1, 2, 3, 4, 5], everyWeeks: 1 } as const;
      await tx.insert(t.openingRules).values([
        { id: newId(), calendarId: id, startMinute: 540, endMinute: 780, recurrence },
        { id: newId(), calendarId: id, startMinute: 840, endMinute: 1080, recurrence },
      ]);
    }
    const texts = { name: text, summary: text, forWhom: text, how: text, needed: text, result: text, times: text, cost: text, terms: text };
    const free = { noticeMinutes: 0, limitFuture: 1_000_000, limitPerDay: 1_000_000, reminderMinutes: [2880, 120] };
    for (const { id, channelId, durationMinutes, stepMinutes, calendars } of services) {
      await tx.insert(t.services).values({ id, slug: `plain-${id}`, officeId, state: 'published', ...texts, keywords: { it: [], en: [] } });
      await tx.insert(t.serviceChannels).values({ id: channelId, serviceId: id, channel: 'video', durationMinutes, stepMinutes: stepMinutes ?? null, ...free });
      const serving = calendarIds.filter((_, index) => !calendars || calendars.includes(index));
      await tx.insert(t.channelCalendars).values(serving.map((calendarId) => ({ id: newId(), serviceChannelId: channelId, need: 0, calendarId })));
    }
  });
  return { municipalityId, serviceIds: services.map(({ id }) => id), calendarIds };
}
