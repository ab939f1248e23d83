import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/database/database.ts';
import { newId } from '../src/database/id.ts';
import { openDatabase } from '../src/database/open.ts';
import { makeSecrets } from '../src/secrets.ts';

export const ids = { service: newId(), channel: newId(), office: newId(), municipality: newId() };

/** A desk with one service by video, served by `calendars` calendars that are open all working day, with `claims` claims in the month. */
export async function openBenchDesk({ calendars, claims }: { calendars: number; claims: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  const location = { kind: 'sqlite', file: join(folder, 'bench.db') } as const;
  const database = await openDatabase(location);
  const calendarIds = await fill(database, calendars, claims);
  const settings = { publicUrl: 'http://localhost', trustedProxies: [], limitFactor: 0, guessLimit: 20, version: 'bench', webFolder: null };
  const app = await buildApp({ database, clock: systemClock(), secrets: makeSecrets(Buffer.alloc(48, 7)), settings });
  return {
    app,
    database,
    file: location.file,
    calendarIds,
    async close() {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const text = { it: 'Prova', en: 'Trial' };

async function fill(database: Database, calendarCount: number, claimCount: number): Promise<string[]> {
  const { tables: t } = database;
  const now = Date.now();
  const calendarIds = Array.from({ length: calendarCount }, newId);
  await database.write(async (tx) => {
    await tx.insert(t.unions).values({ id: newId(), name: 'Bench', seat: '', phone: '', email: '', address: '', timeZone: 'Europe/Rome', languages: ['it'], links: [], legalNotes: text });
    await tx.insert(t.privacyNotices).values({ id: newId(), version: '1', text, validFrom: 0 });
    await tx.insert(t.municipalities).values({ id: ids.municipality, slug: 'bench', name: 'Bench', istatCode: '1', cadastralCode: '1', postalCode: '1', province: 'AT', areaCode: '', description: text });
    await tx.insert(t.memberships).values({ id: newId(), municipalityId: ids.municipality, firstDay: '2020-01-01' });
    await tx.insert(t.offices).values({ id: ids.office, slug: 'bench', name: text, shortName: text, description: text, phone: '', email: '', position: 0 });
    await tx.insert(t.competences).values({ id: newId(), officeId: ids.office, municipalityId: ids.municipality, firstDay: '2020-01-01' });
    const texts = { name: text, summary: text, forWhom: text, how: text, needed: text, result: text, times: text, cost: text, terms: text };
    await tx.insert(t.services).values({ id: ids.service, slug: 'bench', officeId: ids.office, state: 'published', ...texts, keywords: { it: [], en: [] } });
    const limits = { limitFuture: 1_000_000, limitPerDay: 1_000_000, reminderMinutes: [2880, 120] };
    await tx.insert(t.serviceChannels).values({ id: ids.channel, serviceId: ids.service, channel: 'video', durationMinutes: 30, horizonDays: 60, ...limits });
    for (const [index, id] of calendarIds.entries()) {
      await tx.insert(t.calendars).values({ id, name: `Calendar ${index}`, kind: 'operator', officeId: ids.office });
      await tx.insert(t.channelCalendars).values({ id: newId(), serviceChannelId: ids.channel, need: 0, calendarId: id });
      const recurrence = { kind: 'weekly', days: [1, 2, 3, 4, 5], everyWeeks: 1 } as const;
      await tx.insert(t.openingRules).values([
        { id: newId(), calendarId: id, startMinute: 540, endMinute: 780, recurrence },
        { id: newId(), calendarId: id, startMinute: 840, endMinute: 1080, recurrence },
      ]);
    }
    const block = newId();
    await tx.insert(t.blocks).values({ id: block, startsAt: now, endsAt: now + 1, createdAt: now });
    for (const claim of claimsOf(calendarIds, claimCount, now)) await tx.insert(t.claims).values({ id: newId(), blockId: block, ...claim });
  });
  return calendarIds;
}

function claimsOf(calendarIds: readonly string[], count: number, now: number): { calendarId: string; startsAt: number; endsAt: number }[] {
  const halfHour = 1_800_000;
  const first = Math.ceil(now / 86_400_000) * 86_400_000;
  return Array.from({ length: count }, (_, index) => {
    const calendarId = calendarIds[index % calendarIds.length] ?? '';
    const turn = Math.floor(index / calendarIds.length);
    const startsAt = first + (turn % 30) * 86_400_000 + 8 * 3_600_000 + ((index * 7 + turn * 3) % 4) * halfHour + Math.floor(turn / 30) * 4 * halfHour;
    return { calendarId, startsAt, endsAt: startsAt + halfHour };
  });
}
