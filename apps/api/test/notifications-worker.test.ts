import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../src/database/open.ts';
import { type Booked, type Desk, hour, makeDesk, minute } from '../src/notifications/desk.fixture.ts';
import { enqueueCancelled, enqueueMoved } from '../src/notifications/enqueue.ts';
import { allParts, contentOf } from '../src/notifications/mime.fixture.ts';
import { insertDirectory } from '../src/notifications/rows.fixture.ts';
import { type MailSender, SendError } from '../src/notifications/senders/sender.ts';
import { smtpSender } from '../src/notifications/senders/smtp.ts';
import { makeTestDatabase } from './database.ts';
import { type MailServer, type ReceivedMail, startMailServer } from './mail-server.ts';

let made: Awaited<ReturnType<typeof makeTestDatabase>>;
let desk: Desk;
let mailServer: MailServer;
let sender: MailSender;

beforeAll(async () => {
  made = await makeTestDatabase();
  await insertDirectory(made.database);
});
beforeEach(async () => {
  desk = makeDesk(made.database);
  mailServer = await startMailServer();
  sender = smtpSender({ url: mailServer.url });
});
afterEach(async () => {
  await sender.close();
  await mailServer.stop();
  await desk.clear();
});
afterAll(() => made.drop());

async function rowOf(id: string, message = 'confirmation') {
  const row = (await desk.outbox()).find((each) => each.appointmentId === id && each.message === message);
  if (!row) throw new Error(`Nothing is owed to ${id}`);
  return row;
}

function firstMail(): ReceivedMail {
  const [mail] = mailServer.received;
  if (!mail) throw new Error('No mail came');
  return mail;
}

function recipients(): string[] {
  return mailServer.received.flatMap(({ to }) => to);
}

test('the confirmation arrives once, with its calendar file', async () => {
  await desk.book('a', 72);
  const worker = desk.worker(sender);
  expect(await worker.runOnce()).toBe(1);
  expect(await worker.runOnce()).toBe(0);

  const { message, ...envelope } = firstMail();
  expect(mailServer.received).toHaveLength(1);
  expect(envelope).toEqual({ from: 'sportello@example.org', to: ['a@example.org'] });
  const row = await rowOf('a');
  expect(row).toMatchObject({ state: 'sent', sentAt: desk.clock.now(), attempts: 1, failure: null, lockedUntil: null });
  expect(message.header('Message-ID')).toBe(`<${row.id}@sportello.example.org>`);
  expect(message.header('From')).toBe('Unione di Prova <sportello@example.org>');
  expect(message.header('To')).toBe('a@example.org');
  expect(message.header('Subject')).toBe('Appuntamento confermato: lunedì 23 novembre 2026, ore 12:00');
  expect(message.header('Auto-Submitted')).toBe('auto-generated');
  expect(message.header('Content-Language')).toBe('it');
  expect(Date.parse(message.header('Date') ?? '')).toBe(desk.clock.now());
  expect(contentOf(message, 'text/plain')).toContain('#secret-a-0');
  expect(contentOf(message, 'text/html')).toContain('#secret-a-0');

  const calendar = allParts(message).find(({ type }) => type === 'text/calendar');
  expect(calendar?.header('Content-Type')).toContain('method=REQUEST');
  expect(new ICAL.Component(ICAL.parse(calendar?.content ?? '')).getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid')).toBe('a@sportello.example.org');
  const file = allParts(message).find(({ type }) => type === 'application/ics');
  expect(file?.header('Content-Disposition')).toContain('invite.ics');
  expect(file?.content.replaceAll('\r\n', '\n').trim()).toBe(calendar?.content.trim());
});

test('a person who booked in English is written to in English', async () => {
  await desk.book('a', 72, { language: 'en' });
  await desk.worker(sender).runOnce();
  expect(firstMail().message.header('Subject')).toBe('Appointment confirmed: Monday 23 November 2026 at 12:00');
});

test('reminders arrive two days and two hours before, once each, and never after the start', async () => {
  const { startsAt } = await desk.book('a', 72);
  const worker = desk.worker(sender);
  const arrived = [];
  for (const hoursBefore of [72, 49, 48, 47, 3, 2, 1, 0, -1]) {
    desk.moveTo(startsAt - hoursBefore * hour);
    if ((await worker.runOnce()) > 0) arrived.push(hoursBefore);
  }
  expect(arrived).toEqual([72, 48, 2]);
  expect(mailServer.received.map(({ message }) => message.header('Subject')?.split(':')[0])).toEqual(['Appuntamento confermato', 'Promemoria', 'Promemoria']);
});

test('a reminder that nobody could send before the start is dropped', async () => {
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

test('a mail that is put off is tried again, later each time', async () => {
  await desk.book('a', 72);
  mailServer.behave('put-off');
  const worker = desk.worker(sender);
  for (const [i, wait] of [1, 2, 5].entries()) {
    await worker.runOnce();
    expect(await rowOf('a')).toMatchObject({ state: 'pending', failure: 'refused', attempts: i + 1, dueAt: desk.clock.now() + wait * minute, lockedUntil: null });
    desk.pass(wait * minute - 1);
    expect(await worker.runOnce()).toBe(0);
    desk.pass(1);
  }
  mailServer.behave('accept');
  await worker.runOnce();
  expect(recipients()).toEqual(['a@example.org']);
  expect(await rowOf('a')).toMatchObject({ state: 'sent', attempts: 4, failure: null });
});

test.each(['put-off', 'refuse-content'] as const)('a mail that is always refused (%s) has failed at its deadline, and is kept', async (manner) => {
  await desk.book('a', 72);
  mailServer.behave(manner);
  const worker = desk.worker(sender);
  const { deadlineAt } = await rowOf('a');
  while ((await rowOf('a')).state === 'pending') {
    desk.moveTo((await rowOf('a')).dueAt);
    await worker.runOnce();
  }
  expect(await rowOf('a')).toMatchObject({ state: 'failed', failure: 'refused', sentAt: null });
  expect(desk.clock.now()).toBeGreaterThan(deadlineAt - 2 * hour);
  expect(desk.clock.now()).toBeLessThan(deadlineAt);
  expect(recipients()).toEqual([]);
});

test('an address that does not exist has failed at once', async () => {
  await desk.book('a', 72);
  mailServer.behave('no-such-address');
  await desk.worker(sender).runOnce();
  expect(await rowOf('a')).toMatchObject({ state: 'failed', failure: 'rejected-address', attempts: 1 });
});

test('a server that hangs is left, and the next message goes', async () => {
  await desk.book('a', 72);
  await desk.book('b', 72);
  mailServer.behave('hang', 'a@example.org');
  const impatient = smtpSender({ url: mailServer.url, timeoutMs: 1_000 });
  await desk.worker(impatient, { atOnce: 1 }).runOnce();
  await impatient.close();
  expect(recipients()).toEqual(['b@example.org']);
  expect(await rowOf('a')).toMatchObject({ state: 'pending', failure: 'timeout' });
});

test('while one message hangs, the others do not wait for it', async () => {
  const hangs: MailSender = { ...sender, send: (mail, signal) => (mail.to === 'a@example.org' ? new Promise<void>(() => undefined) : sender.send(mail, signal)) };
  const worker = desk.worker(hangs, { pollMs: 60_000, atOnce: 2 });
  for (const id of ['a', 'b', 'c', 'd']) await desk.book(id, 72);
  worker.wake();
  await vi.waitFor(() => expect(recipients()).toHaveLength(3));
  expect(recipients().sort()).toEqual(['b@example.org', 'c@example.org', 'd@example.org']);
});

test('even a sender that never ends an answer is left when its time is over', async () => {
  const endless: MailSender = { ...sender, send: (_mail, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new SendError('temporary', 'timeout')))) };
  await desk.book('a', 72);
  await desk.worker(endless, { sendTimeoutMs: 50 }).runOnce();
  expect(await rowOf('a')).toMatchObject({ state: 'pending', failure: 'timeout' });
});

test('a server that breaks off in the middle of a mail gets it again when it is back', async () => {
  await desk.book('a', 72);
  mailServer.behave('break-off');
  const worker = desk.worker(sender);
  await worker.runOnce();
  expect(await rowOf('a')).toMatchObject({ state: 'pending', failure: 'connection' });
  mailServer.behave('accept');
  desk.pass(2 * minute);
  await worker.runOnce();
  expect(recipients()).toEqual(['a@example.org']);
});

test('a server that is down is tried again', async () => {
  await desk.book('a', 72);
  await mailServer.stop();
  await desk.worker(sender).runOnce();
  expect(await rowOf('a')).toMatchObject({ state: 'pending', failure: 'connection' });
});

test('a mail that was taken without a word comes again under the same Message-ID', async () => {
  await desk.book('a', 72);
  mailServer.behave('take-and-break-off');
  const worker = desk.worker(sender);
  await worker.runOnce();
  mailServer.behave('accept');
  desk.pass(2 * minute);
  await worker.runOnce();
  const [first, second] = mailServer.received.map(({ message }) => message.header('Message-ID'));
  expect(mailServer.received).toHaveLength(2);
  expect(second).toBe(first);
});

test('a process that dies between the OK of the server and our note of it costs one more copy, under the same Message-ID', async () => {
  await desk.book('a', 72);
  let hasSent: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => (hasSent = resolve));
  const dies: MailSender = { ...sender, send: (mail, signal) => sender.send(mail, signal).then(hasSent).then(() => new Promise<never>(() => undefined)) };
  void desk.worker(dies).runOnce();
  await sent;

  const other = desk.worker(sender);
  expect(await other.runOnce()).toBe(0); // the dead one still has it in hand
  desk.pass(2 * minute);
  expect(await other.runOnce()).toBe(1);
  desk.pass(2 * minute);
  expect(await other.runOnce()).toBe(0);
  const ids = mailServer.received.map(({ message }) => message.header('Message-ID'));
  expect(ids).toEqual([ids[0], ids[0]]);
});

test('a database that is away when the mail was taken costs no second copy', async () => {
  await desk.book('a', 72);
  let isAway = false;
  const flaky = { ...made.database, write: ((work) => (isAway ? Promise.reject(new Error('away')) : made.database.write(work))) as typeof made.database.write };
  const away: MailSender = { ...sender, send: (mail, signal) => sender.send(mail, signal).then(() => void (isAway = true)) };
  const worker = desk.worker(away, {}, flaky);
  await worker.runOnce();
  expect(await rowOf('a')).toMatchObject({ state: 'pending' });
  isAway = false;
  desk.pass(2 * minute);
  await worker.runOnce();
  expect(mailServer.received).toHaveLength(1);
  expect(await rowOf('a')).toMatchObject({ state: 'sent' });
});

async function move(appointment: Booked, startsAt: number): Promise<void> {
  await desk.change(async (tx, tables) => {
    const moved = { startsAt, endsAt: startsAt + 30 * minute, sequence: appointment.sequence + 1 };
    await tx.update(tables.appointments).set(moved).where(eq(tables.appointments.id, appointment.id));
    await enqueueMoved(tx, tables, { ...appointment, ...moved }, desk.clock.now());
  });
}

test('after a move only the new time is reminded of', async () => {
  const appointment = await desk.book('a', 72);
  const worker = desk.worker(sender);
  await worker.runOnce();
  await move(appointment, appointment.startsAt + 24 * hour);
  for (let hours = 0; hours < 100; hours += 1) {
    await worker.runOnce();
    desk.pass(hour);
  }
  expect(mailServer.received.map(({ message }) => message.header('Subject'))).toEqual([
    'Appuntamento confermato: lunedì 23 novembre 2026, ore 12:00',
    'Appuntamento spostato: martedì 24 novembre 2026, ore 12:00',
    'Promemoria: appuntamento martedì 24 novembre 2026, ore 12:00',
    'Promemoria: appuntamento martedì 24 novembre 2026, ore 12:00',
  ]);
  expect((await desk.outbox()).filter(({ state }) => state === 'dropped').map(({ message, sequence, failure }) => [message, sequence, failure])).toEqual([
    ['reminder', 0, 'superseded'],
    ['reminder', 0, 'superseded'],
  ]);
});

test('an appointment cancelled before its confirmation left only sends the cancellation, which takes it out of the calendar', async () => {
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
  expect(mailServer.received.map(({ message }) => message.header('Subject'))).toEqual(['Appuntamento annullato: lunedì 23 novembre 2026, ore 12:00']);
  const calendar = contentOf(firstMail().message, 'text/calendar');
  expect(calendar).toContain('METHOD:CANCEL');
  expect(calendar).toContain('STATUS:CANCELLED');
  expect(calendar).toContain('SEQUENCE:1');
});

test('a person who was erased is not written to', async () => {
  await desk.book('a', 72);
  await desk.change((tx, tables) => tx.update(tables.people).set({ email: null, givenName: null }).where(eq(tables.people.id, 'a-person')));
  await desk.worker(sender).runOnce();
  expect(await rowOf('a')).toMatchObject({ state: 'dropped', failure: 'no-address' });
});

test.each([
  ['in an e-mail', { email: 'a@example.org\r\nBcc: eve@example.org' }],
  ['in a name', { givenName: 'Ada\r\nBcc: eve@example.org', familyName: '\r\n\r\nHello' }],
])('line breaks %s make no header and no recipient', async (_, person) => {
  await desk.book('a', 72, {}, person);
  await desk.worker(sender).runOnce();
  expect(mailServer.asked.filter((address) => address.includes('eve'))).toEqual([]);
  for (const { message } of mailServer.received) {
    for (const part of allParts(message)) expect(part.headers.filter((line) => /^bcc/i.test(line))).toEqual([]);
  }
  if ('email' in person) expect(await rowOf('a')).toMatchObject({ state: 'failed', failure: 'rejected-address' });
});

test('a message that only a newer version knows stays for it', async () => {
  await desk.book('a', 72);
  await desk.change((tx, tables) => tx.update(tables.outbox).set({ message: 'invoice' }).where(eq(tables.outbox.message, 'confirmation')));
  await desk.worker(sender).runOnce();
  expect(await rowOf('a', 'invoice')).toMatchObject({ state: 'pending', failure: 'unknown' });
});

test('two workers at once send each message once', async () => {
  const other = await openDatabase(made.location);
  const ids = Array.from({ length: 30 }, (_, i) => `p${i}`);
  for (const id of ids) await desk.book(id, 72);
  const handled = await Promise.all([desk.worker(sender).runOnce(), desk.worker(sender, {}, other).runOnce()]);
  expect(handled[0] + handled[1]).toBe(30);
  expect(recipients().sort()).toEqual(ids.map((id) => `${id}@example.org`).sort());
  await other.close();
});

test('a worker that is woken does not wait for its time', async () => {
  const worker = desk.worker(sender, { pollMs: 60_000 });
  await desk.book('a', 72);
  worker.wake();
  await vi.waitFor(() => expect(recipients()).toEqual(['a@example.org']));
  await worker.stop();
  expect(await rowOf('a')).toMatchObject({ state: 'sent' });
});

test('a worker that stops ends what it has in hand and takes nothing more', async () => {
  const begun: (() => void)[] = [];
  const slow: MailSender = { ...sender, send: () => new Promise((resolve) => void begun.push(resolve)) };
  await desk.book('a', 72);
  await desk.book('b', 72);
  const worker = desk.worker(slow, { atOnce: 1, pollMs: 60_000 });
  await vi.waitFor(() => expect(begun).toHaveLength(1));
  const stopped = worker.stop();
  begun.forEach((finish) => finish());
  await stopped;
  expect(await rowOf('a')).toMatchObject({ state: 'sent' });
  expect(await rowOf('b')).toMatchObject({ state: 'pending', attempts: 0 });
});

test('the log says what happened, and nothing about anybody', async () => {
  await desk.book('a', 72, {}, { givenName: 'Gelsomina' });
  mailServer.behave('no-such-address');
  await desk.worker(sender).runOnce();
  expect(desk.log).toEqual([expect.objectContaining({ message: 'confirmation', attempt: 1, state: 'failed', failure: 'rejected-address', hint: 'EENVELOPE 550 RCPT TO' })]);
  expect(JSON.stringify(desk.log)).not.toMatch(/example\.org|Gelsomina|secret|No such user/);
});
