import { randomUUID } from 'node:crypto';
import type { Hold, Slots } from '@sportello/contract';
import { startPostgres } from '../../../test/postgres.ts';
import { bareBooking } from './bare-booking.ts';
import { type BenchDesk, openBenchDesk } from './desk.ts';

const warmUp = 200;
const rounds = 9;
const bookingsARound = 80;
const base = '/api/v1';

type Run = (index: number) => Promise<void>;

/**
 * CPU of this process in microseconds a run, for each of the two: in turns, because the machine is now quick and now slow,
 * and the median of the rounds.
 */
async function cpuInTurns(runs: readonly [Run, Run]): Promise<[number, number]> {
  for (const run of runs) await repeat(run, 0, warmUp);
  const measured: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [which, run] of runs.entries()) measured[which]?.push(await cpuOf(run, warmUp + round * bookingsARound));
  }
  return [median(measured[0]), median(measured[1])];
}

async function cpuOf(run: Run, from: number): Promise<number> {
  const before = process.cpuUsage();
  await repeat(run, from, bookingsARound);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / bookingsARound;
}

async function repeat(run: Run, from: number, times: number): Promise<void> {
  for (let index = from; index < from + times; index += 1) await run(index);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function book(desk: BenchDesk, startsAt: string, index: number): Promise<void> {
  const headers = () => ({ 'content-type': 'application/json', 'idempotency-key': randomUUID() });
  const wanted = { service_id: desk.serviceId, channel: 'video', municipality_id: desk.municipalityId, starts_at: startsAt };
  const held = await desk.app.inject({ method: 'POST', url: `${base}/holds`, headers: headers(), payload: wanted });
  const hold = held.json<Hold>();
  const person = { given_name: 'Ada', family_name: 'Rossi', email: `person${index}@example.org` };
  const confirmed = await desk.app.inject({
    method: 'POST',
    url: `${base}/appointments`,
    headers: { ...headers(), authorization: `Bearer ${hold.token}` },
    payload: { hold_id: hold.id, person, privacy_notice_version: '1' },
  });
  if (confirmed.statusCode !== 201) throw new Error(held.body + confirmed.body);
}

async function freeStarts(desk: BenchDesk): Promise<string[]> {
  const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
  const query = `service_id=${desk.serviceId}&channel=video&municipality_id=${desk.municipalityId}&from=${day(1)}&to=${day(58)}`;
  const answer = await desk.app.inject({ url: `${base}/slots?${query}` });
  return answer.json<Slots>().items.map(({ starts_at }) => starts_at);
}

async function compare(title: string, postgresUrl: string | null): Promise<void> {
  const desk = await openBenchDesk({ calendars: 20, claims: 1500, postgresUrl });
  const starts = await freeStarts(desk);
  const bare = await bareBooking(desk.location, { ...desk, calendarId: desk.calendarIds[0] ?? '' });
  const [ours, least] = await cpuInTurns([(index) => book(desk, starts[(index * 7) % starts.length] ?? '', index), (index) => bare.book(index)]);
  await bare.close();
  await desk.close();
  console.log(`Hold and confirm on ${title}, 20 calendars, 1,500 claims; CPU of our process`);
  console.log(`  bare statements, one transaction each           ${least.toFixed(0).padStart(6)} µs a booking   x1.00`);
  console.log(`  POST /holds and POST /appointments, by inject   ${ours.toFixed(0).padStart(6)} µs a booking   x${(ours / least).toFixed(2)}`);
}

await compare('SQLite (synchronous FULL)', null);
const postgres = await startPostgres();
await compare('PostgreSQL', postgres.url);
await postgres.stop();
