import type { RoomToken } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { clearPapers, longPdf, papersAt, pdf } from './papers.ts';
import type { RoomBrowser } from './room-browser.ts';
import { closeAll, inTheRoom, meetAtNine } from './room-desk.ts';

let desk: Desk;
const browsers: RoomBrowser[] = [];
beforeAll(async () => {
  desk = await openEmptyDesk({ guessLimit: 1000 });
});
afterAll(() => desk.close());
beforeEach(() => clearPapers(desk));
afterEach(async () => {
  await closeAll(browsers);
  await desk.clear();
});

const inRoom = ({ token }: Pick<RoomToken, 'token'>) => papersAt(desk, '/room/files', { token });
const idOf = (answer: Parameters<typeof got>[0]) => got<{ id: string }>(answer, 201).id;

test('whoever was let in sends papers to the others, who are told to read the list again', async () => {
  const meeting = await meetAtNine(desk, browsers);
  await meeting.at(-5);
  const { ada } = await inTheRoom(meeting);
  const [citizens, officials] = [await meeting.token(), await meeting.staffToken()];
  const content = longPdf(300_000);
  const id = idOf(await inRoom(citizens).add({ name: 'Pianta.pdf', content }));
  expect((await inRoom(officials).open(id)).rawPayload.equals(content)).toBe(true);
  const given = idOf(await inRoom(officials).add({ name: 'Modulo.pdf', content: pdf() }));
  expect(await inRoom(citizens).items()).toMatchObject([
    { id, from: 'citizen', can_delete: false },
    { id: given, from: 'staff', from_name: 'Prova operator' },
  ]);
  await ada.room(({ files_revision }) => files_revision === 2);
  // They stay with the appointment.
  const later = papersAt(desk, `/appointments/${meeting.link.code}/files`, { token: meeting.link.manage_token });
  expect((await later.items()).map(({ name }) => name)).toEqual(['Pianta.pdf', 'Modulo.pdf']);
  const { auditEntries } = desk.database.tables;
  const looks = await desk.database.read.select().from(auditEntries).where(eq(auditEntries.objectId, id));
  expect(looks.map(({ actor, action }) => `${actor} ${action}`)).toEqual(['citizen create', 'staff see']);
});

test('who still waits sees none of them, and sends none', async () => {
  const meeting = await meetAtNine(desk, browsers);
  await meeting.at(-5);
  const ada = await meeting.enter();
  await ada.until('room');
  const waiting = inRoom(await meeting.token());
  for (const refusal of [await waiting.list(), await waiting.add({ name: 'a.pdf', content: pdf() }), await waiting.open('019aa000-0000-7000-8000-000000000000')]) expectProblem(refusal, 'not-admitted');
});

test('the token of a room opens no paper of another appointment, and one that is none opens nothing', async () => {
  const meeting = await meetAtNine(desk, browsers);
  const other = await meetAtNine(desk, browsers, { startsAt: '2026-12-03T11:00:00+01:00', email: 'bruno@example.org' });
  const theirs = idOf(await papersAt(desk, `/appointments/${other.link.code}/files`, { token: other.link.manage_token }).add({ name: 'Segreto.pdf', content: pdf() }));
  await meeting.at(-5);
  await inTheRoom(meeting);
  const own = inRoom(await meeting.token());
  expectProblem(await own.open(theirs), 'not-found');
  expect(await own.items()).toEqual([]);
  for (const token of [meeting.link.manage_token, 'x.y', `${(await meeting.token()).token}x`]) expectProblem(await inRoom({ token }).list(), 'unauthorized');
});
