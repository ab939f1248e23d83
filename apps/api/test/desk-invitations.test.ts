import type { ConfirmedAppointment, Hold, Invitation } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { mailOf } from './staff-mail.ts';

// Links with which one person books once what citizens may not book freely.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let officeId: string;
let cookie: string;
let restore: () => Promise<void>;

const nine = '2026-12-03T09:00:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';
const ada = { given_name: 'Ada', family_name: 'Rossi', email: 'ada@example.org' };

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  officeId = (await citizen.service(video.service_id)).office_id;
});
beforeEach(async () => {
  restore = await changeRules(desk, 'informazioni-scia', 'video', { whoMayBook: 'invited' });
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [officeId] })));
});
afterEach(async () => {
  await restore();
  await desk.clear();
});
afterAll(() => desk.close());

interface Invited {
  readonly id: string;
  readonly token: string;
  readonly mailed: boolean;
}

async function invite(body: object = {}): Promise<Invited> {
  const wish = { service_id: video.service_id, channel: 'video', person: ada, expires_on: '2026-12-10', ...body };
  const made = got<Invitation & { link: string; mailed: boolean }>(await askAs(desk, cookie, 'POST', '/staff/invitations', wish), 201);
  expect(made).toMatchObject({ state: 'open', expires_at: '2026-12-11T00:00:00+01:00' });
  return { id: made.id, token: made.link.split('#')[1] ?? '', mailed: made.mailed };
}

const list = async () => got<{ items: Invitation[] }>(await askAs(desk, cookie, 'GET', '/staff/invitations'), 200).items;
const hold = (token: string, startsAt = nine, body: object = {}) => citizen.post('/holds', { ...video, starts_at: startsAt, invitation: token, ...body });
const look = (token: string) => citizen.get('/invitation', { token });

test('without an invitation nothing is offered, with one it is booked like anything else', async () => {
  expect(await citizen.starts(video, '2026-12-03')).toEqual([]);
  expectProblem(await citizen.post('/holds', { ...video, starts_at: nine }), 'slot-not-offered');
  const { id, token } = await invite();
  expect(got(await look(token), 200)).toMatchObject({ id, service: { id: video.service_id }, channel: 'video' });
  expect(await citizen.starts({ ...video, invitation: id }, '2026-12-03')).toContain(nine);
  const held = got<Hold>(await hold(token), 201);
  const booked = got<ConfirmedAppointment>(await citizen.confirm(held), 201);
  expect(booked).toMatchObject({ state: 'confirmed', starts_at: nine });
  expect(await list()).toMatchObject([{ id, state: 'used', person: { name: 'Ada Rossi' }, staff_name: 'Prova operator' }]);
  expect((await list())[0]?.appointment_id).not.toBeNull();
});

test('an invitation is mailed to who has an address, with a link that works', async () => {
  const { mailed, token } = await invite();
  expect(mailed).toBe(true);
  const [mail] = await mailOf(desk);
  expect(mail).toMatchObject({ to: 'ada@example.org', subject: expect.stringMatching(/^Puoi prenotare: /) });
  expect(mail?.text).toContain(`/invito#${token}`);
  expect(mail?.text).toContain('giovedì 10 dicembre 2026, ore 23:59');
});

test('without an address nothing is mailed: the link is handed over', async () => {
  expect(await invite({ person: null })).toMatchObject({ mailed: false });
  expect(await mailOf(desk)).toEqual([]);
});

test('two who hold with one invitation cannot both confirm', async () => {
  const { token } = await invite();
  const [one, other] = [got<Hold>(await hold(token, nine), 201), got<Hold>(await hold(token, ten), 201)];
  const answers = await Promise.all([citizen.confirm(one), citizen.confirm(other)]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 410]);
  const refused = answers.find(({ statusCode }) => statusCode === 410);
  if (refused) expectProblem(refused, 'link-over');
});

test('a used invitation opens nothing more, but its appointment can be moved', async () => {
  const { id, token } = await invite();
  const booked = got<ConfirmedAppointment>(await citizen.confirm(got<Hold>(await hold(token), 201)), 201);
  expectProblem(await hold(token, ten), 'link-over');
  expectProblem(await look(token), 'link-over');
  expect((await citizen.show(booked)).invitation_id).toBe(id);
  expect(await citizen.starts({ ...video, invitation: id }, '2026-12-03')).toContain(ten);
  got(await citizen.move(booked, { starts_at: ten }), 200);
});

test('a revoked invitation opens nothing, and its mail no longer leaves', async () => {
  const { id, token } = await invite();
  expect((await askAs(desk, cookie, 'DELETE', `/staff/invitations/${id}`)).statusCode).toBe(204);
  expect((await askAs(desk, cookie, 'DELETE', `/staff/invitations/${id}`)).statusCode).toBe(204);
  expectProblem(await hold(token), 'link-over');
  expectProblem(await look(token), 'link-over');
  expectProblem(await citizen.get(`/slots?${new URLSearchParams({ ...video, invitation: id, from: '2026-12-03', to: '2026-12-03' })}`), 'link-over');
  expect(await mailOf(desk)).toEqual([]);
  expect(await list()).toMatchObject([{ state: 'revoked' }]);
});

test('an invitation that is over opens nothing', async () => {
  const { token } = await invite();
  desk.clock.set('2026-12-10T23:59:00+01:00');
  got(await look(token), 200);
  desk.clock.set('2026-12-11T00:00:00+01:00');
  expectProblem(await hold(token, '2026-12-16T09:00:00+01:00'), 'link-over');
});

test('an invitation is for its own service and channel', async () => {
  const { id, token } = await invite();
  const phone = await citizen.wanted('informazioni-scia', 'phone');
  expectInvalid(await citizen.post('/holds', { ...phone, starts_at: nine, invitation: token }), '/invitation');
  expectInvalid(await citizen.get(`/slots?${new URLSearchParams({ ...phone, invitation: id, from: '2026-12-03', to: '2026-12-03' })}`), 'invitation');
  expectInvalid(await hold(`${token.slice(0, -1)}x`), '/invitation');
  expectInvalid(await hold('no-token-at-all'), '/invitation');
  expectProblem(await look('no-token-at-all'), 'not-found');
});

test('the id alone holds nothing', async () => {
  const { id } = await invite();
  expectInvalid(await hold(id), '/invitation');
});

test('nobody is invited to what is not of their offices, until a day that is over, or for ever', async () => {
  const elsewhere = await citizen.wanted('chiedi-al-punto-risposte', 'phone');
  const wish = { service_id: video.service_id, channel: 'video', person: ada, expires_on: '2026-12-10' };
  const ask = (changes: object) => askAs(desk, cookie, 'POST', '/staff/invitations', { ...wish, ...changes });
  expectInvalid(await ask({ service_id: elsewhere.service_id, channel: 'phone' }), '/service_id');
  expectInvalid(await ask({ expires_on: '2026-11-30' }), '/expires_on');
  expectInvalid(await ask({ expires_on: '2028-01-01' }), '/expires_on');
  expectInvalid(await ask({ channel: 'home' }), '/channel');
  expectInvalid(await ask({ person_id: '01900000-0000-7000-8000-00000000abcd' }), '/person_id');
  const { id } = await invite();
  const { cookie: other } = await signedIn(desk, await addMember(desk, { role: 'operator' }));
  expect(got<{ items: Invitation[] }>(await askAs(desk, other, 'GET', '/staff/invitations'), 200).items).toEqual([]);
  expectProblem(await askAs(desk, other, 'DELETE', `/staff/invitations/${id}`), 'not-found');
});
