import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DirectoryOnHttp, type Entry, startDirectory } from './directory-app.ts';

let demo: DirectoryOnHttp;

beforeAll(async () => {
  demo = await startDirectory();
});
afterAll(() => demo.close());

/** The ids of all pages, one after the other. */
async function pagesOf(path: string, limit: number, cursor: string | null = null): Promise<string[]> {
  const query = cursor === null ? `limit=${limit}` : `limit=${limit}&cursor=${cursor}`;
  const { body } = await demo.get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
  expect(body.items.length).toBeLessThanOrEqual(limit);
  const ids = (body.items as Entry[]).map(({ id }) => id);
  return body.next_cursor === null ? ids : [...ids, ...(await pagesOf(path, limit, body.next_cursor))];
}

test.each(['/municipalities', '/offices', '/services', '/services?q=permesso', '/services?channel=video'])(
  'the pages of %s lead through all of it, nothing lost and nothing twice',
  async (path) => {
    const whole = (await demo.itemsOf(path)).map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(2);
    for (let limit = 1; limit <= whole.length + 1; limit += 1) expect(await pagesOf(path, limit)).toEqual(whole);
  },
);

test('a last page that is full leads nowhere', async () => {
  expect((await demo.get('/municipalities?limit=9')).body).toMatchObject({ items: { length: 9 }, next_cursor: null });
});

test.each(['nonsense', 'bm9ib2R5', '!!!', '%00'])('a cursor that is none of ours is refused: %s', async (cursor) => {
  const { status, body } = await demo.get(`/services?cursor=${cursor}`);
  expect(status).toBe(422);
  expect(body.errors[0].field).toBe('cursor');
});

test('a cursor of another list is refused', async () => {
  const { next_cursor } = (await demo.get('/offices?limit=1')).body;
  expect((await demo.get(`/services?cursor=${next_cursor}`)).status).toBe(422);
});
