import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../src/database/open.ts';
import { type Booked, hour, minute } from '../src/notifications/desk.fixture.ts';
import { enqueueCancelled, enqueueMoved } from '../src/notifications/enqueue.ts';
import { allParts, contentOf, type MimePart } from '../src/notifications/mime.fixture.ts';
import type { MailSender } from '../src/notifications/senders/sender.ts';
import { type ReceivedMail, useMailDesk } from './mail-server.ts';

const mailDesk = useMailDesk();

function firstMail(): ReceivedMail {
  const [mail] = mailDesk.get().mailServer.received;
  if (!mail) throw new Error('No mail came');
  return mail;
}

function part(message: MimePart, type: string): MimePart {
  const found = allParts(message).find((each) => each.type === type);
  if (!found) throw new Error(`The mail has no ${type}`);
  return found;
}

test('the confirmation arrives once', async () => {
  const { desk, sender, mailServer } = mailDesk.get();
  await desk.book('a', 72);
  const worker = desk.worker(sender);
  expect(await worker.runOnce()).toBe(1);
  expect(await worker.runOnce()).toBe(0);

  expect(mailServer.received).toHaveLength(1);
  const { message, ...envelope } = firstMail();
  expect(envelope).toEqual({ from: 'sportello@example.org', to: ['a@example.org'] });
  const row = await desk.owed('a');
  expect(row).toMatchObject({ state: 'sent', sentAt: desk.clock.now(), attempts: 1, failure: null, lockedUntil: null });
  expect(message.header('Message-ID')).toBe(`<${row.id}@sportello.example.org>`);
  expect(message.header('From')).toBe('Unione di Prova <sportello@example.org>');
  expect(message.header('To')).toBe('a@example.org');
  expect(message.header('Subject')).toBe('Appuntamento confermato: lunedì 23 novembre 2026, ore 12:00');
  expect(message.header('Auto-Submitted')).toBe('auto-generated');
  expect(message.header('Content-Language')).toBe('it');
  expect(Date.parse(message.header('Date') ?? '')).toBe(desk.clock.now());
});

test('a confirmation has text, HTML and the calendar, as an invitation and as a file', async () => {
  const { desk, sender } = mailDesk.get();
  await desk.book('a', 72);
  await desk.worker(sender).runOnce();
  const { message } = firstMail();
  for (const type of ['text/plain', 'text/html']) expect(part(message, type).content).toContain('#secret-a-0');
  const invitation = part(message, 'text/calendar');
  expect(invitation.header('Content-Type')).toContain('method=REQUEST');
  const event = new ICAL.Component(ICAL.parse(invitation.content)).getFirstSubcomponent('vevent');
  expect(event?.getFirstPropertyValue('uid')).toBe('a@sportello.example.org');
  const file = part(message, 'application/ics');
  expect(file.header('Content-Disposition')).toContain('invite.ics');
  expect(file.content.replaceAll('\r\n', '\n').trim()).toBe(invitation.content.trim());
});

test('a person who booked in English is written to in English', async () => {
  const { desk, sender, mailServer } = mailDesk.get();
  await desk.book('a', 72, { language: 'en' });
  await desk.worker(sender).runOnce();
  expect(mailServer.subjects()).toEqual(['Appointment confirmed: Monday 23 November 2026 at 12:00']);
});

test('reminders arrive two days and two hours before, once each, and never after the start', async () => {
  const { desk, sender, mailServer } = mailDesk.get();
  const { startsAt } = await desk.book('a', 72);
  const worker = desk.worker(sender);
  const arrived = [];
  for (const hoursBefore of [72, 49, 48, 47, 3, 2, 1, 0, -1]) {
    desk.moveTo(startsAt - hoursBefore * hour);
    if ((await worker.runOnce()) > 0) arrived.push(hoursBefore);
  }
  expect(arrived).toEqual([72, 48, 2]);
  expect(mailServer.subjects().map((subject) => subject?.split(':')[0])).toEqual(['Appuntamento confermato', 'Promemoria', 'Promemoria']);
});

test('a reminder that nobody could send before the start is dropped', async () => {
  const { desk, sender, mailServer } = mailDesk.get();
  const { startsAt } = await desk.book('a', 72);
  desk.moveTo(startsAt);
  await desk.worker(sender).runOnce();
  expect((await desk.outbox()).map(({ message, state, failure }) => [message, state, failure])).toEqual([
    ['confirmation', 'failed', 'late'],
    ['reminder', 'dropped', 'late'],
    ['reminder', 'dropped', 'late'],
  ]);
  expect(mailServer.received).toEqual([]);
});

async function move(appointment: Booked, startsAt: number): Promise<void> {
  const { desk } = mailDesk.get();
  await desk.change(async (tx, tables) => {
    const moved = { startsAt, endsAt: startsAt + 30 * minute, sequence: appointment.sequence + 1 };
    await tx.update(tables.appointments).set(moved).where(eq(tables.appointments.id, appointment.id));
    await enqueueMoved(tx, tables, { ...appointment, ...moved }, desk.clock.now());
  });
}

test('after a move only the new time is reminded of', async () => {
  const { desk, sender, mailServer } = mailDesk.get();
  const appointment = await desk.book('a', 72);
  const worker = desk.worker(sender);
  await worker.runOnce();
  await move(appointment, appointment.startsAt + 24 * hour);
  for (let hours = 0; hours < 100; hours += 1) {
    await worker.runOnce();
    desk.pass(hour);
  }
  expect(mailServer.subjects()).toEqual([
    'Appuntamento confermato: lunedì 23 novembre 2026, ore 12:00',
    'Appuntamento spostato: martedì 24 novembre 2026, ore 12:00',
    'Promemoria: appuntamento martedì 24 novembre 2026, ore 12:00',
    'Promemoria: appuntamento martedì 24 novembre 2026, ore 12:00',
  ]);
  const dropped = (await desk.outbox()).filter(({ state }) => state === 'dropped');
  expect(dropped.map(({ message, sequence, failure }) => [message, sequence, failure])).toEqual([
    ['reminder', 0, 'superseded'],
    ['reminder', 0, 'superseded'],
  ]);
});

test('cancelled before its confirmation left, an appointment only sends the cancellation, which takes it out of the calendar', async () => {
  const { desk, sender, mailServer } = mailDesk.get();
  const appointment = await desk.book('a', 72);
  await desk.change(async (tx, tables) => {
    const cancelled = { state: 'cancelled' as const, sequence: 1 };
    await tx.update(tables.appointments).set(cancelled).where(eq(tables.appointments.id, 'a'));
    await enqueueCancelled(tx, tables, { ...appointment, ...cancelled }, desk.clock.now());
  });
  const worker = desk.worker(sender);
  await worker.runOnce();
  desk.pass(71 * hour);
  await worker.runOnce();
  expect(mailServer.subjects()).toEqual(['Appuntamento annullato: lunedì 23 novembre 2026, ore 12:00']);
  const calendar = contentOf(firstMail().message, 'text/calendar');
  for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1']) expect(calendar).toContain(line);
});

test('a person who was erased is not written to', async () => {
  const { desk, sender } = mailDesk.get();
  await desk.book('a', 72);
  await desk.change((tx, { people }) => tx.update(people).set({ email: null, givenName: null }).where(eq(people.id, 'a-person')));
  await desk.worker(sender).runOnce();
  expect(await desk.owed('a')).toMatchObject({ state: 'dropped', failure: 'no-address' });
});

test('two workers at once send each message once', async () => {
  const { desk, sender, mailServer, database } = mailDesk.get();
  const other = await openDatabase(database.location);
  const ids = Array.from({ length: 30 }, (_, i) => `p${i}`);
  for (const id of ids) await desk.book(id, 72);
  const handled = await Promise.all([desk.worker(sender).runOnce(), desk.worker(sender, {}, other).runOnce()]);
  expect(handled[0] + handled[1]).toBe(30);
  expect(mailServer.recipients().sort()).toEqual(ids.map((id) => `${id}@example.org`).sort());
  await other.close();
});

test('a worker that is woken does not wait for its time', async () => {
  const { desk, sender, mailServer } = mailDesk.get();
  const worker = desk.worker(sender, { pollMs: 60_000 });
  await desk.book('a', 72);
  worker.wake();
  await vi.waitFor(() => expect(mailServer.recipients()).toEqual(['a@example.org']));
  await worker.stop();
  expect(await desk.owed('a')).toMatchObject({ state: 'sent' });
});

test('a worker that stops ends what it has in hand and takes nothing more', async () => {
  const { desk, sender } = mailDesk.get();
  const begun: (() => void)[] = [];
  const slow: MailSender = { ...sender, send: () => new Promise((resolve) => void begun.push(resolve)) };
  await desk.book('a', 72);
  await desk.book('b', 72);
  const worker = desk.worker(slow, { atOnce: 1, pollMs: 60_000 });
  await vi.waitFor(() => expect(begun).toHaveLength(1));
  const stopped = worker.stop();
  begun.forEach((finish) => finish());
  await stopped;
  expect(await desk.owed('a')).toMatchObject({ state: 'sent' });
  expect(await desk.owed('b')).toMatchObject({ state: 'pending', attempts: 0 });
});
