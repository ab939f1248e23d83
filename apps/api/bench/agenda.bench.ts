import type { LightMyRequestResponse } from 'fastify';
import type { Impact } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import { startPostgres } from '../../../test/postgres.ts';
import { adminSession, cookieOf } from './admin-session.ts';
import { fillMonth } from './busy-month.ts';
import { openBenchDesk } from './desk.ts';

const base = '/api/v1';
const origin = 'http://localhost';

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
  readonly packed: number;
  /** Of this process, milliseconds a request: the machine may be busy with other things. */
  readonly cpu: number;
}

async function measure(times: number, ask: (index: number, encoding: string) => Promise<LightMyRequestResponse>): Promise<Measured> {
  for (let index = 0; index < Math.min(10, times); index += 1) await ask(index, 'br');
  const took: number[] = [];
  let packed = 0;
  const cpuBefore = process.cpuUsage();
  for (let index = 0; index < times; index += 1) {
    const before = performance.now();
    const answer = await ask(index, 'br');
    took.push(performance.now() - before);
    if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body.slice(0, 300)}`);
    packed = answer.rawPayload.length;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), cpu: (user + system) / 1000 / times, packed, bytes: (await ask(0, 'identity')).rawPayload.length };
}

function line(what: string, { p50, p99, cpu, bytes, packed }: Measured): void {
  console.log(`  ${what.padEnd(46)} p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms   CPU ${cpu.toFixed(1).padStart(6)} ms   ${String(bytes).padStart(7)} bytes, ${packed} with brotli`);
}

async function run(title: string, postgresUrl: string | null): Promise<void> {
  const desk = await openBenchDesk({ calendars: 40, claims: 0, postgresUrl });
  const { monday: thisMonday } = await fillMonth(desk, 3000);
  const monday = addDays(thisMonday, 7);
  const sessionId = await adminSession(desk.database);
  const headers = (encoding: string) => ({ cookie: cookieOf(sessionId), origin, 'accept-encoding': encoding, 'content-type': 'application/json' });
  const agenda = (from: string, to: string, more = '') => (_: number, encoding: string) => desk.app.inject({ url: `${base}/staff/agenda?from=${from}&to=${to}${more}`, headers: headers(encoding) });
  const oneCalendar = `&calendar_ids=${desk.calendarIds[0]}`;

  console.log(`Agenda on ${title}: 40 calendars, 3,000 appointments in the month, by inject`);
  line('a week of 40 calendars', await measure(100, agenda(monday, addDays(monday, 6))));
  line('a day of 40 calendars', await measure(100, agenda(monday, monday)));
  line('a week of one calendar', await measure(100, agenda(monday, addDays(monday, 6), oneCalendar)));
  line('a month of 40 calendars', await measure(20, agenda(thisMonday, addDays(thisMonday, 27))));

  const absence = (days: number, calendars: number) => {
    const change = { kind: 'absence', calendar_ids: desk.calendarIds.slice(0, calendars), starts_at: `${monday}T00:00:00Z`, ends_at: `${addDays(monday, days)}T00:00:00Z` };
    const ask = (_: number, encoding: string) => desk.app.inject({ method: 'POST', url: `${base}/staff/calendar-changes/preview`, headers: headers(encoding), payload: JSON.stringify({ change }) });
    return ask;
  };
  for (const [days, calendars, times] of [[2, 1, 20], [7, 1, 20], [7, 10, 1]] as const) {
    const touched = (await absence(days, calendars)(0, 'identity')).json<Impact>().touched.length;
    line(`what an absence would do to ${touched}`, await measure(times, absence(days, calendars)));
  }
  await desk.close();
}

await run('SQLite', null);
const postgres = await startPostgres();
await run('PostgreSQL', postgres.url);
await postgres.stop();
