import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/database/database.ts';
import { newId } from '../src/database/id.ts';
import { type DatabaseLocation, openDatabase } from '../src/database/open.ts';
import { makeSealing } from '../src/sealing.ts';
import { makeSecrets } from '../src/secrets.ts';
import { fillPlainDirectory } from '../test/plain-directory.ts';

const webFolder = join(import.meta.dirname, '../../web/dist');
export const benchSecrets = makeSecrets(Buffer.alloc(48, 7));

export type BenchDesk = Awaited<ReturnType<typeof openBenchDesk>>;

/** A desk with one service by video, served by `calendars` calendars that are open all working day, with `claims` claims in the month. */
export async function openBenchDesk({ calendars, claims, postgresUrl = null, withPages = false }: { calendars: number; claims: number; postgresUrl?: string | null; withPages?: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  const file = join(folder, 'bench.db');
  const location: DatabaseLocation = postgresUrl === null ? { kind: 'sqlite', file } : { kind: 'pg', url: postgresUrl };
  const database = await openDatabase(location);
  const directory = await fillPlainDirectory(database, { calendars, services: [{ durationMinutes: 30 }] });
  await fillClaims(database, directory.calendarIds, claims);
  const settings = { demo: false, publicUrl: 'http://localhost', trustedProxies: [], limitFactor: 0, guessLimit: 20, version: 'bench', webFolder: withPages ? webFolder : null, mailFrom: 'sportello@example.org' };
  const app = await buildApp({ database, clock: systemClock(), secrets: benchSecrets, sealing: makeSealing([Buffer.alloc(32, 7)]), settings });
  const { services, serviceChannels } = database.tables;
  const [service] = await database.read.select().from(services);
  const [channel] = await database.read.select().from(serviceChannels);
  return {
    app,
    database,
    location,
    file,
    calendarIds: directory.calendarIds,
    municipalityId: directory.municipalityId,
    serviceId: directory.serviceIds[0] ?? '',
    officeId: service?.officeId ?? '',
    channelId: channel?.id ?? '',
    async close() {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fillClaims(database: Database, calendarIds: readonly string[], count: number): Promise<void> {
  const { tables: t } = database;
  const now = Date.now();
  await database.write(async (tx) => {
    const blockId = newId();
    await tx.insert(t.blocks).values({ id: blockId, startsAt: now, endsAt: now + 1, createdAt: now });
    for (const claim of claimsOf(calendarIds, count, now)) await tx.insert(t.claims).values({ id: newId(), blockId, ...claim });
  });
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
