import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { hour, minute } from '../src/notifications/desk.fixture.ts';
import { allParts } from '../src/notifications/mime.fixture.ts';
import type { MailSender } from '../src/notifications/senders/sender.ts';
import { smtpSender } from '../src/notifications/senders/smtp.ts';
import { useMailDesk } from './mail-server.ts';

const mailDesk = useMailDesk();

const never = () => new Promise<never>(() => undefined);

describe('a server that says no', () => {
  test('is asked again, later each time', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    mailServer.behave('put-off');
    const worker = desk.worker(sender);
    for (const [i, wait] of [1, 2, 5].entries()) {
      await worker.runOnce();
      const dueAt = desk.clock.now() + wait * minute;
      expect(await desk.owed('a')).toMatchObject({ state: 'pending', failure: 'refused', attempts: i + 1, dueAt, lockedUntil: null });
      expect(await desk.toCallSince('a')).toBeNull();
      desk.moveTo(dueAt - 1);
      expect(await worker.runOnce()).toBe(0);
      desk.pass(1);
    }
    mailServer.behave('accept');
    await worker.runOnce();
    expect(mailServer.recipients()).toEqual(['a@example.org']);
    expect(await desk.owed('a')).toMatchObject({ state: 'sent', attempts: 4, failure: null });
  });

  test.each(['put-off', 'refuse-content'] as const)('until the deadline (%s): then the message has failed, and is kept', async (manner) => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    mailServer.behave(manner);
    const worker = desk.worker(sender);
    const { deadlineAt } = await desk.owed('a');
    while ((await desk.owed('a')).state === 'pending') {
      desk.moveTo((await desk.owed('a')).dueAt);
      await worker.runOnce();
    }
    expect(await desk.owed('a')).toMatchObject({ state: 'failed', failure: 'refused', sentAt: null });
    expect(await desk.toCallSince('a')).toBe(desk.clock.now());
    expect(desk.clock.now()).toBeGreaterThan(deadlineAt - 2 * hour);
    expect(desk.clock.now()).toBeLessThan(deadlineAt);
    expect(mailServer.received).toEqual([]);
  });

  test('to an address that does not exist is not asked again', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    mailServer.behave('no-such-address');
    await desk.worker(sender).runOnce();
    expect(await desk.owed('a')).toMatchObject({ state: 'failed', failure: 'rejected-address', attempts: 1 });
    expect(await desk.toCallSince('a')).toBe(desk.clock.now());
  });
});

describe('a server that hangs', () => {
  test('is left, and the next message goes', async () => {
    const { desk, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    await desk.book('b', 72);
    mailServer.behave('hang', 'a@example.org');
    const impatient = smtpSender({ url: mailServer.url, timeoutMs: 1_000 });
    await desk.worker(impatient, { atOnce: 1 }).runOnce();
    await impatient.close();
    expect(mailServer.recipients()).toEqual(['b@example.org']);
    expect(await desk.owed('a')).toMatchObject({ state: 'pending', failure: 'timeout' });
  });

  test('with one message does not keep the others waiting', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    const release = Promise.withResolvers<undefined>();
    const send: MailSender['send'] = (mail, signal) => (mail.to === 'a@example.org' ? release.promise : sender.send(mail, signal));
    const worker = desk.worker({ ...sender, send }, { pollMs: 600_000, atOnce: 2, patienceMs: 50 });
    for (const id of ['a', 'b', 'c', 'd']) await desk.book(id, 72);
    worker.wake();
    await vi.waitFor(() => expect(mailServer.recipients()).toHaveLength(3));
    expect(mailServer.recipients().sort()).toEqual(['b@example.org', 'c@example.org', 'd@example.org']);
    release.resolve(undefined);
    await worker.stop();
  });

  test('is left when the time of a mail is over, however patient the connection is', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    mailServer.behave('hang');
    await desk.worker(sender, { sendTimeoutMs: 400 }).runOnce();
    expect(await desk.owed('a')).toMatchObject({ state: 'pending', failure: 'timeout' });
  });
});

describe('a server that dies', () => {
  test('in the middle of a mail gets it again when it is back', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    mailServer.behave('break-off');
    const worker = desk.worker(sender);
    await worker.runOnce();
    expect(await desk.owed('a')).toMatchObject({ state: 'pending', failure: 'connection' });
    mailServer.behave('accept');
    desk.pass(2 * minute);
    await worker.runOnce();
    expect(mailServer.recipients()).toEqual(['a@example.org']);
  });

  test('after it took a mail without a word gets it again under the same Message-ID', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    mailServer.behave('take-and-break-off');
    const worker = desk.worker(sender);
    await worker.runOnce();
    mailServer.behave('accept');
    desk.pass(2 * minute);
    await worker.runOnce();
    const [first] = mailServer.messageIds();
    expect(mailServer.messageIds()).toEqual([first, first]);
  });

  test('and stays down is tried again', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    await mailServer.stop();
    await desk.worker(sender).runOnce();
    expect(await desk.owed('a')).toMatchObject({ state: 'pending', failure: 'connection' });
  });
});

describe('on our side', () => {
  test('a process that dies between the OK of the server and our note of it costs one more copy, under the same Message-ID', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72);
    let hasSent: () => void = () => undefined;
    const sent = new Promise<void>((resolve) => (hasSent = resolve));
    const dies: MailSender = { ...sender, send: (mail, signal) => sender.send(mail, signal).then(hasSent).then(never) };
    void desk.worker(dies, { patienceMs: 600_000 }).runOnce(); // it never comes back
    await sent;

    const other = desk.worker(sender);
    expect(await other.runOnce()).toBe(0); // the dead one still has it in hand
    desk.pass(2 * minute);
    expect(await other.runOnce()).toBe(1);
    desk.pass(2 * minute);
    expect(await other.runOnce()).toBe(0);
    const [first] = mailServer.messageIds();
    expect(mailServer.messageIds()).toEqual([first, first]);
  });

  test('a database that is away when the mail was taken costs no second copy', async () => {
    const { desk, sender, mailServer, database } = mailDesk.get();
    await desk.book('a', 72);
    let isAway = false;
    const write: Database['write'] = (work) => (isAway ? Promise.reject(new Error('away')) : database.database.write(work));
    const goesAway: MailSender = { ...sender, send: (mail, signal) => sender.send(mail, signal).then(() => void (isAway = true)) };
    const worker = desk.worker(goesAway, {}, { ...database.database, write });
    await worker.runOnce();
    expect(await desk.owed('a')).toMatchObject({ state: 'pending' });
    isAway = false;
    desk.pass(2 * minute);
    await worker.runOnce();
    expect(mailServer.received).toHaveLength(1);
    expect(await desk.owed('a')).toMatchObject({ state: 'sent' });
  });

  test('a message that only a newer version knows stays for it', async () => {
    const { desk, sender } = mailDesk.get();
    await desk.book('a', 72);
    await desk.change((tx, { outbox }) => tx.update(outbox).set({ message: 'invoice' }).where(eq(outbox.message, 'confirmation')));
    await desk.worker(sender).runOnce();
    expect(await desk.owed('a', 'invoice')).toMatchObject({ state: 'pending', failure: 'unknown' });
  });

  test.each([
    ['an e-mail', { email: 'a@example.org\r\nBcc: eve@example.org' }],
    ['a name', { givenName: 'Ada\r\nBcc: eve@example.org', familyName: '\r\n\r\nHello' }],
  ])('line breaks in %s make no header and no recipient', async (_, person) => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72, {}, person);
    await desk.worker(sender).runOnce();
    expect(mailServer.asked.filter((address) => address.includes('eve'))).toEqual([]);
    const headers = mailServer.received.flatMap(({ message }) => allParts(message)).flatMap((part) => part.headers);
    expect(headers.filter((line) => /^bcc/i.test(line))).toEqual([]);
    expect(await desk.owed('a')).toMatchObject('email' in person ? { state: 'failed', failure: 'rejected-address' } : { state: 'sent' });
  });

  test('the log says what happened, and nothing about anybody', async () => {
    const { desk, sender, mailServer } = mailDesk.get();
    await desk.book('a', 72, {}, { givenName: 'Gelsomina' });
    mailServer.behave('no-such-address');
    await desk.worker(sender).runOnce();
    const told = { message: 'confirmation', attempt: 1, state: 'failed', failure: 'rejected-address', hint: 'EENVELOPE 550 RCPT TO' };
    expect(desk.log).toEqual([expect.objectContaining(told)]);
    expect(JSON.stringify(desk.log)).not.toMatch(/example\.org|Gelsomina|secret|No such user/);
  });
});
