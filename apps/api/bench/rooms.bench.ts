import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import { startPostgres } from '../../../test/postgres.ts';
import { makePass } from '../src/rooms/make-pass.ts';
import { ensureRoom } from '../src/rooms/ensure-room.ts';
import { roomTokens } from '../src/rooms/room-token.ts';
import { adminSession } from './admin-session.ts';
import { fillMonth } from './busy-month.ts';
import { type BenchDesk, benchSecrets, openBenchDesk } from './desk.ts';
import type { Pair, Said } from './room-clients.ts';

// Rooms at once on one process, two people in each. The browsers are a process of their own; what is measured of memory is the server's.

const seconds = 5;
/** Of each browser: as a call does while it is set up, and as fast as is allowed for long. */
const calm = 2;
const fast = 20;

function percentile(values: readonly number[], share: number): string {
  return (values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN).toFixed(1).padStart(6);
}

async function pairsOf({ database }: BenchDesk, ids: readonly string[]): Promise<Pair[]> {
  const { appointments, staffSessions } = database.tables;
  const now = Date.now();
  const tokens = roomTokens(benchSecrets.derivedKey('room'));
  await database.write((tx) => tx.update(appointments).set({ channel: 'video', state: 'confirmed', startsAt: now, endsAt: now + 1_800_000 }).where(inArray(appointments.id, [...ids])));
  const pairs: Pair[] = [];
  for (const id of ids) {
    const sessionId = await adminSession(database);
    const [session] = await database.read.select().from(staffSessions).where(eq(staffSessions.id, sessionId));
    const [appointment] = await database.read.select().from(appointments).where(eq(appointments.id, id));
    if (!session || !appointment) throw new Error('no appointment');
    const room = await database.write((tx) => ensureRoom(tx, database.tables, appointment, now));
    const pass = (person: 'citizen' | `staff:${string}`, of: string | null) => tokens.write(makePass({ roomId: room.id, person, sessionId: of }, now));
    pairs.push({ citizen: pass('citizen', null), official: pass(`staff:${session.staffId}`, sessionId) });
  }
  return pairs;
}

function memory(): { rss: number; heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: rss / 1024 / 1024, heap: heapUsed / 1024 / 1024 };
}

async function meetAndTalk(desk: BenchDesk, ids: readonly string[], perSecond: number): Promise<void> {
  const pairs = await pairsOf(desk, ids);
  const address = `ws://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
  const before = memory();
  const clients = fork(join(import.meta.dirname, 'room-clients.ts'), { stdio: 'inherit' });
  const answers: Said[] = [];
  clients.on('message', (said: Said) => void answers.push(said));
  const answer = async <Is extends Said['is']>(is: Is): Promise<Extract<Said, { is: Is }>> => {
    for (;;) {
      const found = answers.find((one): one is Extract<Said, { is: Is }> => one.is === is);
      if (found) return found;
      await once(clients, 'message');
    }
  };
  clients.send({ address, origin: 'http://localhost', pairs, seconds, perSecond });
  const { milliseconds } = await answer('in');
  const after = memory();
  const cpu = process.cpuUsage();
  clients.send('go');
  const { delays, sent } = await answer('measured');
  const { user, system } = process.cpuUsage(cpu);
  const gone = once(clients, 'exit');
  clients.disconnect();
  await gone;
  console.log(
    `  ${String(ids.length).padStart(4)} rooms, ${perSecond}/s each: ${(sent / seconds).toFixed(0).padStart(5)} messages a second, all but ${sent - delays.length} came   delay p50 ${percentile(delays, 0.5)} ms p99 ${percentile(delays, 0.99)} ms   ` +
      `CPU ${((user + system) / 10_000 / (seconds + 1)).toFixed(0)}%   into the room p50 ${percentile(milliseconds, 0.5)} ms p99 ${percentile(milliseconds, 0.99)} ms   memory ${after.rss.toFixed(0)} MB (+${(after.rss - before.rss).toFixed(1)}), heap ${after.heap.toFixed(0)} MB (+${(after.heap - before.heap).toFixed(1)})`,
  );
}

async function measure(title: string, postgresUrl: string | null): Promise<void> {
  const desk = await openBenchDesk({ calendars: 40, claims: 0, postgresUrl });
  const { ids } = await fillMonth(desk, 800);
  await desk.app.listen({ port: 0, host: '127.0.0.1' });
  console.log(`Rooms at once on one process, ${title}: two people in each, browsers in another process of the same machine`);
  let from = 0;
  const take = (count: number) => ids.slice(from, (from += count));
  await meetAndTalk(desk, take(10), calm); // to warm up
  for (const [count, perSecond] of [[50, calm], [200, calm], [50, fast], [200, fast]] as const) await meetAndTalk(desk, take(count), perSecond);
  await desk.close();
}

await measure('SQLite (synchronous FULL)', null);
const postgres = await startPostgres();
await measure('PostgreSQL', postgres.url);
await postgres.stop();
