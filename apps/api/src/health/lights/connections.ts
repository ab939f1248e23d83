import { isNotNull, min, count } from 'drizzle-orm';
import { clamdScanner } from '../../files/scanner/clamd.ts';
import { readConnection, stateOf } from '../../rooms/providers/connection.ts';
import { type Finding, type LightCheck, type LightDeps, quick } from './light.ts';

/** What the union meets with by video; the job of meetings asks the vendor again and again. */
export const videoLight: LightCheck = {
  name: 'video',
  ...quick,
  toldElsewhere: ['to-connect', 'to-reconnect'],
  async look({ database }: LightDeps): Promise<Finding> {
    const row = await readConnection(database.read, database.tables);
    if (!row || row.provider === 'own') return { state: 'good', says: 'own' };
    const state = stateOf(row);
    const values = { provider: row.provider, good_at: row.lastGoodAt };
    return state === 'ready' ? { state: 'good', says: 'good', values } : { state: 'attention', says: state, values };
  },
};

/** Calendars elsewhere whose busy times close ours: whether they can be read. */
export const calendarsLight: LightCheck = {
  name: 'calendars',
  ...quick,
  async look({ database: { read, tables: { busySources } } }: LightDeps): Promise<Finding> {
    const [all] = await read.select({ count: count() }).from(busySources);
    const [failing] = await read.select({ count: count(), since: min(busySources.lastGoodAt) }).from(busySources).where(isNotNull(busySources.failure));
    const values = { all: all?.count ?? 0, failing: failing?.count ?? 0 };
    if (values.all === 0) return { state: 'off', says: 'none' };
    return values.failing > 0 ? { state: 'attention', says: 'failing', values, since: failing?.since ?? null } : { state: 'good', says: 'good', values };
  },
};

/** The malware scanner, asked with a few bytes that are clean: without it no paper is taken. */
export const scannerLight: LightCheck = {
  name: 'scanner',
  freshMilliseconds: 60_000,
  timeoutMilliseconds: 8_000,
  async look({ clamd }: LightDeps): Promise<Finding> {
    if (!clamd) return { state: 'off', says: 'none' };
    const isClean = await clamdScanner(clamd, { wait: 5_000 }).isClean(Buffer.from('sportello')).catch(() => null);
    return isClean === true ? { state: 'good', says: 'good' } : { state: 'bad', says: 'down' };
  },
};

/** Other systems that are told what happens: whether they take it. */
export const systemsLight: LightCheck = {
  name: 'systems',
  ...quick,
  toldElsewhere: ['off'],
  async look({ database: { read, tables: { webhooks } } }: LightDeps): Promise<Finding> {
    const all = await read.select({ name: webhooks.name, state: webhooks.state, failures: webhooks.failures, failingSince: webhooks.failingSince }).from(webhooks);
    if (all.length === 0) return { state: 'off', says: 'none' };
    const off = all.find(({ state }) => state === 'failed');
    if (off) return { state: 'attention', says: 'off', values: { name: off.name }, since: off.failingSince };
    const failing = all.find(({ failures }) => failures > 1);
    return failing ? { state: 'attention', says: 'failing', values: { name: failing.name }, since: failing.failingSince } : { state: 'good', says: 'good', values: { all: all.length } };
  },
};
