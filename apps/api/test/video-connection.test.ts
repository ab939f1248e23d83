import type { ConnectionStart, ConnectionTest, VideoConnection } from '@sportello/contract';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { type Desk, openEmptyDesk, testSealing, testSecrets } from './app.ts';
import { got } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { type FakeBigBlueButton, startBigBlueButton } from './fake-bigbluebutton.ts';
import { type FakeGoto, startGoto } from './fake-goto.ts';
import { rowsOf } from './rows.ts';
import { addMember, askAs, cookieOf, ourOrigin, signedIn } from './staff-app.ts';
import { asAdmin, choose, connectGoto, connectionRows, forgetVendors, gotoRequest } from './video-desk.ts';

let desk: Desk;
let goto: FakeGoto;
let bbb: FakeBigBlueButton;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk({ videoPrivateHosts: ['localhost'] });
  [goto, bbb] = [await startGoto(), await startBigBlueButton()];
});
beforeEach(async () => void (cookie = await asAdmin(desk)));
afterEach(async () => {
  for (const vendor of [goto, bbb]) vendor.calm();
  await forgetVendors(desk);
  await desk.clear();
});
afterAll(async () => {
  await goto.close();
  await bbb.close();
  await desk.close();
});

const bbbRequest = (changes: object = {}) => ({ provider: 'bigbluebutton', host: bbb.host, hash: bbb.hash, secret: bbb.secret, ...changes });
const jitsiRequest = (changes: object = {}) => ({ provider: 'jitsi', host: 'meet.example.org', app_id: 'sportello', algorithm: 'HS256', secret: 'a secret of the union', ...changes });
const show = async () => got<VideoConnection>(await askAs(desk, cookie, 'GET', '/staff/video-connection'), 200);
const tryIt = async () => got<ConnectionTest>(await askAs(desk, cookie, 'POST', '/staff/video-connection/tests', {}), 200);
const start = async () => got<ConnectionStart>(await askAs(desk, cookie, 'POST', '/staff/video-connection/starts', {}), 200).url;
const answer = (body: object, as = cookie) => askAs(desk, as, 'POST', '/staff/video-connection/answers', body);
const answersIn = ({ searchParams }: URL) => ({ code: searchParams.get('code') ?? '', state: searchParams.get('state') ?? '' });
const trail = async () => {
  const { auditEntries, auditValues } = desk.database.tables;
  return JSON.stringify([await desk.database.read.select().from(auditEntries), await desk.database.read.select().from(auditValues)]);
};

describe('a union that chose nothing', () => {
  test('meets in its own room, which needs nobody', async () => {
    expect(await show()).toEqual({ provider: 'own', state: 'ready', settings: {}, secrets_set: [], account: null, failure: null, last_good_at: null, connected_at: null, waiting_count: 0, redirect_url: 'http://localhost:3000/unione/video/ritorno', ice_urls: [], has_turn: false });
    expect(await tryIt()).toEqual({ works: true, failure: null });
  });

  test('has nothing to be allowed elsewhere', async () => {
    expectProblem(await askAs(desk, cookie, 'POST', '/staff/video-connection/starts', {}), 'state-conflict');
  });
});

describe('choosing a vendor', () => {
  test('keeps its secret sealed, and shows it nowhere', async () => {
    const chosen = await choose(desk, cookie, bbbRequest());
    expect(chosen).toMatchObject({ provider: 'bigbluebutton', state: 'ready', settings: { host: bbb.host, hash: 'sha256' }, secrets_set: ['secret'], failure: null, last_good_at: '2026-12-01T08:00:00+01:00' });
    expect(JSON.stringify([chosen, await show(), await connectionRows(desk)]) + (await trail())).not.toContain(bbb.secret);
    expect(await trail()).toContain('video-connection');
  });

  test('needs a sign-in of a moment ago', async () => {
    desk.clock.pass(11);
    ({ cookie } = await signedInAt(11));
    expectProblem(await askAs(desk, cookie, 'POST', '/staff/video-connection', { provider: 'own' }), 'fresh-sign-in-needed');
  });

  /** Somebody who signed in so many minutes ago. */
  async function signedInAt(minutes: number) {
    desk.clock.pass(-minutes);
    const member = await addMember(desk, { role: 'admin' });
    const session = await signedIn(desk, member);
    desk.clock.pass(minutes);
    return { cookie: cookieOf(desk, session.sessionId) };
  }

  test('says at once where it does not work', async () => {
    expect(await choose(desk, cookie, bbbRequest({ secret: 'another one' }))).toMatchObject({ state: 'failing', failure: 'wrong-secret', last_good_at: null });
    expect(await choose(desk, cookie, bbbRequest())).toMatchObject({ state: 'ready', failure: null });
  });

  test('goes on with the kept secret where it is left out, and asks for it again for another place', async () => {
    await choose(desk, cookie, bbbRequest());
    expect(await choose(desk, cookie, bbbRequest({ secret: undefined }))).toMatchObject({ state: 'ready', secrets_set: ['secret'] });
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/video-connection', bbbRequest({ secret: undefined, host: 'bbb.example.org' })), '/secret');
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/video-connection', jitsiRequest({ secret: undefined })), '/secret');
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/video-connection', { provider: 'gotomeeting', client_id: 'x' }), '/client_secret');
    expect(await show()).toMatchObject({ provider: 'bigbluebutton' });
  });

  test.each([['https://meet.example.org'], ['meet.example.org/room'], ['meet example'], ['user@meet.example.org'], ['meet.example.org:0'], ['-meet.example.org'], ['']])('%j is no name of a machine', async (host) => {
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/video-connection', jitsiRequest({ host })), '/host');
  });

  test('takes no text for a private key that is none', async () => {
    expectInvalid(await askAs(desk, cookie, 'POST', '/staff/video-connection', jitsiRequest({ algorithm: 'RS256', key_id: 'a' })), '/secret');
  });

  test('of a machine in a private network is told so, and nothing is sent there', async () => {
    expect(await choose(desk, cookie, bbbRequest({ host: '10.0.0.7' }))).toMatchObject({ state: 'failing', failure: 'private-address' });
    expect(await choose(desk, cookie, bbbRequest({ host: '127.0.0.1' }))).toMatchObject({ failure: 'private-address' });
  });

  test('and going back to the own room forgets everything', async () => {
    await choose(desk, cookie, bbbRequest());
    expect(await choose(desk, cookie, { provider: 'own' })).toMatchObject({ provider: 'own', state: 'ready', settings: {}, secrets_set: [] });
    expect(await connectionRows(desk)).toEqual([]);
  });
});

describe('connecting GoToMeeting', () => {
  test('goes there and back, and keeps the tokens sealed', async () => {
    expect(await choose(desk, cookie, gotoRequest(goto))).toMatchObject({ provider: 'gotomeeting', state: 'to-connect', secrets_set: ['client_secret'] });
    expect(await tryIt()).toEqual({ works: false, failure: 'reconnect' });
    const url = new URL(await start());
    expect(Object.fromEntries(url.searchParams)).toEqual({ client_id: goto.clientId, response_type: 'code', redirect_uri: 'http://localhost:3000/unione/video/ritorno', state: expect.stringMatching(/^[\w-]{43}$/) as string });
    expect(got<VideoConnection>(await answer(answersIn(await goto.allow(url.href))), 200)).toMatchObject({ state: 'ready', account: goto.account, connected_at: '2026-12-01T08:00:00+01:00' });
    expect(await tryIt()).toEqual({ works: true, failure: null });
    const kept = JSON.stringify(await connectionRows(desk)) + (await trail());
    for (const secret of [...goto.given, goto.clientSecret, url.searchParams.get('state') ?? '']) expect(kept).not.toContain(secret);
  });

  test('has one way back for each way there: for who set out, once, within ten minutes', async () => {
    await choose(desk, cookie, gotoRequest(goto));
    const answers = answersIn(await goto.allow(await start()));
    const [, other] = [await asAdmin(desk), await asAdmin(desk)];
    expectProblem(await answer(answers, other), 'link-over');
    expectProblem(await answer({ ...answers, state: 'guessed' }), 'link-over');
    expect((await answer(answers)).statusCode).toBe(200);
    expectProblem(await answer(answers), 'link-over');

    const late = answersIn(await goto.allow(await start()));
    desk.clock.pass(10);
    cookie = await asAdmin(desk);
    expectProblem(await answer(late), 'link-over');
  });

  test('is refused by the vendor in words of ours, and leaves what was', async () => {
    await choose(desk, cookie, gotoRequest(goto));
    const { state } = answersIn(await goto.allow(await start()));
    const problem = expectProblem(await answer({ code: 'another', state }), 'connection-refused');
    expect(problem).toMatchObject({ failure: 'refused' });
    expect(await show()).toMatchObject({ state: 'to-connect' });
  });

  test('with a wrong secret of the client says so', async () => {
    await choose(desk, cookie, { ...gotoRequest(goto), client_secret: 'another' });
    expect(expectProblem(await answer(answersIn(await goto.allow(await start()))), 'connection-refused')).toMatchObject({ failure: 'wrong-secret' });
  });

  test('for what was chosen meanwhile does not count', async () => {
    await choose(desk, cookie, gotoRequest(goto));
    const answers = answersIn(await goto.allow(await start()));
    desk.clock.pass(1);
    await choose(desk, cookie, gotoRequest(goto));
    expectProblem(await answer(answers), 'link-over');
  });

  test('holds when the same settings are saved again, and not for another application', async () => {
    await connectGoto(desk, cookie, goto);
    expect(await choose(desk, cookie, { ...gotoRequest(goto), client_secret: undefined })).toMatchObject({ state: 'ready', account: goto.account });
    expect(await choose(desk, cookie, { ...gotoRequest(goto), client_id: 'another' })).toMatchObject({ state: 'to-connect', account: null });
    expect((await connectionRows(desk)).map(({ id, state }) => [id === 'current', state]).toSorted()).toEqual([[false, 'leaving'], [true, 'to-connect']]);
  });

  test('that the vendor took back has to be made again', async () => {
    await connectGoto(desk, cookie, goto);
    goto.revoke();
    expect(await tryIt()).toEqual({ works: false, failure: 'reconnect' });
    expect(await show()).toMatchObject({ state: 'to-reconnect', failure: 'reconnect' });
    expect((await rowsOf(desk)).outbox).toContainEqual(expect.objectContaining({ message: 'staff-video-to-reconnect', state: 'pending' }));
    await connectGoto(desk, cookie, goto);
    expect(await show()).toMatchObject({ state: 'ready', failure: null });
  });
});

test('no line of the log has an address or a token of the vendor, whatever goes wrong', async () => {
  const lines: string[] = [];
  const stream = new Writable({ write: (chunk: Buffer, _, done) => void (lines.push(chunk.toString()), done()) });
  const settings = { demo: true, publicUrl: ourOrigin, trustedProxies: [], limitFactor: 0, guessLimit: 20, version: 'test', webFolder: null, mailFrom: 'sportello@example.org', videoPrivateHosts: ['localhost'] };
  const { database, clock } = desk;
  const app = await buildApp({ database, clock, secrets: testSecrets, sealing: testSealing, settings, logger: { level: 'trace', stream } });
  const logged = { ...desk, app };
  await connectGoto(logged, cookie, goto);
  for (const trouble of [{ answers: 'html' }, { answers: 'error' }, { answers: 'nothing' }, { answers: 'status', status: 403, body: `{"error":"${goto.given[0]}"}` }] as const) {
    goto.trouble(trouble, { path: '/admin', times: 3 });
    await askAs(logged, cookie, 'POST', '/staff/video-connection/tests', {});
    goto.calm();
  }
  await askAs(logged, cookie, 'POST', '/staff/video-connection/answers', { code: 'a code of the vendor', state: 'a state of ours' });
  app.log.info('the end');
  await app.close();
  const all = lines.join('');
  expect(all).toContain('the end');
  for (const text of [...goto.given, goto.host, goto.clientSecret, 'a code of the vendor', 'a state of ours', '/oauth/']) expect(all).not.toContain(text);
});
