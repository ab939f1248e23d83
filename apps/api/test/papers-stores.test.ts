import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { removeContent } from '../src/files/remove-content.ts';
import { clamdScanner, ScannerUnavailable } from '../src/files/scanner/clamd.ts';
import { openStores, type StoreSettings } from '../src/files/store/open-stores.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { citizenOf, got, type Link } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { eicar, type FakeClamd, startFakeClamd } from './fake-clamd.ts';
import { type FakeS3, startFakeS3 } from './fake-s3.ts';
import { clearPapers, longPdf, papersAt, pdf, rowsOfPapers } from './papers.ts';

let s3: FakeS3;
let clamd: FakeClamd;
let folder: string;
beforeAll(async () => {
  s3 = await startFakeS3();
  clamd = await startFakeClamd();
  folder = await mkdtemp(join(tmpdir(), 'papers-'));
});
afterAll(async () => {
  await s3.close();
  await clamd.close();
  await rm(folder, { recursive: true, force: true });
});

const idOf = (answer: Parameters<typeof got>[0]) => got<{ id: string }>(answer, 201).id;
const filesBelow = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const log = { warn: () => undefined };

async function bookedDesk(fileStore: StoreSettings, options: Parameters<typeof openEmptyDesk>[0] = {}): Promise<{ desk: Desk; link: Link }> {
  const desk = await openEmptyDesk({ ...options, fileStore });
  const citizen = citizenOf(desk);
  return { desk, link: await citizen.book(await citizen.wanted()) };
}
const papersOf = (desk: Desk, link: Link) => papersAt(desk, `/appointments/${link.code}/files`, { token: link.manage_token });

describe('papers in a folder', () => {
  let desk: Desk;
  let link: Link;
  beforeAll(async () => {
    ({ desk, link } = await bookedDesk({ kind: 'folder', folder, s3: null }));
  });
  afterAll(() => desk.close());

  test('lie under names of ours, where nobody else of the machine reads them, and come back byte by byte', async () => {
    const content = longPdf(400_000);
    const id = idOf(await papersOf(desk, link).add({ name: 'Mappa di Ada.pdf', content }));
    const [path, ...others] = await filesBelow();
    expect(others).toEqual([]);
    expect(path).toBe(join(folder, id.slice(-2), id));
    expect((await readFile(path ?? '')).equals(content)).toBe(true);
    expect((await stat(path ?? '')).mode & 0o077).toBe(0);
    expect((await papersOf(desk, link).open(id)).rawPayload.equals(content)).toBe(true);
    expect((await rowsOfPapers(desk)).pieces).toEqual([]);
  });

  test('are never looked for by an id that is none', async () => {
    const { current } = openStores(desk.database, { kind: 'folder', folder, s3: null });
    for (const id of ['../../../../etc/passwd', '..', `${'a'.repeat(36)}/..`, '']) await expect(current.open(id)).rejects.toThrow('the folder of files cannot be read');
  });

  test('are taken away by the job once their row is gone', async () => {
    const [file] = (await rowsOfPapers(desk)).files;
    expect((await papersOf(desk, link).remove(file?.id ?? '')).statusCode).toBe(204);
    expect((await rowsOfPapers(desk)).removals).toMatchObject([{ store: 'folder' }]);
    await removeContent({ database: desk.database, clock: desk.clock, stores: openStores(desk.database, { kind: 'database', folder, s3: null }), log });
    expect([await filesBelow(), (await rowsOfPapers(desk)).removals]).toEqual([[], []]);
  });

  test('are still read after the setting was changed, and said to be out of reach once the folder is not named any more', async () => {
    const { database, clock } = desk;
    const id = idOf(await papersOf(desk, link).add({ name: 'a.pdf', content: pdf() }));
    const { current, of } = openStores(database, { kind: 'database', folder, s3: null });
    expect([current.kind, of('folder')?.kind]).toEqual(['database', 'folder']);
    expect(openStores(database, { kind: 'database', folder: null, s3: null }).of('folder')).toBeNull();
    await rm(folder, { recursive: true });
    expectProblem(await papersOf(desk, link).open(id), 'service-unavailable');
    await removeContent({ database, clock, stores: openStores(database, { kind: 'folder', folder, s3: null }), log });
  });
});

describe('papers in a store that speaks S3', () => {
  let desk: Desk;
  let link: Link;
  let settings: StoreSettings;
  beforeAll(async () => {
    settings = { kind: 's3', folder: null, s3: s3.settings };
    ({ desk, link } = await bookedDesk(settings));
  });
  afterAll(() => desk.close());
  afterEach(async () => {
    s3.isBroken = false;
    s3.objects.clear();
    await clearPapers(desk);
  });
  const work = () => removeContent({ database: desk.database, clock: desk.clock, stores: openStores(desk.database, settings), log });

  test('go there and come back signed, under names of ours', async () => {
    const content = longPdf(500_000);
    const id = idOf(await papersOf(desk, link).add({ name: 'Mappa di Ada.pdf', content }));
    expect([...s3.objects.keys()]).toEqual([`/sportello/${id}`]);
    expect((await papersOf(desk, link).open(id)).rawPayload.equals(content)).toBe(true);
    expect((await papersOf(desk, link).remove(id)).statusCode).toBe(204);
    await work();
    expect([s3.objects.size, (await rowsOfPapers(desk)).removals]).toEqual([0, []]);
    expect(s3.asked.join()).not.toContain('Mappa');
  });

  test('with a wrong secret nothing goes there, and nothing is kept', async () => {
    const wrong = await bookedDesk({ ...settings, s3: { ...s3.settings, secretKey: 'another' } });
    expectProblem(await papersOf(wrong.desk, wrong.link).add({ name: 'a.pdf', content: pdf() }), 'service-unavailable');
    expect([s3.objects.size, (await rowsOfPapers(wrong.desk)).files]).toEqual([0, []]);
    await wrong.desk.close();
  });

  test('while it is out of order nothing is kept, and what could not be taken away is tried again', async () => {
    const id = idOf(await papersOf(desk, link).add({ name: 'a.pdf', content: pdf() }));
    s3.isBroken = true;
    expectProblem(await papersOf(desk, link).add({ name: 'b.pdf', content: pdf() }), 'service-unavailable');
    expect((await rowsOfPapers(desk)).files).toHaveLength(1);
    expectProblem(await papersOf(desk, link).open(id), 'service-unavailable');
    expect((await papersOf(desk, link).remove(id)).statusCode).toBe(204);
    await work();
    expect((await rowsOfPapers(desk)).removals.find((row) => row.id === id)).toMatchObject({ attempts: 1 });
    s3.isBroken = false;
    desk.clock.pass(61);
    await work();
    expect([s3.objects.size, (await rowsOfPapers(desk)).removals]).toEqual([0, []]);
    desk.clock.pass(-61);
  });

  test('content whose row never came, because the process ended, is taken away later; content with a row is not', async () => {
    const id = idOf(await papersOf(desk, link).add({ name: 'a.pdf', content: pdf() }));
    const stray = '019aa000-0000-7000-8000-000000000001';
    const { database, clock } = desk;
    await openStores(database, settings).current.put(stray, pdf());
    await database.write(async (tx) => {
      await tx.insert(database.tables.fileRemovals).values([stray, id].map((one) => ({ id: one, store: 's3' as const, dueAt: clock.now() + 1 })));
    });
    await work();
    expect(s3.objects.size).toBe(2);
    clock.pass(1);
    await work();
    expect([...s3.objects.keys()]).toEqual([`/sportello/${id}`]);
    clock.pass(-1);
  });
});

describe('with a malware scanner', () => {
  let desk: Desk;
  let link: Link;
  beforeAll(async () => {
    ({ desk, link } = await bookedDesk({ kind: 'database', folder: null, s3: null }, { clamd: { host: '127.0.0.1', port: clamd.port } }));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    clamd.mood = 'well';
    clamd.heard.length = 0;
    await clearPapers(desk);
  });
  const nothing = { files: [], pieces: [], removals: [] };

  test('it hears every byte, and what it finds nothing in is kept', async () => {
    const content = longPdf(5_000_000);
    idOf(await papersOf(desk, link).add({ name: 'a.pdf', content }));
    expect(clamd.heard).toHaveLength(1);
    expect(clamd.heard[0]?.equals(content)).toBe(true);
  });

  test('what it finds a virus in is refused and not kept', async () => {
    expect(expectProblem(await papersOf(desk, link).add({ name: 'a.pdf', content: pdf(eicar) }), 'file-not-accepted')).toMatchObject({ reason: 'malware' });
    expect(await rowsOfPapers(desk)).toEqual(nothing);
  });

  test.each(['garbage', 'hangs-up', 'too-large', 'endless'] as const)('while it is out of order (%s) nothing is taken', async (mood) => {
    clamd.mood = mood;
    expectProblem(await papersOf(desk, link).add({ name: 'a.pdf', content: longPdf(200_000) }), 'service-unavailable');
    expect(await rowsOfPapers(desk)).toEqual(nothing);
  });

  test('a scanner that is not there, or never answers, is no scanner that said yes', async () => {
    await expect(clamdScanner({ host: '127.0.0.1', port: 1 }).isClean(pdf())).rejects.toThrow(ScannerUnavailable);
    await expect(clamdScanner({ path: join(folder, 'no.sock') }).isClean(pdf())).rejects.toThrow(ScannerUnavailable);
    clamd.mood = 'silent';
    await expect(clamdScanner({ host: '127.0.0.1', port: clamd.port }, { wait: 100 }).isClean(pdf())).rejects.toThrow(ScannerUnavailable);
  });
});
