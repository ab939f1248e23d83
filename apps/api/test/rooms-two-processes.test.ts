import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Desk, newKey, openBeside, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { enterWith, type RoomBrowser } from './room-browser.ts';
import { closeAll, inTheRoom, meetAtNine, type Meeting } from './room-desk.ts';
import { askAs } from './staff-app.ts';

// Citizen and official come to two processes of one desk. On SQLite one process answers, and what the other one wrote is
// seen at the next look; on PostgreSQL they tell each other.

let desk: Desk;
let beside: Desk;
let meeting: Meeting;
const browsers: RoomBrowser[] = [];

beforeAll(async () => {
  desk = await openEmptyDesk();
  beside = await openBeside(desk);
});
beforeEach(async () => {
  meeting = await meetAtNine(desk, browsers);
  await meeting.at(-5);
});
afterEach(async () => {
  await closeAll(browsers);
  await desk.clear();
});
afterAll(async () => {
  await beside.close();
  await desk.close();
});

const sdp = `v=0\r\n${'a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n'.repeat(1000)}`;
const onPostgres = () => desk.database.kind === 'pg';

/** Ends the connections on which processes listen, as a restart of the database or a broken line would. */
async function breakLines(): Promise<number> {
  if (desk.location.kind !== 'pg') return 0;
  const client = new pg.Client({ connectionString: desk.location.url });
  await client.connect();
  const { rowCount } = await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()");
  await client.end();
  return rowCount ?? 0;
}

describe.runIf(inject('databaseKind') === 'pg')('citizen and official on two processes', () => {
  test('meet, call each other with descriptions longer than a notice, and write', async () => {
    const { ada, official } = await inTheRoom(meeting, desk, beside);
    expect(Buffer.byteLength(sdp)).toBeGreaterThan(8000);
    ada.say({ type: 'description', to: official.me().connection ?? '', description: { type: 'offer', sdp } });
    expect(await official.until('description')).toEqual({ type: 'description', from: ada.me().connection, description: { type: 'offer', sdp } });
    official.say({ type: 'description', to: ada.me().connection ?? '', description: { type: 'answer', sdp } });
    await ada.until('description');
    for (let index = 0; index < 20; index += 1) official.say({ type: 'candidate', to: ada.me().connection ?? '', candidate: { candidate: `candidate:${index}` } });
    await ada.until('candidate', ({ candidate }) => candidate?.candidate === 'candidate:19');
    const heard = ada.told.flatMap((message) => (message.type === 'candidate' ? [message.candidate?.candidate] : []));
    expect(heard).toEqual(Array.from({ length: 20 }, (_, index) => `candidate:${index}`));
    official.say({ type: 'chat', id: newKey(), text: 'Mi vede?' });
    expect(await ada.until('chat')).toMatchObject({ message: { text: 'Mi vede?', role: 'colleague' } });
  });

  test('a second tab on the other process takes over', async () => {
    const { ada } = await inTheRoom(meeting, desk, beside);
    const second = await meeting.enter(beside);
    await second.room(({ people }) => people.filter(({ is_in }) => is_in).length === 2);
    expect(await ada.over()).toBe('taken-over');
  });

  test('a token that was shown to one is used up for the other', async () => {
    const { token } = await meeting.token();
    const first = await enterWith(desk, token);
    browsers.push(first);
    await first.room();
    const second = await enterWith(beside, token);
    browsers.push(second);
    expect(await second.over()).toBe('token');
  });

  test('a line between them that breaks is made again, and nothing is lost', async () => {
    const { ada, official } = await inTheRoom(meeting, desk, beside);
    expect(await breakLines()).toBeGreaterThan(0);
    for (let index = 0; index < 5; index += 1) official.say({ type: 'candidate', to: ada.me().connection ?? '', candidate: { candidate: `candidate:${index}` } });
    official.say({ type: 'media', microphone: true, camera: false, screen: false });
    await ada.until('candidate', ({ candidate }) => candidate?.candidate === 'candidate:4');
    await ada.room(({ people }) => people.some(({ microphone }) => microphone));
    expect(ada.told.filter(({ type }) => type === 'candidate')).toHaveLength(5);
    ada.say({ type: 'chat', id: newKey(), text: 'Ora sì' });
    await official.until('chat');
  });
});

test('what one process moves, cancels or ends is told by the other within seconds', async () => {
  const ada = await meeting.enter();
  await Promise.all([ada.room(), meeting.arrived()]);
  const { revision } = await meeting.row();
  got(await askAs(beside, meeting.cookie(), 'POST', `/staff/appointments/${meeting.appointmentId}/cancellations`, { revision, tell: false }), 200);
  expect(await ada.over()).toBe('cancelled');
});

test('who is on a process that died is shown as away, and comes back on another', async () => {
  if (!onPostgres()) return;
  const { ada, official } = await inTheRoom(meeting, desk, beside);
  const { roomPeople } = desk.database.tables;
  // As that process would have left it: its connection is nobody's any more.
  await desk.database.write((tx) => tx.update(roomPeople).set({ connection: 'of-a-process-that-died', aliveUntil: desk.clock.now() - 1 }).where(eq(roomPeople.role, 'citizen')));
  await official.room(({ people }) => people.some(({ connection, role }) => role === 'citizen' && connection === null));
  const again = await meeting.enter(beside);
  await again.room(({ people }) => people.filter(({ is_in }) => is_in).length === 2);
  expect(await ada.over()).toBe('taken-over');
});
