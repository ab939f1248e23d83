import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Board } from '@sportello/contract';
import { startPostgres } from '../../../test/postgres.ts';
import { newId } from '../src/database/id.ts';
import { adminSession, cookieOf } from './admin-session.ts';
import { fillMonth } from './busy-month.ts';
import { type BenchDesk, openBenchDesk } from './desk.ts';

const loads = 300;
const warmUp = 30;
const boards = 50;
const changes = 40;

function percentile(values: readonly number[], share: number): string {
  return (values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN).toFixed(1).padStart(6);
}

function tell(title: string, values: readonly number[]): void {
  console.log(`  ${title.padEnd(58)} p50 ${percentile(values, 0.5)} ms   p99 ${percentile(values, 0.99)} ms`);
}

/** By a connection of its own, as a browser would ask. */
async function loadBoards(address: string, cookie: string, day: string): Promise<void> {
  const url = `${address}/api/v1/staff/board?day=${day}`;
  const took: number[] = [];
  let text = '';
  for (let index = 0; index < loads + warmUp; index += 1) {
    const before = performance.now();
    text = await (await fetch(url, { headers: { cookie } })).text();
    if (index >= warmUp) took.push(performance.now() - before);
  }
  const { items, calendars } = JSON.parse(text) as Board;
  tell(`GET /staff/board: ${items.length} appointments, ${calendars.length} calendars`, took);
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  console.log(`  ${`bytes ${text.length}, as they travel ${packed.length}`}`);
}

/** What the board asks beside: read anew after each change of any appointment, and known already for who asks next. */
async function countMisfits(desk: BenchDesk, address: string, cookie: string, ids: readonly string[]): Promise<void> {
  const [anew, again]: [number[], number[]] = [[], []];
  let count = 0;
  for (const id of ids.slice(0, changes)) {
    await writeBeside(desk, id);
    for (const took of [anew, again]) {
      const before = performance.now();
      ({ count } = (await (await fetch(`${address}/api/v1/staff/misfits/count`, { headers: { cookie } })).json()) as { count: number });
      took.push(performance.now() - before);
    }
  }
  tell(`GET /staff/misfits/count after a change: ${count}`, anew);
  tell('GET /staff/misfits/count again', again);
}

/** How long it takes until all open boards know of a change: one that another process made, and one of this process. */
async function changesReachAll(desk: BenchDesk, address: string, cookies: readonly string[], ids: readonly string[]): Promise<void> {
  const leaving = new AbortController();
  const waiting = new Map<string, { left: number; done: () => void }>();
  for (const cookie of cookies) {
    const response = await fetch(`${address}/api/v1/staff/live`, { headers: { cookie }, signal: leaving.signal });
    void listen(response, (id) => {
      const one = waiting.get(id);
      if (one && (one.left -= 1) === 0) one.done();
    }).catch(() => undefined);
  }
  const toAll = (id: string) => new Promise<void>((done) => waiting.set(id, { left: cookies.length, done }));

  const own: number[] = [];
  const others: number[] = [];
  const cpu = process.cpuUsage();
  for (const [index, id] of ids.slice(0, changes).entries()) {
    const isOwn = index % 2 === 0;
    const reached = toAll(id);
    const before = performance.now();
    if (isOwn) await fetch(`${address}/api/v1/staff/appointments/${id}/attendance`, { method: 'POST', headers: { cookie: cookies[0] ?? '', origin: 'http://localhost', 'content-type': 'application/json' }, body: JSON.stringify({ state: 'in_progress', revision: 0 }) });
    else await writeBeside(desk, id);
    await reached;
    (isOwn ? own : others).push(performance.now() - before);
  }
  const { user, system } = process.cpuUsage(cpu);
  tell(`a change of the same process on all of ${cookies.length} open boards`, own);
  tell(`a change of another process on all of ${cookies.length} open boards`, others);
  console.log(`  CPU of server and ${cookies.length} readers together: ${((user + system) / 1000 / changes).toFixed(1)} ms a change`);
  leaving.abort();
}

async function listen(response: Response, onChange: (id: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^event: appointment\ndata: (.*)$/m.exec(block)?.[1];
      if (data) onChange((JSON.parse(data) as { id: string }).id);
    }
  }
}

/** As if somebody else's process had: nothing of this one is told. */
async function writeBeside({ database }: BenchDesk, appointmentId: string): Promise<void> {
  const { events, appointments } = database.tables;
  const [row] = await database.read.select().from(appointments).limit(1);
  if (!row) throw new Error('no appointment');
  const { serviceId, channel, officeId, municipalityId } = row;
  await database.write(async (tx) => void (await tx.insert(events).values({ id: newId(), at: Date.now(), kind: 'noted', actor: 'staff', appointmentId, serviceId, channel, officeId, municipalityId })));
}

async function measure(title: string, postgresUrl: string | null): Promise<void> {
  const desk = await openBenchDesk({ calendars: 40, claims: 0, postgresUrl });
  const { monday, ids } = await fillMonth(desk, 3000);
  const cookies: string[] = [];
  for (let index = 0; index < boards; index += 1) cookies.push(cookieOf(await adminSession(desk.database)));
  await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
  console.log(`The board on ${title}, 40 calendars, 3,000 appointments in the month`);
  await loadBoards(address, cookies[0] ?? '', monday);
  await countMisfits(desk, address, cookies[0] ?? '', ids);
  await changesReachAll(desk, address, cookies, ids);
  await desk.close();
}

await measure('SQLite (synchronous FULL)', null);
const postgres = await startPostgres();
await measure('PostgreSQL', postgres.url);
await postgres.stop();
