import { randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { type AppDeps, buildApp } from '../src/app.ts';
import type { Clock } from '../src/clock.ts';
import type { Database, Writer } from '../src/database/database.ts';
import { loadDemo } from '../src/database/demo/load.ts';
import { type DatabaseLocation, openDatabase } from '../src/database/open.ts';
import type { Tables } from '../src/database/schema.ts';
import type { ClamdAddress } from '../src/files/scanner/clamd.ts';
import type { StoreSettings } from '../src/files/store/open-stores.ts';
import type { App } from '../src/http/app.ts';
import type { StaffProvider } from '../src/identity/oidc.ts';
import type { IceSettings } from '../src/rooms/ice.ts';
import { makeSealing } from '../src/sealing.ts';
import { makeSecrets } from '../src/secrets.ts';
import { makeTestDatabase } from './database.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(instant: string | number): void;
  pass(minutes: number): void;
}

export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    set: (instant) => void (now = typeof instant === 'string' ? Date.parse(instant) : instant),
    pass: (minutes) => void (now += minutes * 60_000),
  };
}

export const testSecrets = makeSecrets(Buffer.alloc(48, 'a key for tests'));
export const testSealing = makeSealing([Buffer.alloc(32, 'a key for sealing in tests')]);

/** Tuesday 1 December 2026, 08:00 in Rome. */
export const testNow = '2026-12-01T08:00:00+01:00';

export interface Desk {
  readonly app: App;
  readonly database: Database;
  readonly clock: TestClock;
  readonly location: DatabaseLocation;
  /** A change of the directory or of calendars: it raises all revisions, as every such write does. */
  change(work: (tx: Writer, tables: Tables) => Promise<unknown>): Promise<void>;
  /** Takes away all that was booked, the demo's appointments too, and sets the clock back: the next test finds an empty desk. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

interface DeskOptions {
  readonly limitFactor?: number;
  readonly guessLimit?: number;
  readonly trustedProxies?: readonly string[];
  readonly demo?: boolean;
  readonly now?: string;
  readonly publicUrl?: string;
  readonly version?: string;
  readonly staffProvider?: StaffProvider | null;
  readonly busyPrivateHosts?: readonly string[];
  readonly fileStore?: StoreSettings;
  readonly clamd?: ClamdAddress;
  readonly videoPrivateHosts?: readonly string[];
  readonly webhookPrivateHosts?: readonly string[];
  /** Servers for calls; left out: none. */
  readonly ice?: IceSettings;
  readonly roomOpensMinutes?: number;
  /** Settings beside these: left out, they are as the app has them. */
  readonly more?: Partial<AppDeps['settings']>;
  /** What the app gets in place of the database. */
  readonly through?: (database: Database) => Database;
}

/** The whole server on a fresh database with the demo directory, at `testNow`. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { limitFactor = 0, guessLimit = 20, trustedProxies = [], demo = true, now = testNow, publicUrl = 'http://localhost:3000', version = '0.0.0-test', staffProvider = null, busyPrivateHosts = [], videoPrivateHosts = [], webhookPrivateHosts = [], fileStore, clamd, ice, roomOpensMinutes, more } = options;
  const { database, location, drop } = await makeTestDatabase();
  const clock = testClock(now);
  if (demo) await loadDemo(database, clock);
  const logger = { level: 'fatal' };
  const settings = { demo, publicUrl, trustedProxies, limitFactor, guessLimit, version, webFolder: null, mailFrom: 'sportello@example.org', staffProvider, busyPrivateHosts, videoPrivateHosts, webhookPrivateHosts, ...(fileStore && { fileStore }), ...(clamd && { clamd }), ...ice, ...(roomOpensMinutes && { roomOpensMinutes }), ...more };
  const app = await buildApp({ database: options.through?.(database) ?? database, clock, secrets: testSecrets, sealing: testSealing, settings, logger });
  await app.ready();
  return {
    app,
    database,
    clock,
    location,
    change: (work) => change(database, work),
    async clear() {
      clock.set(now);
      await change(database, emptyDesk);
    },
    async close() {
      await app.close();
      await drop();
    },
  };
}

/** The same without the appointments of the demo. */
export async function openEmptyDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(options);
  await desk.clear();
  return desk;
}

/** A second process on the same database, with connections and memory of its own. */
export async function openBeside(desk: Desk): Promise<Desk> {
  const database = await openDatabase(desk.location);
  const settings = { demo: true, publicUrl: 'http://localhost:3000', trustedProxies: [], limitFactor: 0, guessLimit: 20, version: '0.0.0-test', webFolder: null, mailFrom: 'sportello@example.org' };
  const app = await buildApp({ database, clock: desk.clock, secrets: testSecrets, sealing: testSealing, settings, logger: { level: 'fatal' } });
  await app.ready();
  return { ...desk, app, database, close: () => app.close().then(() => database.close()) };
}

async function change(database: Database, work: (tx: Writer, tables: Tables) => Promise<unknown>): Promise<void> {
  const { tables } = database;
  await database.write(async (tx) => {
    await tx.update(tables.unions).set({ directoryRevision: sql`${tables.unions.directoryRevision} + 1` });
    await tx.update(tables.calendars).set({ revision: sql`${tables.calendars.revision} + 1`, rulesRevision: sql`${tables.calendars.rulesRevision} + 1` });
    await work(tx, tables);
  });
}

/** All that is booked goes; what happened (events) can never be taken away. */
async function emptyDesk(tx: Writer, tables: Tables): Promise<void> {
  const { proposals, invitations, notes, delays, calendarChanges, hoursVersions, keptMisfits, personTerms } = tables;
  const { rooms, roomPeople, roomStays, roomMessages, roomSignals, roomGuests, usedRoomTokens } = tables;
  for (const table of [rooms, roomPeople, roomStays, roomMessages, roomSignals, roomGuests, usedRoomTokens]) await tx.delete(table);
  for (const table of [proposals, invitations, notes, delays, calendarChanges, hoursVersions, keptMisfits, personTerms]) await tx.delete(table);
  const { outbox, linkRequests, answers, claims, appointmentPeople, appointments, people, personKeys, idempotencyKeys, guesses, usedCaptchas } = tables;
  const inOrder = [outbox, linkRequests, answers, claims, appointmentPeople, appointments, people, personKeys, idempotencyKeys, guesses, usedCaptchas];
  for (const table of inOrder) await tx.delete(table);
}

export type ChannelRow = Tables['serviceChannels']['$inferInsert'];

/** Gives a service's channel other rules, as the union would; answers with what sets them back. */
export async function changeRules(desk: Desk, slug: string, channel: ChannelRow['channel'], changes: Partial<ChannelRow>): Promise<() => Promise<void>> {
  const { serviceChannels, services } = desk.database.tables;
  const ofService = desk.database.read.select({ id: services.id }).from(services).where(eq(services.slug, slug));
  const rows = await desk.database.read.select().from(serviceChannels).where(inArray(serviceChannels.serviceId, ofService));
  const row = rows.find((one) => one.channel === channel);
  if (!row) throw new Error(`${slug} is not offered by ${channel}`);
  const write = (to: Partial<ChannelRow>) => desk.change((tx) => tx.update(serviceChannels).set(to).where(eq(serviceChannels.id, row.id)));
  await write(changes);
  return () => write(row);
}

export function newKey(): string {
  return randomUUID();
}
