import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, hour, makeDesk } from '../src/notifications/desk.fixture.ts';
import {
  enqueueAccessLink,
  enqueueApproved,
  enqueueCancelled,
  enqueueConfirmation,
  enqueueMoved,
  enqueueRefused,
  enqueueRequestReceived,
} from '../src/notifications/enqueue.ts';
import { insertAppointment, insertDirectory } from '../src/notifications/rows.fixture.ts';
import { makeTestDatabase } from './database.ts';

let made: Awaited<ReturnType<typeof makeTestDatabase>>;
let desk: Desk;
beforeAll(async () => {
  made = await makeTestDatabase();
  await insertDirectory(made.database);
});
beforeEach(() => {
  desk = makeDesk(made.database);
});
afterEach(() => desk.clear());
afterAll(() => made.drop());

test('a confirmed booking owes a confirmation now and its reminders at their time', async () => {
  const { startsAt } = await desk.book('a', 72);
  const now = desk.clock.now();
  const about = { medium: 'mail', appointmentId: 'a', personId: 'a-person', sequence: 0, createdAt: now };
  const owed = { ...about, state: 'pending', attempts: 0, lockedUntil: null, sentAt: null, failure: null };
  expect(await desk.outbox()).toEqual([
    expect.objectContaining({ ...owed, message: 'confirmation', dueAt: now, deadlineAt: now + 24 * hour }),
    expect.objectContaining({ ...owed, message: 'reminder', dueAt: startsAt - 48 * hour, deadlineAt: startsAt - 2 * hour }),
    expect.objectContaining({ ...owed, message: 'reminder', dueAt: startsAt - 2 * hour, deadlineAt: startsAt }),
  ]);
});

test('what is owed and what it is owed for are written together, or not at all', async () => {
  const failed = desk.change(async (tx, tables) => {
    const appointment = await insertAppointment(tx, tables, 'a', desk.clock.now() + hour);
    await enqueueConfirmation(tx, tables, appointment, desk.clock.now());
    throw new Error('the disk is full');
  });
  await expect(failed).rejects.toThrow('the disk is full');
  expect(await desk.outbox()).toEqual([]);
});

test('nothing is owed to who left no e-mail', async () => {
  await desk.book('a', 72, {}, { email: null });
  await desk.book('b', 72, {}, { email: '' });
  const gone = { id: 'a', state: 'cancelled', sequence: 1, startsAt: 0, endsAt: 1, requester: null } as const;
  await desk.change((tx, tables) => enqueueCancelled(tx, tables, gone, 0));
  expect(await desk.outbox()).toEqual([]);
});

test.each([
  ['a request waits for its reminders', enqueueRequestReceived, 'pending', ['request-received']],
  ['a move has its own reminders', enqueueMoved, 'confirmed', ['moved', 'reminder', 'reminder']],
  ['a move that waits for approval has none yet', enqueueMoved, 'pending', ['moved']],
  ['an approval brings the reminders', enqueueApproved, 'confirmed', ['approved', 'reminder', 'reminder']],
  ['a refusal is one message', enqueueRefused, 'refused', ['refused']],
  ['a cancellation is one message', enqueueCancelled, 'cancelled', ['cancelled']],
  ['a lost link is one message', enqueueAccessLink, 'confirmed', ['access-link']],
] as const)('%s', async (_, enqueue, state, messages) => {
  await desk.change(async (tx, tables) => {
    const appointment = await insertAppointment(tx, tables, 'a', desk.clock.now() + 72 * hour, { state, sequence: 4 });
    await enqueue(tx, tables, { ...appointment, state, sequence: 4 }, desk.clock.now());
  });
  const rows = await desk.outbox();
  expect(rows.map(({ message }) => message)).toEqual(messages);
  expect(new Set(rows.map(({ sequence }) => sequence))).toEqual(new Set([4]));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('the same statement serves one booking after the other', async () => {
  for (const id of ['a', 'b', 'c']) await desk.book(id, 72);
  const confirmations = (await desk.outbox()).filter(({ message }) => message === 'confirmation');
  expect(confirmations.map(({ appointmentId }) => appointmentId)).toEqual(['a', 'b', 'c']);
});
