import type { ContentOf, ImportReport, Logo, RecordItem, RecordVersion, Union, UnionDocument } from '@sportello/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jpeg, png, pngSaying, webp } from '../src/administration/logo/pictures.fixture.ts';
import { type Desk, openDesk, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

// The picture beside the union's name: sent, judged, named by a change of the union, shown to everybody.

type UnionRecord = RecordItem & { readonly content: ContentOf<'union'> };

let desk: Desk;
let cookie: string;

const admin = async (where: Desk) => (await signedIn(where, await addMember(where, { role: 'admin' }))).cookie;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  cookie = await admin(desk);
});
afterEach(async () => {
  await show(undefined);
  await desk.clear();
});
afterAll(() => desk.close());

const send = (content: Buffer) => askAs(desk, cookie, 'POST', '/staff/logos', { content: content.toString('base64') });
const sent = async (content: Buffer) => got<Logo>(await send(content), 201);
const union = async () => (got<{ items: UnionRecord[] }>(await askAs(desk, cookie, 'GET', '/staff/records/union'), 200).items[0]) as UnionRecord;
const asCitizen = async () => got<Union>(await desk.app.inject('/api/v1/union'), 200).logo;
const pathOf = ({ url }: { readonly url: string }) => new URL(url).pathname;

/** Makes it the logo of the union; undefined: none. */
async function show(logoId: string | undefined) {
  const { id, revision, content } = await union();
  return askAs(desk, cookie, 'POST', `/staff/records/union/${id}`, { revision, content: { ...content, logo_id: logoId } });
}

describe('a logo', () => {
  test.each([['image/png', png()], ['image/jpeg', jpeg()], ['image/webp', webp()]] as const)('in %s is shown once the union names it, and may be kept for good', async (mediaType, content) => {
    const logo = await sent(content);
    expect(logo).toMatchObject({ media_type: mediaType, width: 64, height: 64 });
    expect(await asCitizen()).toBe(null);
    got(await show(logo.id), 200);
    expect(await asCitizen()).toEqual({ url: logo.url, width: 64, height: 64 });

    const answer = await desk.app.inject(pathOf(logo));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': mediaType, 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'" });
    expect(answer.rawPayload.toString('latin1')).not.toContain('GPS');
    expect((await desk.app.inject({ method: 'HEAD', url: pathOf(logo) })).statusCode).toBe(200);
  });

  test('sent twice is one, whoever sends it', async () => {
    const [one, again] = await Promise.all([sent(png()), sent(png())]);
    expect(again).toEqual(one);
  });

  test('is replaced, taken away, and put back from the history', async () => {
    const [first, second] = [await sent(png()), await sent(png({ shade: 9 }))];
    got(await show(first.id), 200);
    const { id, revision } = await union();
    got(await show(second.id), 200);
    expect((await asCitizen())?.url).toBe(second.url);
    got(await show(undefined), 200);
    expect(await asCitizen()).toBe(null);
    const now = await union();
    got(await askAs(desk, cookie, 'POST', `/staff/records/union/${id}/versions/${revision}/restoration`, { revision: now.revision }), 200);
    expect((await asCitizen())?.url).toBe(first.url);
    const versions = got<{ items: RecordVersion[] }>(await askAs(desk, cookie, 'GET', `/staff/records/union/${id}/versions`), 200).items;
    expect(versions.slice(0, 4).map(({ content }) => content.kind === 'union' && content.logo_id)).toEqual([first.id, undefined, second.id, first.id]);
  });

  test('of two administrators at once: the second is told, and nothing is lost', async () => {
    const [mine, theirs] = [await sent(png()), await sent(png({ shade: 9 }))];
    const { id, revision, content } = await union();
    const change = (logoId: string) => askAs(desk, cookie, 'POST', `/staff/records/union/${id}`, { revision, content: { ...content, logo_id: logoId } });
    const answers = await Promise.all([change(mine.id), change(theirs.id)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const winner = answers[0]?.statusCode === 200 ? mine : theirs;
    expect((await asCitizen())?.url).toBe(winner.url);
  });

  test('stands in the trail: who sent it, and who showed it', async () => {
    const { id } = await sent(png({ shade: 77 }));
    got(await show(id), 200);
    const { read, tables } = desk.database;
    const entries = await read.select().from(tables.auditEntries);
    expect(entries.filter(({ objectKind, objectId, action }) => objectKind === 'logo' && objectId === id && action === 'create')).toHaveLength(1);
    expect(entries.some(({ objectKind, action, fields }) => objectKind === 'union' && action === 'change' && fields.includes('logo_id'))).toBe(true);
  });

  test('that was tried and never used is gone the next day; what a version names stays', async () => {
    const [tried, used] = [await sent(png({ shade: 111 })), await sent(png({ shade: 112 }))];
    got(await show(used.id), 200);
    got(await show(undefined), 200);
    desk.clock.pass(25 * 60);
    cookie = await admin(desk);
    await sent(png({ shade: 50 }));
    expectProblem(await desk.app.inject(pathOf(tried)), 'not-found');
    expect((await desk.app.inject(pathOf(used))).statusCode).toBe(200);
  });
});

describe('what is no logo', () => {
  const page = Buffer.from('<!doctype html><html><script>alert(1)</script></html>');

  test.each([
    ['a page', page],
    ['a drawing that may hold instructions', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a picture with a page behind it', Buffer.concat([png(), page])],
    ['a picture that breaks off', png().subarray(0, -20)],
    ['a picture of 20000 points', pngSaying(20_000, 20_000)],
    ['one that moves', webp({ flags: 0x02 })],
  ])('%s is refused with its field, and the logo stays', async (_, content) => {
    const before = await sent(png());
    got(await show(before.id), 200);
    expectInvalid(await send(content), '/content');
    expect((await asCitizen())?.url).toBe(before.url);
  });

  test('twenty megabytes are refused unread', async () => {
    expectProblem(await send(Buffer.alloc(20 * 1024 * 1024)), 'body-too-large');
  });

  test('what is no base64, or nothing, is refused with its field', async () => {
    for (const content of ['***', '', 'abc']) expectInvalid(await askAs(desk, cookie, 'POST', '/staff/logos', { content }), '/content');
  });

  test('a logo that was never sent cannot be shown', async () => {
    expectInvalid(await show('a'.repeat(64)), '/content/logo_id');
    expectInvalid(await show('../../etc/passwd'), '/content/logo_id');
    expectProblem(await desk.app.inject(`/api/v1/logos/${'a'.repeat(64)}`), 'not-found');
  });
});

describe('in a document of the union', () => {
  test('the logo goes along, and is judged again where it is read in', async () => {
    const empty = await openDesk({ demo: false });
    try {
      const there = await admin(empty);
      const logo = await sent(png());
      got(await show(logo.id), 200);
      const document = got<UnionDocument>(await askAs(desk, cookie, 'GET', '/staff/union-document'), 200);
      const readIn = async (changed: object) => got<ImportReport>(await askAs(empty, there, 'POST', '/staff/union-document', { ...document, ...changed }), 200);

      const [picture] = document.logos;
      const page = Buffer.from('<script>alert(1)</script>').toString('base64');
      expect((await readIn({ logos: [{ ...picture, content: page }] })).errors).toEqual(expect.arrayContaining([expect.objectContaining({ list: 'logos', row: 1, field: '/content' })]));
      expect((await readIn({ logos: [{ ...picture, id: 'b'.repeat(64) }] })).errors).toEqual(expect.arrayContaining([expect.objectContaining({ list: 'logos', row: 1, field: '/id' })]));
      expect((await readIn({ logos: [] })).errors).toEqual([expect.objectContaining({ list: 'records', field: '/content/logo_id' })]);
      expectProblem(await empty.app.inject(pathOf(logo)), 'not-found');

      expect(await readIn({})).toMatchObject({ is_right: true });
      expect(got<Union>(await empty.app.inject('/api/v1/union'), 200).logo).toMatchObject({ width: 64, height: 64 });
      expect((await empty.app.inject(pathOf(logo))).rawPayload).toEqual((await desk.app.inject(pathOf(logo))).rawPayload);
    } finally {
      await empty.close();
    }
  });
});
