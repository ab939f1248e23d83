import type { ConfirmedAppointment, Hold } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerLinkRequests } from '../src/notifications/link-requests.ts';
import { changeRules, type Desk, openEmptyDesk, testSecrets } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const nine = '2026-12-03T09:00:00+01:00';
const halfPast = '2026-12-03T09:30:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';

describe('confirming a hold', () => {
  test('makes an appointment with a code and the secret of its link', async () => {
    const hold = await citizen.hold(video, nine);
    desk.clock.pass(3);
    const answer = await citizen.confirm(hold);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
    const page = await citizen.service('informazioni-scia');
    expect(answer.json()).toEqual({
      code: expect.stringMatching(/^[A-HJKMNP-TV-Z2-9]{4}-[A-HJKMNP-TV-Z2-9]{4}$/),
      manage_token: expect.stringMatching(/^[\w-]{43,}$/),
      state: 'confirmed',
      sequence: 0,
      service: { id: page.id, name: page.name },
      office: { id: page.office_id, name: expect.stringContaining('SUAP'), phone: '+390141000012' },
      channel: 'video',
      municipality_id: video.municipality_id,
      place: null,
      starts_at: nine,
      ends_at: halfPast,
      room: { opens_at: '2026-12-03T08:45:00+01:00', closes_at: '2026-12-03T10:00:00+01:00' },
      can: { move_until: '2026-12-02T09:00:00+01:00', cancel_until: '2026-12-03T05:00:00+01:00' },
      created_at: '2026-12-01T08:03:00+01:00',
    });
  });

  test('keeps the time for good', async () => {
    const hold = await citizen.hold(video, nine);
    await citizen.confirm(hold);
    desk.clock.pass(60);
    expectProblem(await citizen.post('/holds', { ...video, starts_at: nine }), 'slot-taken');
    const { claims, appointments } = await rowsOf(desk);
    expect(claims).toMatchObject([{ appointmentId: hold.id, heldUntil: null, startsAt: Date.parse(nine), endsAt: Date.parse(halfPast) }]);
    expect(appointments).toMatchObject([{ id: hold.id, state: 'confirmed', heldUntil: null, clientDigest: null }]);
  });

  test('at a desk says where, by phone and at home that there is no room', async () => {
    const wanted = await citizen.wanted('informazioni-scia', 'desk');
    const atDesk = await citizen.bookAt(wanted, nine);
    expect(atDesk).toMatchObject({ room: null, channel: 'desk', place: { id: wanted.place_id, name: expect.any(String), address: expect.stringMatching(/\d{5}/), municipality_id: expect.any(String) } });
    expect(await citizen.bookAt(await citizen.wanted('informazioni-scia', 'phone'), ten)).toMatchObject({ room: null, place: null });
    expect(await citizen.bookAt(await citizen.wanted('aiuto-digitale-a-domicilio', 'home'), '2026-12-03T09:30:00+01:00')).toMatchObject({ room: null, place: null });
  });

  test('owes the message and the reminders in the same write, and nothing where there is no e-mail', async () => {
    const appointment = await citizen.bookAt(video, nine);
    const { outbox } = await rowsOf(desk);
    expect(outbox).toMatchObject([
      { message: 'confirmation', state: 'pending', medium: 'mail', sequence: 0, dueAt: desk.clock.now() },
      { message: 'reminder', dueAt: Date.parse('2026-12-01T09:00:00+01:00') },
      { message: 'reminder', dueAt: Date.parse('2026-12-03T07:00:00+01:00') },
    ]);
    expect(JSON.stringify(outbox)).not.toMatch(/@|Rossi/);
    await desk.clear();
    await citizen.bookAt(video, nine, {}, { email: null, phone: '0141 123456' });
    expect((await rowsOf(desk)).outbox).toEqual([]);
    expect(appointment.state).toBe('confirmed');
  });

  test('leaves its trace, without a word about the person', async () => {
    const hold = await citizen.hold(video, nine);
    await citizen.confirm(hold);
    const { events } = await rowsOf(desk, hold);
    expect(events).toMatchObject([{ kind: 'held' }, { kind: 'confirmed', actor: 'citizen', at: desk.clock.now(), newStartsAt: Date.parse(nine), serviceId: video.service_id }]);
    expect(JSON.stringify(events)).not.toMatch(/@|Rossi/);
  });

  test('never tells personal data, nor keeps the secret', async () => {
    const answer = await citizen.confirm(await citizen.hold(video, nine), { topic: 'Segreto', details: 'Segretissimo' }, { email: 'ada@example.org', phone: '0141 123456' });
    expect(answer.body).not.toMatch(/Ada|Rossi|example\.org|123456|Segret/);
    const { idempotencyKeys, ...rows } = await rowsOf(desk);
    expect(idempotencyKeys).toHaveLength(2);
    expect(JSON.stringify(idempotencyKeys)).not.toMatch(/Ada|Rossi|example\.org|123456|Segret/);
    const { manage_token } = answer.json<ConfirmedAppointment>();
    expect(JSON.stringify({ ...rows, idempotencyKeys })).not.toContain(manage_token.slice(-20));
  });

  test('may come at the last second of the hold, and is too late at its end', async () => {
    const [first, second] = [await citizen.hold(video, nine), await citizen.hold(video, ten)];
    desk.clock.set(Date.parse(first.expires_at) - 1000);
    expect((await citizen.confirm(first)).statusCode).toBe(201);
    desk.clock.set(first.expires_at);
    expectProblem(await citizen.confirm(second), 'hold-expired');
    expect((await rowsOf(desk)).people).toHaveLength(1);
  });

  test('after an extension may come five minutes later', async () => {
    const hold = await citizen.hold(video, nine);
    await citizen.patch(`/holds/${hold.id}`, { extend: true }, { token: hold.token });
    desk.clock.pass(14);
    expect((await citizen.confirm(hold)).statusCode).toBe(201);
  });
});

describe('when the hold has ended', () => {
  test('the same time is offered first while it is still free', async () => {
    const hold = await citizen.hold(video, halfPast);
    desk.clock.pass(11);
    const { alternatives } = expectProblem(await citizen.confirm(hold), 'hold-expired');
    expect(alternatives).toEqual([
      { starts_at: halfPast, ends_at: ten, place_id: null },
      { starts_at: nine, ends_at: halfPast, place_id: null },
      { starts_at: ten, ends_at: '2026-12-03T10:30:00+01:00', place_id: null },
    ]);
    const again = await citizen.hold(video, alternatives?.[0]?.starts_at ?? '');
    expect((await citizen.confirm(again)).statusCode).toBe(201);
  });

  test('and the nearest where it is not', async () => {
    const hold = await citizen.hold(video, halfPast);
    desk.clock.pass(11);
    await citizen.hold(video, halfPast);
    const { alternatives } = expectProblem(await citizen.confirm(hold), 'hold-expired');
    expect(alternatives?.map(({ starts_at }) => starts_at)).toEqual([nine, ten, '2026-12-03T10:30:00+01:00']);
  });

  test('at a desk they are at the same place', async () => {
    const wanted = await citizen.wanted('informazioni-scia', 'desk');
    const hold = await citizen.hold(wanted, halfPast);
    desk.clock.pass(11);
    const { alternatives = [] } = expectProblem(await citizen.confirm(hold), 'hold-expired');
    expect(alternatives.map(({ place_id }) => place_id)).toEqual([wanted.place_id, wanted.place_id, wanted.place_id]);
  });
});

describe('a hold is confirmed once', () => {
  test('a second time it is used', async () => {
    const hold = await citizen.hold(video, nine);
    await citizen.confirm(hold);
    const { alternatives } = expectProblem(await citizen.confirm(hold), 'hold-used');
    expect(alternatives).toBeUndefined();
  });

  test('also after the appointment was cancelled', async () => {
    const hold = await citizen.hold(video, nine);
    const link = got<ConfirmedAppointment>(await citizen.confirm(hold), 201);
    await citizen.cancel(link, {});
    expectProblem(await citizen.confirm(hold), 'hold-used');
  });

  test('also by two at the same moment', async () => {
    const hold = await citizen.hold(video, nine);
    const answers = await Promise.all([citizen.confirm(hold), citizen.confirm(hold), citizen.confirm(hold)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409]);
    expect((await rowsOf(desk)).people).toHaveLength(1);
  });

  test('by its own token only', async () => {
    const [mine, other] = [await citizen.hold(video, nine), await citizen.hold(video, ten)];
    expectProblem(await citizen.confirm(mine, {}, {}, { token: other.token }), 'not-found');
    expectProblem(await citizen.confirm(mine, { hold_id: other.id }), 'not-found');
    expectProblem(await citizen.confirm(mine, { hold_id: 'nothing' }), 'not-found');
    expectProblem(await citizen.confirm(mine, {}, {}, { token: undefined }), 'unauthorized');
  });
});

describe('a person has', () => {
  const person = { email: 'ada@example.org' };
  const thursday = ['2026-12-03T09:00:00+01:00', '2026-12-03T09:30:00+01:00'];

  async function refused(hold: Hold, who: object = person): Promise<void> {
    const problem = expectProblem(await citizen.confirm(hold, {}, { ...who }), 'limit-reached');
    expect(Object.keys(problem).toSorted()).toEqual(['detail', 'instance', 'status', 'title', 'type']);
  }

  test('one appointment of a service a day', async () => {
    await citizen.bookAt(video, thursday[0] ?? '', {}, person);
    await refused(await citizen.hold(video, thursday[1] ?? ''));
    await refused(await citizen.hold(await citizen.wanted('informazioni-scia', 'phone'), '2026-12-03T11:00:00+01:00'), { ...person, phone: '0141 123456' });
    expect((await citizen.confirm(await citizen.hold(video, '2026-12-04T09:00:00+01:00'), {}, person)).statusCode).toBe(201); // another day
    expect((await citizen.confirm(await citizen.hold(await citizen.wanted('avvio-o-cessazione-attivita', 'video'), '2026-12-03T10:00:00+01:00'), {}, person)).statusCode).toBe(201); // another service
  });

  test('three appointments to come, whatever their service', async () => {
    await citizen.bookAt(video, '2026-12-03T09:00:00+01:00', {}, person);
    await citizen.bookAt(video, '2026-12-04T09:00:00+01:00', {}, person);
    const third = await citizen.bookAt(await citizen.wanted('agibilita', 'video'), '2026-12-07T09:00:00+01:00', {}, person);
    const hold = await citizen.hold(video, '2026-12-10T09:00:00+01:00');
    await refused(hold);
    await citizen.cancel(third, {});
    expect((await citizen.confirm(hold, {}, person)).statusCode).toBe(201);
  });

  test('three again when one is over', async () => {
    for (const day of ['02', '03', '04']) await citizen.bookAt(video, `2026-12-${day}T09:00:00+01:00`, {}, person);
    desk.clock.set('2026-12-02T08:55:00+01:00');
    await refused(await citizen.hold(video, '2026-12-09T09:00:00+01:00'));
    desk.clock.set('2026-12-02T09:00:00+01:00');
    expect((await citizen.confirm(await citizen.hold(video, '2026-12-09T09:30:00+01:00'), {}, person)).statusCode).toBe(201);
  });

  test('as many as the service says', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { limitPerDay: 2, limitFuture: 2 });
    const made = [await citizen.confirm(await citizen.hold(video, nine), {}, person), await citizen.confirm(await citizen.hold(video, halfPast), {}, person)];
    const third = await citizen.confirm(await citizen.hold(video, ten), {}, person);
    await restore();
    expect(made.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expectProblem(third, 'limit-reached');
  });

  test('who is known by the e-mail, however it is written, else by the phone; never by a name or a tax code', async () => {
    await citizen.bookAt(video, nine, {}, { ...person, phone: '0141 123456', tax_code: 'RSSMRA85T10A562S' });
    const hold = await citizen.hold(video, halfPast);
    await refused(hold, { email: ' ADA@Example.org', given_name: 'Eva' });
    expect((await citizen.confirm(hold, {}, { email: 'eva@example.org', phone: '0141 123456', tax_code: 'RSSMRA85T10A562S' })).statusCode).toBe(201);

    await citizen.bookAt(video, '2026-12-04T09:00:00+01:00', {}, { email: null, phone: '0141 123456' });
    await refused(await citizen.hold(video, '2026-12-04T09:30:00+01:00'), { email: '', phone: '+39 0141 123456' });
  });

  test('no more by asking for two at once', async () => {
    const holds = [await citizen.hold(video, nine), await citizen.hold(video, halfPast), await citizen.hold(video, ten)];
    const answers = await Promise.all(holds.map((hold) => citizen.confirm(hold, {}, person)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409]);
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 201)) expectProblem(answer, 'limit-reached');
  });

  test('the hold still when the limit is reached', async () => {
    await citizen.bookAt(video, nine, {}, person);
    const hold = await citizen.hold(video, halfPast);
    await refused(hold);
    expect((await citizen.confirm(hold, {}, { email: 'eva@example.org' })).statusCode).toBe(201);
  });
});

describe('an appointment is seen', () => {
  test('with the person masked and without the secret', async () => {
    const { manage_token, ...booked } = await citizen.bookAt(video, nine, {}, { email: 'ada.rossi@example.org', phone: '333 1234123' });
    const answer = await citizen.get(`/appointments/${booked.code}`, { token: manage_token });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const nothingYet = { proposal: null, delay_minutes: null, invitation_id: null, outcome: null, next_step: null };
    expect(answer.json()).toEqual({ ...booked, ...nothingYet, person: { given_name: 'Ada', family_name: 'Rossi', email: 'a***@example.org', phone: '+39 *** *** 123' } });
  });

  test('by its code in any case, with or without hyphen or spaces', async () => {
    const { code, manage_token: token } = await citizen.bookAt(video, nine);
    const eight = code.replace('-', '');
    for (const typed of [code, eight, code.toLowerCase(), eight.toLowerCase(), `${eight.slice(0, 4)} ${eight.slice(4)}`, ` ${code} `, [...eight].join(' '), [...eight].join('-')]) {
      expect([typed, (await citizen.get(`/appointments/${encodeURIComponent(typed)}`, { token })).statusCode]).toEqual([typed, 200]);
    }
  });

  test('by no other code', async () => {
    const { code, manage_token: token } = await citizen.bookAt(video, nine);
    const typed = [`${code}2`, code.slice(0, -1), code.replace('-', '.'), `${code}/`, '0000-0000', 'IIII-LLLL', 'K7QM-3XRT', '\u0000', 'a/b', '🙂', 'ſ7QM3XRT', 'null', '*', "' or 1=1 --"];
    for (const wrong of typed) expectProblem(await citizen.get(`/appointments/${encodeURIComponent(wrong)}`, { token }), 'not-found');
  });

  test('by no other token, and the answer does not tell whether the code exists', async () => {
    const mine = await citizen.bookAt(video, nine);
    const other = await citizen.bookAt(video, ten);
    const wrongTokens = [other.manage_token, mine.manage_token.slice(0, -1), 'nothing', 'a'.repeat(64), 'a'.repeat(2000), mine.manage_token.toLowerCase(), Buffer.from(mine.code).toString('base64url')];
    const refusals = await Promise.all([...wrongTokens.map((token) => citizen.get(`/appointments/${mine.code}`, { token })), citizen.get('/appointments/K7QM-3XRT', { token: mine.manage_token })]);
    const answers = refusals.map((answer) => ({ status: answer.statusCode, body: { ...expectProblem(answer, 'not-found'), instance: '' } }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('not without a token', async () => {
    const { code } = await citizen.bookAt(video, nine);
    const none: Record<string, string>[] = [{}, { authorization: '' }, { authorization: 'Bearer' }, { authorization: 'Bearer ' }, { authorization: 'Basic YTpi' }];
    for (const headers of none) {
      const answer = await citizen.get(`/appointments/${code}`, { headers });
      expectProblem(answer, 'unauthorized');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  test('not any more by the old link when its generation was raised', async () => {
    const { code, manage_token: token } = await citizen.bookAt(video, nine);
    const { appointments } = desk.database.tables;
    await desk.change((tx) => tx.update(appointments).set({ linkGeneration: 1 }));
    expectProblem(await citizen.get(`/appointments/${code}`, { token }), 'not-found');
    const [row] = (await rowsOf(desk)).appointments;
    const fresh = testSecrets.token('manage', { id: row?.id ?? '', linkGeneration: 1 });
    expect((await citizen.get(`/appointments/${code}`, { token: fresh })).statusCode).toBe(200);
  });

  test('in the language asked for', async () => {
    const { code, manage_token: token } = await citizen.bookAt(video, nine);
    const english = await citizen.get(`/appointments/${code}`, { token, headers: { 'accept-language': 'en' } });
    expect(english.headers['content-language']).toBe('en');
    expect(english.json().service.name).toBe('Information on a SCIA');
  });

  test.each(['arrived', 'in_progress', 'served', 'missed', 'refused'] as const)('in the state %s, in which nothing can be moved or cancelled', async (state) => {
    const link = await citizen.bookAt(video, nine);
    await desk.change((tx, { appointments }) => tx.update(appointments).set({ state }));
    expect(await citizen.show(link)).toMatchObject({ state, can: { move_until: null, cancel_until: null } });
  });

  test('with what can still be done, to the minute', async () => {
    const link = await citizen.bookAt(video, nine);
    desk.clock.set('2026-12-02T09:00:00+01:00');
    expect((await citizen.show(link)).can).toEqual({ move_until: '2026-12-02T09:00:00+01:00', cancel_until: '2026-12-03T05:00:00+01:00' });
    desk.clock.set('2026-12-02T09:00:01+01:00');
    expect((await citizen.show(link)).can).toEqual({ move_until: null, cancel_until: '2026-12-03T05:00:00+01:00' });
    desk.clock.set('2026-12-03T05:00:01+01:00');
    expect((await citizen.show(link)).can).toEqual({ move_until: null, cancel_until: null });
  });
});

describe('what it was booked with', () => {
  test('stays, when the service changes its rules', async () => {
    const link = await citizen.bookAt(video, nine);
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { durationMinutes: 45, moveCutoffMinutes: 0, cancelCutoffMinutes: 0 });
    const seen = await citizen.show(link);
    await restore();
    expect(seen).toMatchObject({ ends_at: halfPast, can: { move_until: '2026-12-02T09:00:00+01:00', cancel_until: '2026-12-03T05:00:00+01:00' } });
  });

  test('is still seen when the service is no longer offered', async () => {
    const link = await citizen.bookAt(video, nine);
    await desk.change((tx, { services }) => tx.update(services).set({ state: 'archived' }).where(eq(services.id, video.service_id)));
    const seen = await citizen.get(`/appointments/${link.code}`, { token: link.manage_token });
    const cancelled = await citizen.cancel(link, {});
    await desk.change((tx, { services }) => tx.update(services).set({ state: 'published' }).where(eq(services.id, video.service_id)));
    expect([seen.statusCode, cancelled.statusCode]).toEqual([200, 200]);
  });
});

describe('who lost the link', () => {
  const ask = (code: string, email: unknown, headers: Record<string, string> = {}) => citizen.post(`/appointments/${encodeURIComponent(code)}/access-links`, { email }, { headers });

  async function mailed(): Promise<number> {
    await answerLinkRequests({ database: desk.database, clock: desk.clock, emailDigest: (email) => testSecrets.digest('email', email.trim().toLowerCase()) });
    return (await rowsOf(desk)).outbox.filter(({ message }) => message === 'access-link').length;
  }

  test('is answered the same whether code and e-mail belong together or not', async () => {
    const { code } = await citizen.bookAt(video, nine, {}, { email: 'ada@example.org' });
    const answers = await Promise.all([ask(code, 'ada@example.org'), ask(code, 'eve@example.org'), ask('K7QM-3XRT', 'ada@example.org'), ask('nothing at all', 'ada@example.org'), ask('\u0000', 'ada@example.org')]);
    for (const answer of answers) expect([answer.statusCode, answer.json()]).toEqual([202, answers[0]?.json()]);
    expect(answers[0]?.body).not.toContain('example.org');
  });

  test('gets it by mail if they do, however code and e-mail are written', async () => {
    const { code } = await citizen.bookAt(video, nine, {}, { email: 'ada@example.org' });
    await ask(code, 'ada@example.org');
    expect(await mailed()).toBe(1);
    await ask(code.toLowerCase().replace('-', ' '), ' Ada@Example.ORG ');
    expect(await mailed()).toBe(2);
    await ask(code, 'eve@example.org');
    await ask('K7QM-3XRT', 'ada@example.org');
    expect(await mailed()).toBe(2);
  });

  test('must say an e-mail', async () => {
    for (const email of [undefined, null, '', 'ada', 'ada@example.org\r\nBcc: eve@example.org', 5]) expectInvalid(await ask('K7QM-3XRT', email), '/email');
    expectInvalid(await citizen.post('/appointments/K7QM-3XRT/access-links', { email: 'ada@example.org', phone: '0141' }), '/phone');
  });

  test('needs no token, and the address is not kept', async () => {
    await ask('K7QM-3XRT', 'ada@example.org');
    const { linkRequests } = desk.database.tables;
    expect(JSON.stringify(await desk.database.read.select().from(linkRequests))).not.toContain('@');
  });
});
