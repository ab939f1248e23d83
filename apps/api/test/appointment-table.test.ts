import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { readSheet, serialOf } from './sheet.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { trailOf } from './staff-ways-in.ts';

// Appointments that leave the desk as a table.

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let cookie: string;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  ({ here, there } = await bookInTwoOffices(desk));
  ({ cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' })));
});
afterAll(() => desk.close());

const days = { from: ofDay, to: ofDay };
const withPeople = { with_people: { reason: 'Accesso agli atti 12/2026' } };
const ask = (body: object, as = cookie) => askAs(desk, as, 'POST', '/staff/appointment-tables', { ...days, ...body });
const linesOf = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n').map((line) => line.split(';'));

test('a table of the appointments of some days opens as such, and names nobody', async () => {
  const answer = await ask({});
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="appuntamenti-${ofDay}-${ofDay}.csv"`);
  expect(answer.body.startsWith('\uFEFFCodice;Inizio;Fine;Stato;')).toBe(true);
  const [head = [], ...lines] = linesOf(answer.body);
  expect(lines.map((line) => line.length)).toEqual([head.length, head.length]);
  expect(lines.map((line) => line.slice(1, 4))).toEqual(expect.arrayContaining([[expect.stringMatching(`^${ofDay} \\d\\d:\\d\\d$`), expect.stringMatching(`^${ofDay} `), 'Confermato']]));
  for (const secret of ['Quintavalle', 'Lamberti', 'example.org', '+39']) expect(answer.body).not.toContain(secret);
});

test('who gives a reason has names and contacts, and the trail says how many and why', async () => {
  const answer = await ask(withPeople);
  expect(linesOf(answer.body)[0]?.slice(-4)).toEqual(['Persona', 'Per conto di', 'E-mail', 'Telefono']);
  expect(answer.body).toContain(";Ada Quintavalle;;ada.qui@example.org;'+39");
  const [entry] = (await trailOf(desk)).toReversed();
  expect(entry).toMatchObject({ action: 'export', objectKind: 'appointment', objectId: null });
  expect(entry?.fields).toEqual(expect.arrayContaining(['appointments', 'people', 'reason', 'from', 'to', 'format']));
});

test('a workbook holds the same, with times that are times', async () => {
  const answer = await ask({ format: 'xlsx', ...withPeople });
  expect(answer.headers['content-type']).toContain('spreadsheetml.sheet');
  const [head = [], ...lines] = readSheet(answer.rawPayload);
  const csv = linesOf((await ask(withPeople)).body);
  expect(head).toEqual(csv[0]);
  expect(lines.map((line) => line[1])).toEqual(csv.slice(1).map((line) => serialOf(line[1] ?? '')));
  expect(lines.map((line) => line[head.indexOf('Persona')])).toEqual(csv.slice(1).map((line) => line[head.indexOf('Persona')]));
});

test('a name that a spreadsheet would run is a text in both', async () => {
  const { people } = desk.database.tables;
  await desk.database.write((tx) => tx.update(people).set({ familyName: '=2+3', givenName: null }));
  expect((await ask(withPeople)).body).toContain(";'=2+3;");
  expect(readSheet((await ask({ format: 'xlsx', ...withPeople })).rawPayload).flat()).toContain('=2+3');
});

test('it is of one office or one service where that is asked', async () => {
  const [, ...ofOffice] = linesOf((await ask({ office_id: here.officeId })).body);
  expect(ofOffice).toHaveLength(1);
  expect(linesOf((await ask({ service_id: 'nothing' })).body)).toHaveLength(1);
  expect(linesOf((await ask({ from: '2026-12-04', to: '2026-12-10' })).body)).toHaveLength(1);
});

test('a manager has only what lies within reach', async () => {
  const manager = await signedIn(desk, await addMember(desk, { role: 'manager', officeIds: [there.officeId] }));
  const answer = await ask(withPeople, manager.cookie);
  expect(answer.body).toContain('Lamberti');
  expect(answer.body).not.toContain('Quintavalle');
});

test('times that are only kept for a moment, and those that ran out, are no appointments', async () => {
  const { appointments } = desk.database.tables;
  await desk.database.write((tx) => tx.update(appointments).set({ state: 'held', heldUntil: desk.clock.now() + 60_000 }));
  expect(linesOf((await ask({})).body)).toHaveLength(1);
});

test('names need a sign-in that is fresh', async () => {
  desk.clock.pass(4);
  expect((await ask(withPeople)).statusCode).toBe(200);
  desk.clock.pass(7);
  const answer = await ask(withPeople);
  expect(['fresh-sign-in-needed', 'session-stale']).toContain((answer.json<{ type: string }>().type.split('/').at(-1)));
});

test.each([
  ['days in the wrong order', { from: '2026-12-03', to: '2026-12-02' }, 'to'],
  ['more than a year', { from: '2026-01-01', to: '2027-01-02' }, 'to'],
  ['a day before there were any', { from: '1960-01-01', to: '1960-01-02' }, 'from'],
  ['a reason that says nothing', { with_people: { reason: ' ' } }, '/with_people/reason'],
  ['an unknown format', { format: 'pdf' }, '/format'],
])('%s: refused', async (_, body, field) => {
  const problem = expectProblem(await ask(body), 'validation');
  expect(JSON.stringify(problem)).toContain(`"field":"${field}"`);
});
