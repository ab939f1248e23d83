import type { ConfirmedAppointment } from '@sportello/contract';
import { createHash } from 'node:crypto';
import { type AddressInfo, connect } from 'node:net';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, newKey, openEmptyDesk, testSecrets } from './app.ts';
import { citizenOf, got } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { clearPapers, docx, formOf, jpeg, longPdf, openP7m, p7m, papersAt, pdf, type Picked, png, rowsOfPapers } from './papers.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { addMember, askAs, ourOrigin, signedIn } from './staff-app.ts';

let desk: Desk;
let mine: ConfirmedAppointment;
let other: ConfirmedAppointment;

beforeAll(async () => {
  desk = await openEmptyDesk({ guessLimit: 1000 });
  const citizen = citizenOf(desk);
  const wanted = await citizen.wanted();
  mine = await citizen.book(wanted);
  other = await citizen.book(wanted, { nth: 4 });
});
afterAll(() => desk.close());
beforeEach(() => clearPapers(desk));

/** A small file that says it is of four thousand million points. */
function hugePng(): Buffer {
  const content = png();
  content.writeUInt32BE(65_000, 16);
  content.writeUInt32BE(65_000, 20);
  return content;
}

const papers = (of = mine) => papersAt(desk, `/appointments/${of.code}/files`, { token: of.manage_token });
const idOf = (answer: Parameters<typeof got>[0]) => got<{ id: string }>(answer, 201).id;

test('what a citizen sends is read back byte by byte, as an attachment that no browser runs', async () => {
  const content = longPdf(700_000);
  const id = idOf(await papers().add({ name: 'Estratto di mappa (1).pdf', content }));
  const [listed, ...rest] = await papers().items();
  expect(rest).toEqual([]);
  expect(listed).toMatchObject({ id, name: 'Estratto di mappa (1).pdf', media_type: 'application/pdf', bytes: 700_000, from: 'citizen', from_name: null, question_id: null, can_delete: true });

  const read = await papers().open(id);
  expect(read.statusCode).toBe(200);
  expect(read.rawPayload.equals(content)).toBe(true);
  expect(read.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '700000',
    'content-disposition': `attachment; filename="documento.pdf"; filename*=UTF-8''Estratto%20di%20mappa%20%281%29.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  });
  const { files, pieces, removals } = await rowsOfPapers(desk);
  expect(files).toMatchObject([{ store: 'database', digest: createHash('sha256').update(content).digest('hex') }]);
  expect(pieces.map(({ position }) => position).toSorted()).toEqual([0, 1, 2]);
  expect(removals).toEqual([]);
});

test.each([
  ['foto.JPG', jpeg()],
  ['foto.jpeg', jpeg()],
  ['pianta.png', png()],
  ['relazione.docx', docx()],
  ['domanda.pdf.p7m', p7m()],
  ['domanda.p7m', openP7m()],
  ['domanda.p7m', Buffer.from(`-----BEGIN PKCS7-----\n${p7m().toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PKCS7-----\n`)],
  ['domanda.p7m', Buffer.from(p7m().toString('base64'))],
  ['Perché è così – l’allegato №1 👨‍👩‍👧.pdf', pdf()],
])('%s is taken', async (name, content) => {
  idOf(await papers().add({ name, content }));
  expect(await papers().items()).toMatchObject([{ name }]);
});

describe('an attack is refused, and nothing of it is kept', () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  const bomb = docx(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`word/media/${index}.xml`, zeros])));
  const linked = Buffer.from(zipSync({ ...unzipSync(docx()), 'word/media/1.png': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 * 65_536 }] }));
  const attacks: readonly [string, Picked, string][] = [
    ['a path in the name', { name: '../../etc/passwd.pdf', content: pdf() }, 'name'],
    ['a path of Windows in the name', { name: 'C:\\temp\\carta.pdf', content: pdf() }, 'name'],
    ['a name that runs backwards', { name: 'carta\u202Efdp.pdf', content: pdf() }, 'name'],
    ['a control character in the name', { name: 'carta\u0007.pdf', content: pdf() }, 'name'],
    ['a name without an end', { name: `${'a'.repeat(200)}.pdf`, content: pdf() }, 'name'],
    ['a program', { name: 'carta.pdf.exe', content: pdf() }, 'type'],
    ['a name that is only an ending', { name: '.pdf', content: pdf() }, 'type'],
    ['a page named as a PDF', { name: 'carta.pdf', content: Buffer.from('<!doctype html><script>alert(1)</script>') }, 'content'],
    ['a page that a PDF follows', { name: 'carta.pdf', content: Buffer.concat([Buffer.from('<script>alert(1)</script>\n'), pdf()]) }, 'content'],
    ['a drawing that can run scripts', { name: 'pianta.svg', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>') }, 'type'],
    ['such a drawing named as a picture', { name: 'pianta.png', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>') }, 'content'],
    ['a picture named as another kind', { name: 'foto.jpg', content: png() }, 'content'],
    ['a PDF that is an archive too', { name: 'carta.pdf', content: Buffer.concat([pdf(), docx()]) }, 'content'],
    ['a picture that is an archive too', { name: 'foto.png', content: Buffer.concat([png(), docx()]) }, 'content'],
    ['a PDF that broke off', { name: 'carta.pdf', content: pdf().subarray(0, 40) }, 'content'],
    ['a picture that broke off', { name: 'foto.png', content: png().subarray(0, 50) }, 'content'],
    ['a picture that would take all memory to be opened', { name: 'foto.png', content: hugePng() }, 'content'],
    ['nothing', { name: 'carta.pdf', content: Buffer.alloc(0) }, 'empty'],
    ['any archive named as a document', { name: 'relazione.docx', content: docx({ 'word/document.xml': '' }).subarray(0, 60) }, 'content'],
    ['a document with macros', { name: 'relazione.docx', content: docx({ 'word/vbaProject.bin': 'x' }) }, 'content'],
    ['a document of the kind that has macros', { name: 'relazione.docx', content: docx({ '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' }) }, 'content'],
    ['a document whose parts lead elsewhere', { name: 'relazione.docx', content: docx({ '../../evil.sh': 'x' }) }, 'content'],
    ['a document that swells beyond measure', { name: 'relazione.docx', content: bomb }, 'content'],
    ['a document with a link to another file in it', { name: 'relazione.docx', content: linked }, 'content'],
    ['a spreadsheet named as a document', { name: 'relazione.docx', content: Buffer.from(docx().toString('latin1').replaceAll('word/', 'xlxl/'), 'latin1') }, 'content'],
    ['a page named as a signed file', { name: 'domanda.p7m', content: Buffer.from('<!doctype html>') }, 'content'],
    ['an envelope that is not signed', { name: 'domanda.p7m', content: p7m(Buffer.from('06092a864886f70d010703', 'hex')) }, 'content'],
    ['a signed file with something behind it', { name: 'domanda.p7m', content: Buffer.concat([p7m(), Buffer.from('<script>')]) }, 'content'],
  ];

  test.each(attacks)('%s', async (_, file, reason) => {
    expect(expectProblem(await papers().add(file), 'file-not-accepted')).toMatchObject({ reason });
    expect(await rowsOfPapers(desk)).toEqual({ files: [], pieces: [], removals: [] });
  });

  test('a body that says it is too large is not read, and one that turns out to be is broken off', async () => {
    const announced = await papers().addForm([['file', { name: 'carta.pdf', content: pdf() }]], { headers: { 'content-length': String(30 * 1024 * 1024) } });
    expectProblem(announced, 'file-too-large');
    const { payload, contentType } = await formOf([['file', { name: 'carta.pdf', content: longPdf(20 * 1024 * 1024 + 1) }]]);
    expect(await sendUnannounced(payload, contentType)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await rowsOfPapers(desk)).toEqual({ files: [], pieces: [], removals: [] });
  });

  test('a file of exactly 20 MB is taken', async () => {
    const content = longPdf(20 * 1024 * 1024);
    const id = idOf(await papers().add({ name: 'progetto.pdf', content }));
    expect((await papers().open(id)).rawPayload.equals(content)).toBe(true);
  });

  test('a body that is no form, has no file, two files, or parts that nobody asked for', async () => {
    const file = { name: 'carta.pdf', content: pdf() };
    const url = `/api/v1/appointments/${mine.code}/files`;
    const headers = { authorization: `Bearer ${mine.manage_token}`, 'idempotency-key': newKey() };
    expectProblem(await desk.app.inject({ method: 'POST', url, headers, payload: { file: 'x' } }), 'unsupported-media-type');
    expectProblem(await desk.app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' }, payload: 'no form' }), 'malformed-body');
    expectProblem(await desk.app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF' }), 'malformed-body');
    expectInvalid(await papers().addForm([]), '/file');
    expectInvalid(await papers().addForm([['file', file], ['file', file]]), '/file');
    expectInvalid(await papers().addForm([['other', file]]), '/other');
    expectInvalid(await papers().addForm([['file', file], ['question_id', 'x']]), '/question_id');
    expectInvalid(await papers().add(file, { question: 'x' }), '/question_id');
    expect(await rowsOfPapers(desk)).toEqual({ files: [], pieces: [], removals: [] });
  });

  test('no other endpoint takes a form', async () => {
    const { payload, contentType } = await formOf([['file', { name: 'carta.pdf', content: pdf() }]]);
    for (const path of ['/holds', `/appointments/${mine.code}/cancellations`]) {
      const answer = await desk.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers: { authorization: `Bearer ${mine.manage_token}`, 'content-type': contentType, 'idempotency-key': newKey() } });
      expectProblem(answer, 'unsupported-media-type');
    }
  });
});

/** Sends a body in chunks, without saying how long it is; answers with what comes back first. */
async function sendUnannounced(payload: Buffer, contentType: string): Promise<string> {
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = desk.app.server.address() as AddressInfo; // it listens on a port
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', (chunk: Buffer) => {
      resolve(chunk.toString('latin1'));
      socket.destroy();
    });
    socket.on('error', reject);
    socket.write(`POST /api/v1/appointments/${mine.code}/files HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${mine.manage_token}\r\nidempotency-key: ${newKey()}\r\ncontent-type: ${contentType}\r\ntransfer-encoding: chunked\r\n\r\n`);
    for (let from = 0; from < payload.length; from += 65_536) {
      const chunk = payload.subarray(from, from + 65_536);
      socket.write(Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]));
    }
    socket.write('0\r\n\r\n');
  });
}

describe('whose papers they are', () => {
  test('the link of another appointment opens none of them: as if there were none', async () => {
    const id = idOf(await papers().add({ name: 'carta.pdf', content: pdf() }));
    expectProblem(await papers(other).open(id), 'not-found');
    expect((await papers(other).remove(id)).statusCode).toBe(204); // there is none of theirs; this one stays
    expect(await papers().items()).toHaveLength(1);
    expect(await papers(other).items()).toEqual([]);
    for (const token of [other.manage_token, 'x'.repeat(64)]) {
      const there = papersAt(desk, `/appointments/${mine.code}/files`, { token });
      for (const answer of [await there.list(), await there.open(id), await there.remove(id), await there.add({ name: 'carta.pdf', content: pdf() })]) expectProblem(answer, 'not-found');
    }
    expectProblem(await papersAt(desk, `/appointments/${mine.code}/files`, {}).open(id), 'unauthorized');
    expect(await papers().items()).toHaveLength(1);
  });

  test('a citizen takes back what they sent, not what the office gave', async () => {
    const id = idOf(await papers().add({ name: 'carta.pdf', content: longPdf(600_000) }));
    for (let tries = 0; tries < 2; tries++) expect((await papers().remove(id)).statusCode).toBe(204);
    expect(await rowsOfPapers(desk)).toEqual({ files: [], pieces: [], removals: [] });
    expectProblem(await papers().open(id), 'not-found');
  });
});

describe('guessing at papers', () => {
  let strict: Desk;
  beforeAll(async () => {
    strict = await openEmptyDesk({ guessLimit: 3 });
  });
  afterAll(() => strict.close());

  test('counts as guessing; what is right is still answered', async () => {
    const citizen = citizenOf(strict);
    const { code, manage_token: token } = await citizen.book(await citizen.wanted());
    const own = papersAt(strict, `/appointments/${code}/files`, { token });
    const unknown = '019aa000-0000-7000-8000-000000000000';
    for (let tries = 0; tries < 3; tries++) expectProblem(await own.open(unknown), 'not-found');
    expectProblem(await own.open(unknown), 'too-many-requests');
    expect((await own.list()).statusCode).toBe(200);
  });
});

describe('the same request', () => {
  const file = { name: 'carta.pdf', content: pdf() };

  test('sent twice is one paper', async () => {
    const key = newKey();
    const first = await papers().add(file, { key });
    const again = await papers().add(file, { key });
    expect(idOf(again)).toBe(idOf(first));
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await papers().items()).toHaveLength(1);
  });

  test('sent twice at once is one paper', async () => {
    const key = newKey();
    const answers = await Promise.all([papers().add(file, { key }), papers().add(file, { key })]);
    expect(answers.every(({ statusCode }) => statusCode === 201 || statusCode === 409)).toBe(true);
    expect(await papers().items()).toHaveLength(1);
  });

  test('with another content, or another name, is refused', async () => {
    const key = newKey();
    idOf(await papers().add(file, { key }));
    expectProblem(await papers().add({ ...file, content: pdf('altro') }, { key }), 'idempotency-key-reused');
    expectProblem(await papers().add({ ...file, name: 'altra.pdf' }, { key }), 'idempotency-key-reused');
  });

  test('without a key is refused, and a refusal leaves the key free', async () => {
    const key = newKey();
    expectProblem(await papers().add({ ...file, content: Buffer.alloc(0) }, { key }), 'file-not-accepted');
    idOf(await papers().add(file, { key }));
    expectProblem(await papers().add(file, { headers: { 'idempotency-key': '' } }), 'idempotency-key-missing');
  });
});

test('of several that come at once only thirty are kept', async () => {
  const one = (words: string) => papers().add({ name: `${words}.pdf`, content: pdf(words) });
  for (let n = 0; n < 28; n++) idOf(await one(`foglio ${n}`));
  const last = await Promise.all(Array.from({ length: 4 }, (_, n) => one(`ultimo ${n}`)));
  expect(last.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2);
  for (const answer of last.filter(({ statusCode }) => statusCode !== 201)) expect(expectProblem(answer, 'file-not-accepted')).toMatchObject({ reason: 'too-many' });
  const { files, removals } = await rowsOfPapers(desk);
  expect([files.length, removals.length]).toEqual([30, 0]);
  expect((await papers().list()).json()).toMatchObject({ can_add: false });
});

describe('the desk', () => {
  let here: DeskObject;
  let there: DeskObject;
  let cookie: string;
  let staffId: string;

  beforeAll(async () => {
    ({ here, there } = await bookInTwoOffices(desk));
    const member = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
    staffId = member.id;
    ({ cookie } = await signedIn(desk, member));
  });
  const atDesk = ({ appointmentId }: DeskObject, as = cookie) => papersAt(desk, `/staff/appointments/${appointmentId}/files`, { headers: { cookie: as, origin: ourOrigin } });
  const codeOf = async ({ appointmentId }: DeskObject) => {
    const { appointments } = desk.database.tables;
    const rows = await desk.database.read.select().from(appointments);
    return rows.find(({ id }) => id === appointmentId);
  };

  test('reads what the citizen sent and gives them papers, each look and change on record', async () => {
    const row = await codeOf(here);
    if (!row) throw new Error('no appointment');
    const citizens = papersAt(desk, `/appointments/${row.code}/files`, { token: testSecrets.token('manage', row) });
    const sent = longPdf(300_000);
    const sentId = idOf(await citizens.add({ name: 'Delega di Ada.pdf', content: sent }));
    expect((await atDesk(here).open(sentId)).rawPayload.equals(sent)).toBe(true);
    const givenId = idOf(await atDesk(here).add({ name: 'Ricevuta.pdf', content: pdf('ricevuta') }));
    expect(await citizens.items()).toMatchObject([
      { name: 'Delega di Ada.pdf', from: 'citizen', can_delete: true },
      { name: 'Ricevuta.pdf', from: 'staff', from_name: 'Prova operator', can_delete: false },
    ]);
    expectProblem(await citizens.remove(givenId), 'state-conflict');
    expect((await atDesk(here).list()).json()).toMatchObject({ can_add: true, items: [{ can_delete: true }, { can_delete: true }] });
    expect((await atDesk(here).remove(givenId)).statusCode).toBe(204);
    expect((await citizens.open(givenId)).statusCode).toBe(404);

    const { auditEntries, auditValues } = desk.database.tables;
    const entries = (await desk.database.read.select().from(auditEntries)).filter(({ objectId }) => objectId === sentId || objectId === givenId);
    expect(entries.map(({ actor, action, staffId: by }) => [actor, action, by])).toEqual([
      ['citizen', 'create', null],
      ['staff', 'see', staffId],
      ['staff', 'create', staffId],
      ['staff', 'delete', staffId],
    ]);
    const written = (await desk.database.read.select().from(auditValues)).map((value) => value.written).join();
    expect(written).not.toMatch(/Delega|Ricevuta/);
  });

  test('an appointment beyond reach has no papers for them, and an auditor sees that there are some, not what they are called', async () => {
    const id = idOf(await atDesk(here).add({ name: 'Atto riservato.pdf', content: pdf() }));
    for (const answer of [await atDesk(there).list(), await atDesk(there).open(id), await atDesk(there).remove(id), await atDesk(there).add({ name: 'a.pdf', content: pdf() })]) expectProblem(answer, 'not-found');
    const { cookie: auditor } = await signedIn(desk, await addMember(desk, { role: 'auditor', allOffices: true }));
    const seen = await atDesk(here, auditor).list();
    expect(seen.json()).toMatchObject({ can_add: false, items: [{ name: '1.pdf', can_delete: false }] });
    expect(seen.body).not.toContain('riservato');
    for (const answer of [await atDesk(here, auditor).open(id), await atDesk(here, auditor).remove(id), await atDesk(here, auditor).add({ name: 'a.pdf', content: pdf() })]) expectProblem(answer, 'not-allowed');
  });

  test('another site cannot send a paper in the name of the staff', async () => {
    const foreign = papersAt(desk, `/staff/appointments/${here.appointmentId}/files`, { headers: { cookie, origin: 'https://evil.example.org' } });
    expectProblem(await foreign.add({ name: 'a.pdf', content: pdf() }), 'wrong-origin');
  });

  test('erasing a person leaves nothing of their papers; the export names them', async () => {
    idOf(await atDesk(here).add({ name: 'Atto di Ada.pdf', content: longPdf(600_000) }));
    const { cookie: manager } = await signedIn(desk, await addMember(desk, { role: 'manager', allOffices: true }));
    const taken = await askAs(desk, manager, 'POST', `/staff/people/${here.personId}/exports`, {});
    expect(taken.body).toContain('Atto di Ada.pdf');
    const shown = (await askAs(desk, manager, 'GET', `/staff/people/${here.personId}`)).json<{ revision: number }>();
    const erased = await askAs(desk, manager, 'POST', `/staff/people/${here.personId}/erasures`, { revision: shown.revision, cancel_appointments: true });
    expect([erased.statusCode, erased.body.slice(0, 300)]).toEqual([200, expect.anything()]);
    expect(await rowsOfPapers(desk)).toEqual({ files: [], pieces: [], removals: [] });
    expect(expectProblem(await atDesk(here).add({ name: 'a.pdf', content: pdf() }), 'file-not-accepted')).toMatchObject({ reason: 'closed' });
  });
});

test('a cancelled appointment takes no more papers', async () => {
  const citizen = citizenOf(desk);
  const booked = await citizen.book(await citizen.wanted(), { nth: 8 });
  got(await citizen.cancel(booked, {}), 200);
  expect(expectProblem(await papers(booked).add({ name: 'a.pdf', content: pdf() }), 'file-not-accepted')).toMatchObject({ reason: 'closed' });
  expect((await papers(booked).list()).json()).toEqual({ items: [], can_add: false });
});
