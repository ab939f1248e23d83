import type { Webhook, WebhookTest } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { setTimeout as delay } from 'node:timers/promises';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../src/database/id.ts';
import { tidyUp } from '../src/housekeeping.ts';
import { newWebhookSecret, signatureHeaders } from '../src/systems/webhooks/sign.ts';
import { mostWaiting } from '../src/systems/webhooks/sweep.ts';
import { type Desk, openBeside, openEmptyDesk } from './app.ts';
import { citizenOf, got } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';
import { addWebhook, deliveriesOf, forgetSystems, showWebhook, tellingProcess } from './system-desk.ts';
import { openReceiver, type Receiver } from './webhook-receiver.ts';

let desk: Desk;
let receiver: Receiver;
let admin: TestMember;
let job: ReturnType<typeof tellingProcess>;

beforeAll(async () => {
  desk = await openEmptyDesk({ webhookPrivateHosts: ['localhost'] });
  receiver = await openReceiver();
});
beforeEach(async () => {
  admin = await addMember(desk, { role: 'admin' });
  job = tellingProcess(desk, desk.database);
});
afterEach(async () => {
  await job.stop();
  receiver.calm();
  await forgetSystems(desk);
  const later = desk.clock.now() + 5 * 86_400_000; // what happened stays in the log for good: the next test begins later
  await desk.clear();
  desk.clock.set(later);
});
afterAll(async () => {
  await receiver.close();
  await desk.close();
});

const cookie = async () => (await signedIn(desk, admin)).cookie;
const add = async (body: object = {}) => addWebhook(desk, await cookie(), { url: receiver.url(), ...body });
const show = async (id: string) => showWebhook(desk, await cookie(), id);
const log = async (id: string, query = '') => deliveriesOf(desk, await cookie(), id, query);
const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) => askAs(desk, await cookie(), method, url, body);
const types = () => receiver.received.map(({ message }) => message.type);
const mails = async (message: string) => (await desk.database.read.select().from(desk.database.tables.outbox)).filter((row) => row.message === message && row.staffId === admin.id);

/** Something happened to an appointment, as the log of the desk says it. */
async function happened(kind: 'confirmed' | 'moved' | 'cancelled' | 'arrived', { appointmentId = newId(), at = desk.clock.now(), officeId = 'office' } = {}): Promise<string> {
  const id = newId();
  const row = { id, at, kind, actor: 'citizen' as const, appointmentId, newStartsAt: at + 86_400_000, serviceId: 'service', channel: 'video' as const, officeId, municipalityId: 'comune', plannedMinutes: 30 };
  await desk.database.write(async (tx) => void (await tx.insert(desk.database.tables.events).values(row)));
  return id;
}

/** An afternoon in which it is tried again and again: five minutes and once more, until this instant. */
async function passTo(hours: number, stepMinutes = 30): Promise<void> {
  for (let minutes = 0; minutes < hours * 60; minutes += stepMinutes) {
    desk.clock.pass(stepMinutes);
    await job.runOnce();
  }
}

describe('what another system is told', () => {
  test('a citizen books, moves and cancels, and each is told in order, signed as the convention says', async () => {
    desk.clock.set('2026-12-01T08:00:00+01:00');
    const { secret } = await add();
    const citizen = citizenOf(desk);
    const wanted = await citizen.wanted();
    const [first = '', second = ''] = await citizen.starts(wanted, '2026-12-03');
    const booked = await citizen.bookAt(wanted, first, {}, { given_name: 'Ada', family_name: 'Quintavalle', email: 'ada@example.org' });
    await job.runOnce();
    got(await citizen.move(booked, { starts_at: second }), 200);
    got(await citizen.cancel(booked, {}), 200);
    await job.runOnce();
    expect(types()).toEqual(['appointment.booked', 'appointment.moved', 'appointment.cancelled']);
    expect(receiver.received[0]?.message).toEqual({
      type: 'appointment.booked',
      timestamp: '2026-12-01T07:00:00.000Z',
      data: { appointment_id: expect.any(String), state: 'confirmed', service_id: wanted.service_id, office_id: expect.any(String), municipality_id: wanted.municipality_id, place_id: null, channel: 'video', starts_at: first },
    });
    expect(receiver.received[1]?.message.data).toMatchObject({ starts_at: second, previous_starts_at: first });
    const all = receiver.received.map(({ body }) => body).join();
    for (const personal of ['Ada', 'Quintavalle', 'ada@example.org', booked.code, booked.manage_token]) expect(all).not.toContain(personal);
    // The library checks the time too: it is told that it is the desk's present.
    vi.useFakeTimers({ now: desk.clock.now(), toFake: ['Date'] });
    for (const { body, headers } of receiver.received) expect(() => new Verifier(secret).verify(body, { ...headers })).not.toThrow();
    const [one] = receiver.received;
    expect(() => new Verifier(newWebhookSecret()).verify(one?.body ?? '', { ...one?.headers })).toThrow();
    expect(() => new Verifier(secret).verify(`${one?.body} `, { ...one?.headers })).toThrow();
    vi.useRealTimers();
  });

  test('only the kinds and the offices that were chosen, and only what happens from then on', async () => {
    await happened('confirmed', { at: desk.clock.now() - 60_000 });
    const { webhook } = await add({ kinds: ['appointment.cancelled'] });
    await desk.database.write(async (tx) => void (await tx.update(desk.database.tables.webhooks).set({ officeIds: ['here'] }).where(eq(desk.database.tables.webhooks.id, webhook.id))));
    await happened('confirmed', { officeId: 'here' });
    await happened('cancelled', { officeId: 'there' });
    const told = await happened('cancelled', { officeId: 'here' });
    await job.runOnce();
    expect(receiver.received.map(({ id }) => id)).toEqual([told]);
  });

  test('an event that was committed late is told all the same, and none twice', async () => {
    await add();
    desk.clock.pass(5);
    await happened('confirmed');
    await job.runOnce();
    desk.clock.pass(3);
    const late = await happened('confirmed', { at: desk.clock.now() - 4 * 60_000 });
    await job.runOnce();
    await job.runOnce();
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[1]?.id).toBe(late);
  });
});

describe('the secret', () => {
  test('is shown once, sealed where it is kept, and stands nowhere else', async () => {
    const { secret, webhook } = await add();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { webhooks, auditValues } = desk.database.tables;
    const kept = JSON.stringify([await desk.database.read.select().from(webhooks), await desk.database.read.select().from(auditValues), await show(webhook.id)]);
    expect(kept).not.toContain(secret.slice(6));
  });

  test('for a day after a change both sign, then the new one alone', async () => {
    const { secret: former, webhook } = await add();
    const made = got<{ secret: string; webhook: Webhook }>(await ask('POST', `/staff/webhooks/${webhook.id}/secrets`, {}), 200);
    expect(made.secret).not.toBe(former);
    await happened('confirmed');
    await job.runOnce();
    desk.clock.pass(24 * 60);
    await happened('confirmed');
    await job.runOnce();
    const [within, after] = receiver.received;
    const isSignedBy = (secret: string, { id, body, headers }: NonNullable<typeof within>) => {
      const own = signatureHeaders({ messageId: id, payload: body, at: Number(headers['webhook-timestamp']) * 1000, secrets: [secret] })['webhook-signature'];
      return (headers['webhook-signature'] ?? '').split(' ').includes(own);
    };
    if (!within || !after) throw new Error('not told twice');
    expect([isSignedBy(former, within), isSignedBy(made.secret, within)]).toEqual([true, true]);
    expect([isSignedBy(former, after), isSignedBy(made.secret, after)]).toEqual([false, true]);
  });
});

describe('an address that may not be told', () => {
  test.each(['http://example.org/hook', 'https://user:password@example.org/', 'https://127.0.0.1/', 'https://10.0.0.5/', 'https://[::1]/', 'https://[::ffff:10.0.0.5]/', 'https://169.254.169.254/latest', 'https://0x7f.1/', 'https://2130706433/', 'ftp://example.org', 'example.org', 'https://desk.localhost/'])('is refused when it is written: %s', async (url) => {
    expectInvalid(await ask('POST', '/staff/webhooks', { name: 'x', url, kinds: ['appointment.booked'] }), '/url');
  });

  test.each([
    ['leads into a private network', [{ address: '10.0.0.5', family: 4 }]],
    ['leads there among others', [{ address: '93.184.216.34', family: 4 }, { address: '::ffff:127.0.0.1', family: 6 }]],
  ])('a name that %s is refused when the connection is made', async (_, addresses) => {
    await job.stop();
    const resolve = ((_name: string, _options: object, callback: (error: null, found: object[]) => void) => callback(null, addresses)) as never;
    job = tellingProcess(desk, desk.database, { resolve });
    const { webhook } = await add({ url: 'https://system.example.org/hook' });
    await happened('confirmed');
    await job.runOnce();
    expect(await log(webhook.id)).toMatchObject([{ state: 'waiting', failure: 'private-address', status: null }]);
    expect(receiver.received).toEqual([]);
  });

  test('a redirect is not followed, wherever it leads', async () => {
    const { webhook } = await add();
    receiver.answer((response) => void response.writeHead(307, { location: receiver.url('elsewhere') }).end());
    await happened('confirmed');
    await job.runOnce();
    expect(receiver.received).toHaveLength(1);
    expect(await log(webhook.id)).toMatchObject([{ state: 'waiting', failure: 'redirected', status: 307 }]);
  });
});

describe('another system in trouble', () => {
  test('is tried for three days with growing pauses, under one id; then it is switched off, and administrators are told', async () => {
    const { webhook } = await add();
    receiver.answer((response) => void response.writeHead(500).end('Errore interno di mario.rossi@example.org, tel. 0141 123456'));
    const id = await happened('confirmed');
    await job.runOnce();
    expect(await log(webhook.id)).toMatchObject([{ state: 'waiting', attempts: 1, status: 500, failure: 'refused', answer: 'Errore interno di ***, tel. ***', message_id: id }]);
    await passTo(71);
    const before = receiver.received.length;
    expect(before).toBeGreaterThan(8);
    expect(before).toBeLessThan(20);
    expect(new Set(receiver.received.map((one) => one.id))).toEqual(new Set([id]));
    expect(await show(webhook.id)).toMatchObject({ state: 'on', waiting_count: 1, last_failure: 'refused' });
    expect(await mails('staff-webhook-off')).toEqual([]);
    await passTo(2);
    expect(await show(webhook.id)).toMatchObject({ state: 'failed', waiting_count: 0, failed_count: 1 });
    expect(await mails('staff-webhook-off')).toHaveLength(1);
    const after = receiver.received.length;
    await passTo(24);
    expect(receiver.received).toHaveLength(after);
  });

  test('is told what it missed, once it was switched on again and asked to be sent again', async () => {
    const { webhook } = await add();
    receiver.answer((response) => void response.writeHead(410).end());
    const first = await happened('confirmed');
    await job.runOnce();
    expect(await show(webhook.id)).toMatchObject({ state: 'failed' });
    const replay = { failed_since: new Date(desk.clock.now() - 86_400_000).toISOString().slice(0, 10) };
    expectProblem(await ask('POST', `/staff/webhooks/${webhook.id}/replays`, replay), 'state-conflict');
    receiver.calm();
    desk.clock.pass(60);
    const second = await happened('confirmed');
    const { revision } = await show(webhook.id);
    got(await ask('PATCH', `/staff/webhooks/${webhook.id}`, { revision, state: 'on' }), 200);
    await job.runOnce();
    expect(receiver.received.map(({ id }) => id)).toEqual([second]);
    expect(got(await ask('POST', `/staff/webhooks/${webhook.id}/replays`, replay), 200)).toEqual({ count: 1 });
    await job.runOnce();
    expect(receiver.received.map(({ id }) => id)).toEqual([second, first]);
    expect(await show(webhook.id)).toMatchObject({ state: 'on', failed_count: 0, failing_since: null });
  });

  test('and one message that it never takes is given up without holding up those of others', async () => {
    const { webhook } = await add();
    const appointmentId = newId();
    const poison = await happened('confirmed', { appointmentId });
    receiver.answer((response, { id }) => void response.writeHead(id === poison ? 422 : 200).end());
    const later = await happened('cancelled', { appointmentId });
    const other = await happened('confirmed');
    await job.runOnce();
    desk.clock.pass(1);
    await job.runOnce();
    expect(receiver.received.some(({ id }) => id === other)).toBe(true);
    expect(receiver.received.some(({ id }) => id === later), 'what concerns one appointment goes in order').toBe(false);
    for (let day = 0; day < 3; day += 1) {
      await passTo(24, 60);
      await happened('arrived');
      await happened('confirmed');
    }
    await passTo(2, 10);
    expect(await log(webhook.id, '?state=failed')).toMatchObject([{ message_id: poison, status: 422 }]);
    expect(receiver.received.filter(({ id }) => id === later)).toHaveLength(1);
    expect(await show(webhook.id)).toMatchObject({ state: 'on', failed_count: 1 });
    expect(await mails('staff-webhook-given-up')).toHaveLength(1);
    expect(await mails('staff-webhook-off')).toEqual([]);
  });

  test('that answers slowly holds up nobody else', async () => {
    const slow = await add({ name: 'Lento', url: receiver.url('slow') });
    await add({ name: 'Svelto', url: receiver.url('fast') });
    receiver.answer((response, { headers }) => (headers['x-path'] === undefined ? undefined : void response.end()));
    const other = await openReceiver();
    const { webhooks } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(webhooks).set({ url: other.url() }).where(eq(webhooks.name, 'Svelto'))));
    await happened('confirmed');
    await happened('confirmed');
    const running = job.runOnce();
    await vi.waitFor(() => expect(other.received).toHaveLength(2), 1_200);
    await running;
    await other.close();
    expect((await log(slow.webhook.id)).some(({ failure }) => failure === 'too-slow')).toBe(true);
  });

  test('that cuts the connection is tried again; one that says 200 and drips its answer has taken it', async () => {
    const { webhook } = await add();
    receiver.answer((response) => void response.destroy());
    await happened('confirmed');
    await job.runOnce();
    expect(await log(webhook.id)).toMatchObject([{ state: 'waiting', failure: 'unreachable' }]);
    receiver.answer((response) => {
      response.writeHead(200);
      response.write('x');
    });
    desk.clock.pass(2);
    await job.runOnce();
    expect(await log(webhook.id)).toMatchObject([{ state: 'delivered', attempts: 2, status: 200, answer: 'x' }]);
  });

  test('that asks to be left alone is left alone for so long', async () => {
    await add();
    receiver.answer((response) => void response.writeHead(429, { 'retry-after': '1800' }).end());
    await happened('confirmed');
    await job.runOnce();
    await passTo(0.4, 4);
    expect(receiver.received).toHaveLength(1);
    await passTo(0.5, 4);
    expect(receiver.received.length).toBeGreaterThan(1);
  });

  test('and an answer without end is read for a few lines', async () => {
    const { webhook } = await add();
    receiver.answer((response) => {
      response.writeHead(500);
      const pour = () => void (response.destroyed || (response.write('a'.repeat(65_536)), setImmediate(pour)));
      pour();
    });
    await happened('confirmed');
    await job.runOnce();
    const [delivery] = await log(webhook.id);
    expect(delivery?.answer).toBe('a'.repeat(300));
  });
});

describe('a flood', () => {
  test('waits in the log of what happened, says so, and is told whole and once', async () => {
    const { webhook } = await add({ kinds: ['appointment.arrived'] });
    const { events, webhookDeliveries } = desk.database.tables;
    const at = desk.clock.now();
    const many = 450;
    const rows = Array.from({ length: many }, () => ({ id: newId(), at, kind: 'arrived' as const, actor: 'staff' as const, appointmentId: newId(), serviceId: 's', channel: 'desk' as const, officeId: 'o', municipalityId: 'm' }));
    const waiting = Array.from({ length: mostWaiting - 100 }, () => ({ id: newId(), webhookId: webhook.id, messageId: newId(), kind: 'appointment.arrived' as const, payload: '{"type":"appointment.arrived","data":{}}', state: 'waiting' as const, dueAt: at + 86_400_000, giveUpAt: at + 172_800_000, createdAt: at }));
    await desk.database.write(async (tx) => {
      await tx.insert(events).values(rows);
      for (let i = 0; i < waiting.length; i += 500) await tx.insert(webhookDeliveries).values(waiting.slice(i, i + 500));
    });
    receiver.answer((response) => void response.writeHead(503, { 'retry-after': '60' }).end());
    await job.runOnce();
    expect(await show(webhook.id)).toMatchObject({ is_behind: true, waiting_count: mostWaiting });
    receiver.calm();
    desk.clock.pass(2);
    await job.runOnce();
    expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)));
    expect(receiver.received).toHaveLength(many);
    expect(await show(webhook.id)).toMatchObject({ is_behind: false });
  });
});

describe('several processes', () => {
  test('tell each thing once', async () => {
    await add();
    const beside = await openBeside(desk);
    const other = tellingProcess(desk, beside.database);
    const ids: string[] = [];
    for (let i = 0; i < 30; i += 1) ids.push(await happened('confirmed'));
    await Promise.all([job.runOnce(), other.runOnce()]);
    await Promise.all([job.runOnce(), other.runOnce()]);
    expect(receiver.received.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    await other.stop();
    await beside.close();
  });

  test('one that ends between sending and noting: it is told again, under the same id', async () => {
    await add();
    const id = await happened('confirmed');
    receiver.answer(() => undefined); // it has the message, and the answer does not come
    const running = job.runOnce();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), 5_000);
    await job.stop();
    await running;
    receiver.answer((response) => void response.writeHead(204).end());
    const next = tellingProcess(desk, desk.database);
    desk.clock.pass(2); // what the other one had is free again
    await next.runOnce();
    expect(receiver.received.map((one) => one.id)).toEqual([id, id]);
    await next.stop();
  });

  test('switched off while its messages wait, nothing more is sent', async () => {
    const { webhook } = await add();
    for (let i = 0; i < 5; i += 1) await happened('confirmed');
    let isOff: Promise<unknown> | null = null;
    receiver.answer((response) => {
      isOff ??= ask('PATCH', `/staff/webhooks/${webhook.id}`, { revision: 0, state: 'off' });
      void isOff.then(() => response.writeHead(204).end());
    });
    await job.runOnce();
    expect(receiver.received).toHaveLength(1);
    await delay(0);
  });
});

describe('what an administrator does', () => {
  test('tries it, and is told what came of it', async () => {
    const { webhook } = await add();
    expect(got<WebhookTest>(await ask('POST', `/staff/webhooks/${webhook.id}/tests`, {}), 200)).toMatchObject({ works: true, status: 204, failure: null });
    expect(receiver.received).toMatchObject([{ message: { type: 'test', data: {} } }]);
    receiver.answer((response) => void response.writeHead(404).end('<h1>Non c’è</h1>'));
    expect(got<WebhookTest>(await ask('POST', `/staff/webhooks/${webhook.id}/tests`, {}), 200)).toMatchObject({ works: false, status: 404, failure: 'refused', answer: '<h1>Non c’è</h1>' });
    expect(await log(webhook.id)).toMatchObject([{ kind: 'test', state: 'failed' }, { kind: 'test', state: 'delivered' }]);
    expect(await show(webhook.id)).toMatchObject({ failing_since: null, failed_count: 0 });
  });

  test('sends one again that was delivered, under the same id', async () => {
    const { webhook } = await add();
    const id = await happened('confirmed');
    await job.runOnce();
    const [delivery] = await log(webhook.id);
    expect(got(await ask('POST', `/staff/webhooks/${webhook.id}/replays`, { delivery_id: delivery?.id }), 200)).toEqual({ count: 1 });
    await job.runOnce();
    expect(receiver.received.map((one) => one.id)).toEqual([id, id]);
    expectProblem(await ask('POST', `/staff/webhooks/${webhook.id}/replays`, { delivery_id: newId() }), 'not-found');
  });

  test('changes it only as it was seen', async () => {
    const { webhook } = await add();
    const changed = got<Webhook>(await ask('PATCH', `/staff/webhooks/${webhook.id}`, { revision: 0, name: 'Altro', kinds: ['appointment.served'] }), 200);
    expect(changed).toMatchObject({ name: 'Altro', kinds: ['appointment.served'], url: webhook.url, revision: 1 });
    expectProblem(await ask('PATCH', `/staff/webhooks/${webhook.id}`, { revision: 0, name: 'Mio' }), 'changed-meanwhile');
    expectInvalid(await ask('PATCH', `/staff/webhooks/${webhook.id}`, { revision: 1, url: 'https://10.0.0.5/' }), '/url');
  });

  test('removes it with its log', async () => {
    const { webhook } = await add();
    await happened('confirmed');
    await job.runOnce();
    expect((await ask('DELETE', `/staff/webhooks/${webhook.id}`)).statusCode).toBe(204);
    expectProblem(await ask('GET', `/staff/webhooks/${webhook.id}`), 'not-found');
    expect(await desk.database.read.select().from(desk.database.tables.webhookDeliveries)).toEqual([]);
  });

  test('the log is forgotten after thirty days, and what waits is not', async () => {
    const { webhook } = await add();
    await happened('confirmed');
    await job.runOnce();
    desk.clock.pass(30 * 24 * 60 - 1);
    await tidyUp(desk);
    expect(await log(webhook.id)).toHaveLength(1);
    desk.clock.pass(1);
    await tidyUp(desk);
    expect(await log(webhook.id)).toEqual([]);
  });
});
