import type { AuditEntry } from '@sportello/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordAudit } from '../src/audit/record.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { got } from './citizen.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { trailOf } from './people-objects.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let here: DeskObject;
let manager: string;
let auditor: string;
let minute = 0;

beforeAll(async () => {
  desk = await openEmptyDesk();
});
beforeEach(async () => {
  await desk.clear();
  desk.clock.pass(++minute * 24 * 60); // the trail stays: each test looks at a day of its own
  ({ here } = await bookOn());
  manager = (await signedIn(desk, await addMember(desk, { role: 'manager', officeIds: [here.officeId] }))).cookie;
  auditor = (await signedIn(desk, await addMember(desk, { role: 'auditor' }))).cookie;
});
afterAll(() => desk.close());

async function bookOn(): Promise<{ here: DeskObject }> {
  const now = desk.clock.now();
  desk.clock.set('2026-12-01T08:00:00+01:00');
  const booked = await bookInTwoOffices(desk);
  desk.clock.set(now);
  return booked;
}

const today = () => new Date(desk.clock.now() + 3_600_000).toISOString().slice(0, 10);
const read = async (register: string) => got<{ items: AuditEntry[] }>(await askAs(desk, auditor, 'GET', `/staff/audit-entries?register=${register}&from=${today()}`), 200).items;
const table = (query: string, cookie = auditor) => askAs(desk, cookie, 'GET', `/staff/audit-entries.csv?from=${today()}&${query}`);

describe('the register of exports', () => {
  test('has every way by which data leave the desk, with how many people and what for', async () => {
    const steps = [
      askAs(desk, manager, 'POST', `/staff/people/${here.personId}/exports`, {}),
      askAs(desk, manager, 'POST', `/staff/people/${here.personId}/reveal`, {}),
      askAs(desk, manager, 'POST', `/staff/appointments/${here.appointmentId}/slips`, {}),
      askAs(desk, manager, 'POST', '/staff/board/prints', { day: ofDay }),
      askAs(desk, manager, 'GET', `/staff/board?day=${ofDay}`), // a look, and nothing that leaves
      askAs(desk, (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie, 'GET', '/staff/union-document'),
    ];
    for (const step of steps) expect((await step).statusCode, (await step).body).toBeLessThan(300);
    const found = (await read('disclosures')).map(({ action, object_kind, people, purpose }) => [action, object_kind, people, purpose].join(' '));
    expect(found.toSorted()).toEqual(['export person 1 asked-by-person', 'export union 0 administration', 'print appointment 1 hand-over', 'print board 1 desk-work', 'reveal person 1 contact']);
  });

  test('says that a number is not known any more once it was erased', async () => {
    await askAs(desk, manager, 'POST', '/staff/board/prints', { day: ofDay });
    const { auditValues } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.delete(auditValues)));
    expect(await read('disclosures')).toMatchObject([{ action: 'print', object_kind: 'board', people: null, purpose: 'desk-work' }]);
  });
});

test('the register of accesses has who came in, who was refused, and who looked at people; changes are not in it', async () => {
  await askAs(desk, null, 'POST', '/staff/sign-ins', { email: 'nobody@example.org', password: 'una parola' });
  await askAs(desk, manager, 'GET', `/staff/people/${here.personId}`);
  await askAs(desk, manager, 'POST', '/staff/people/search', { words: 'Quintavalle' });
  await askAs(desk, manager, 'PATCH', `/staff/people/${here.personId}`, { revision: 0, given_name: 'Adele' });
  const found = (await read('access')).map(({ action, object_kind }) => `${action} ${object_kind}`);
  expect(found.toSorted()).toEqual(['search person', 'see person', 'sign-in-refused member']);
});

describe('a table of the trail', () => {
  test('holds exactly what the same question shows, opens in a spreadsheet, and is itself an export', async () => {
    await askAs(desk, manager, 'POST', `/staff/people/${here.personId}/exports`, {});
    const shown = await read('disclosures');
    const answer = await table('register=disclosures');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="registro-esportazioni.csv"');
    expect(answer.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toBe('\uFEFFQuando;Chi;Azione;Su che cosa;Persone;Scopo;Campi;Rete;Identificativo;Identificativo di chi;Sigillo;Voce');
    expect(lines.slice(1, -1).map((line) => line.split(';').at(-1))).toEqual(shown.map(({ id }) => id));
    expect(lines[1]).toContain(`${today()} 08:00:00;Prova manager;Esportazione;persona;1;Richiesta della persona;`);
    expect(await trailOf(desk)).toMatchObject([{ action: 'export', objectKind: 'audit', fields: expect.arrayContaining(['register', 'from', 'entries']) }]);
    expect(await read('disclosures')).toMatchObject([{ action: 'export', object_kind: 'audit', purpose: 'control' }, { action: 'export', object_kind: 'person' }]);
  });

  test('runs no formula that somebody wrote as their name', async () => {
    const evil = await addMember(desk, { role: 'manager', officeIds: [here.officeId] });
    const { staff } = desk.database.tables;
    const { eq } = await import('drizzle-orm');
    await desk.database.write(async (tx) => void (await tx.update(staff).set({ givenName: '=HYPERLINK("http://x")', familyName: 'x' }).where(eq(staff.id, evil.id))));
    await askAs(desk, (await signedIn(desk, evil)).cookie, 'POST', `/staff/people/${here.personId}/exports`, {});
    const { body } = await table('register=disclosures');
    expect(body).toContain(`;"'=HYPERLINK(""http://x"") x";`);
  });

  test('is refused to who may not read the trail, and where it would be too long', async () => {
    expectProblem(await table('register=access', manager), 'not-allowed');
    const { database, clock } = desk;
    await database.write(async (tx) => {
      for (let i = 0; i < 10_001; i += 1) await recordAudit(tx, database.tables, { kind: 'system' }, { action: 'list', object: { kind: 'board', id: null } }, clock.now());
    });
    expectProblem(await table('register=access'), 'validation');
    expect((await table('register=disclosures')).statusCode).toBe(200);
  });
});
