import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { openBenchDesk } from './desk.ts';

interface Load {
  readonly url: string;
  readonly requests: number;
  /** Raise a revision in this SQLite file before each request. */
  readonly touch: { file: string; calendarIds: readonly string[] } | null;
  readonly etag: string | null;
}

const requests = 2000;
const warmUp = 500;

function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
}

/** CPU of this process, in microseconds a request, while another process asks. */
async function cpuOf(load: Load): Promise<number> {
  await ask({ ...load, requests: warmUp });
  const before = process.cpuUsage();
  await ask(load);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / load.requests;
}

async function ask(load: Load): Promise<void> {
  const client = fork(new URL('./load-client.ts', import.meta.url));
  client.send(load);
  const [code] = await once(client, 'exit');
  if (code !== 0) throw new Error('the client failed');
}

const desk = await openBenchDesk({ calendars: 20, claims: 1500 });
let body = '';
await desk.app.register(async (api) => {
  // The same server with the same headers: what remains is the work of this endpoint.
  api.get('/constant', (_, reply) => reply.type('application/json; charset=utf-8').send(body));
});
await desk.app.listen({ port: 0, host: '127.0.0.1' });
const address = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
const url = `${address}/api/v1/slots?service_id=${desk.serviceId}&channel=video&municipality_id=${desk.municipalityId}&from=${day(1)}&to=${day(30)}`;
const first = await fetch(url);
body = await first.text();
const etag = first.headers.get('etag');

const plain = Fastify();
plain.get('/constant', (_, reply) => reply.type('application/json').send(body));
await plain.listen({ port: 0, host: '127.0.0.1' });
const constant = `http://127.0.0.1:${(plain.server.address() as AddressInfo).port}/constant`;

const touch = { file: desk.file, calendarIds: desk.calendarIds };
const bare = await cpuOf({ url: constant, requests, touch: null, etag: null });
const base = await cpuOf({ url: `${address}/constant`, requests, touch: null, etag: null });
const rows: [string, number][] = [
  ['constant, Fastify without plugins', bare],
  ['constant, this Fastify', base],
  ['repeated', await cpuOf({ url, requests, touch: null, etag: null })],
  ['repeated, with its ETag', await cpuOf({ url, requests, touch: null, etag })],
  ['after a change of one calendar', await cpuOf({ url, requests, touch, etag: null })],
];
console.log(`GET /slots, one month, 20 calendars, 1,500 claims, ${body.length} bytes, ${JSON.parse(body).items.length} starts; CPU of the server`);
for (const [name, cpu] of rows) console.log(`  ${name.padEnd(36)} ${cpu.toFixed(0).padStart(6)} µs a request   x${(cpu / base).toFixed(2)}`);
await plain.close();
await desk.close();
