import type { DeskAppointmentItem, MisfitList, RecordItem } from '@sportello/contract';
import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { bookEach, calendarNamed, owedOf } from './hours-desk.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

// A closure over a morning on which people are booked, and what the desk decides about each of them.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let admin: string;
let official: string;
let officeId: string;

const thursday = '2026-12-03';
const at = (time: string, day = thursday) => `${day}T${time}:00+01:00`;
const threeStarts = ['09:00', '09:30', '10:00'].map((time) => at(time));

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  ({ officeId } = await calendarNamed(desk, 'Sportello imprese 1 (demo)'));
});
let minutes = 0;

// Each a little later: what happened before a closure was made is none of its business.
beforeEach(async () => {
  await desk.clear();
  desk.clock.set(desk.clock.now() + ++minutes * 60_000);
  admin = (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
  official = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [officeId] }))).cookie;
  await bookEach(citizen, video, threeStarts);
});
afterEach(async () => {
  const { closures, recordVersions } = desk.database.tables;
  await desk.change(async (tx) => {
    await tx.delete(closures);
    await tx.delete(recordVersions);
  });
  await desk.clear();
});
afterAll(() => desk.close());

const post = (cookie: string, url: string, body: object) => askAs(desk, cookie, 'POST', url, body);

async function close(content: object = {}): Promise<RecordItem> {
  const closure = { kind: 'closure', scope: 'union', first_day: thursday, last_day: thursday, closes_remote: true, reason: { it: 'Santa Barbara' }, ...content };
  return got<RecordItem>(await post(admin, '/staff/records/closure', { content: closure }), 201);
}

async function listed(cookie: string, closureId?: string): Promise<MisfitList> {
  return got<MisfitList>(await askAs(desk, cookie, 'GET', `/staff/misfits${closureId ? `?closure_id=${closureId}` : ''}`), 200);
}
const countOf = async (cookie: string) => got<{ count: number }>(await askAs(desk, cookie, 'GET', '/staff/misfits/count'), 200).count;
const startsOf = ({ items }: MisfitList) => items.map(({ appointment }) => appointment.starts_at);

function firstOf({ items }: MisfitList): MisfitList['items'][number] {
  const [first] = items;
  if (!first) throw new Error('nothing is listed');
  return first;
}

describe('a closure over people who are booked', () => {
  test('lists them with other times, none of them twice, to the administrator and where they are worked with', async () => {
    expect(await countOf(official)).toBe(0);
    const closure = await close();
    for (const cookie of [admin, official]) {
      const found = await listed(cookie, closure.id);
      expect(startsOf(found)).toEqual(threeStarts);
      expect(found).toMatchObject({ open_count: 3, kept: [], closure: { id: closure.id, first_day: thursday, reason: 'Santa Barbara', done_count: 0 } });
      const proposed = found.items.flatMap(({ proposals }) => proposals.map(({ starts_at }) => starts_at));
      expect(proposed.length).toBeGreaterThan(3);
      expect(new Set(proposed).size).toBe(proposed.length);
      expect(proposed.every((start) => !start.startsWith(thursday))).toBe(true);
      expect(await countOf(cookie)).toBe(3);
    }
    expect(firstOf(await listed(official)).why).toBe('closed');
  });

  test('is settled by the acts of the desk: moved, cancelled, kept all the same; and says how far it is', async () => {
    const closure = await close();
    const [a, b, c] = (await listed(admin, closure.id)).items;
    if (!a || !b || !c) throw new Error('three are listed');
    const moved = got<DeskAppointmentItem>(await post(admin, `/staff/appointments/${a.appointment.id}/moves`, { revision: a.appointment.revision, starts_at: a.proposals[0]?.starts_at, tell: true }), 200);
    expect(moved.starts_at).toBe(a.proposals[0]?.starts_at);
    expect(await listed(admin, closure.id)).toMatchObject({ open_count: 2, closure: { done_count: 1 } });
    got(await post(official, `/staff/appointments/${b.appointment.id}/cancellations`, { revision: b.appointment.revision, reason: 'Siamo chiusi.', tell: true }), 200);
    expect(await listed(admin, closure.id)).toMatchObject({ open_count: 1, closure: { done_count: 2 } });
    expect(got(await askAs(desk, official, 'GET', `/staff/misfits/count?closure_id=${closure.id}`), 200)).toEqual({ count: 1, done_count: 2 });
    got(await post(official, `/staff/appointments/${c.appointment.id}/keeping`, { revision: c.appointment.revision }), 200);
    const settled = await listed(admin, closure.id);
    expect(settled).toMatchObject({ open_count: 0, items: [], closure: { done_count: 3 }, kept: [{ why: 'closed', appointment: { id: c.appointment.id } }] });
    expect(await countOf(official)).toBe(0);
    expect((await owedOf(desk, c.appointment.id)).map(({ message }) => message)).not.toContain('moved-by-desk');
    expect((await owedOf(desk, a.appointment.id)).map(({ message }) => message)).toContain('moved-by-desk');
  });

  test('counts who left it by themselves, and asks again about who is brought back under it', async () => {
    const closure = await close();
    const one = firstOf(await listed(admin, closure.id)).appointment;
    const move = async (revision: number, starts_at: string, more: object = {}) => got<DeskAppointmentItem>(await post(admin, `/staff/appointments/${one.id}/moves`, { revision, starts_at, tell: false, ...more }), 200);
    const away = await move(one.revision, at('09:00', '2026-12-04'));
    expect(await listed(admin, closure.id)).toMatchObject({ open_count: 2, closure: { done_count: 1 } });
    await move(away.revision, at('09:00'), { outside_hours: true, calendar_id: one.calendar_ids[0] });
    expect(await listed(admin, closure.id)).toMatchObject({ open_count: 3, closure: { done_count: 0 } });
  });

  test('of a place touches only who comes there', async () => {
    const { places } = desk.database.tables;
    const [place] = await desk.database.read.select().from(places).limit(1);
    const closure = await close({ scope: 'place', scope_id: place?.id, closes_remote: false });
    expect(await listed(admin, closure.id)).toMatchObject({ open_count: 0, items: [], closure: { done_count: 0 } });
  });

  test('that is given up leaves nothing to decide', async () => {
    const closure = await close();
    expect((await post(admin, `/staff/records/closure/${closure.id}/deletion`, { revision: closure.revision })).statusCode).toBe(204);
    expect(await countOf(admin)).toBe(0);
    expectProblem(await askAs(desk, admin, 'GET', `/staff/misfits?closure_id=${closure.id}`), 'not-found');
  });
});

describe('an appointment that takes place all the same', () => {
  test('is decided about again when somebody wants, and each decision is in the trail', async () => {
    await close();
    const { appointment } = firstOf(await listed(official));
    for (let twice = 0; twice < 2; twice += 1) got(await post(official, `/staff/appointments/${appointment.id}/keeping`, { revision: appointment.revision }), 200);
    expect(await countOf(official)).toBe(2);
    for (let twice = 0; twice < 2; twice += 1) expect((await askAs(desk, official, 'DELETE', `/staff/appointments/${appointment.id}/keeping`)).statusCode).toBe(204);
    expect(await countOf(official)).toBe(3);
    const { auditEntries } = desk.database.tables;
    const entries = await desk.database.read.select().from(auditEntries).where(and(eq(auditEntries.objectId, appointment.id), eq(auditEntries.objectKind, 'appointment')));
    expect(entries.filter(({ fields }) => fields.includes('kept_anyway')).map(({ action }) => action).sort()).toEqual(['change', 'undo']);
  });

  test('is asked about anew once it is moved under another closure', async () => {
    await close({ last_day: '2026-12-04' });
    const { appointment } = firstOf(await listed(official));
    got(await post(official, `/staff/appointments/${appointment.id}/keeping`, { revision: appointment.revision }), 200);
    got(await post(official, `/staff/appointments/${appointment.id}/moves`, { revision: appointment.revision, starts_at: at('09:00', '2026-12-04'), tell: false, outside_hours: true, calendar_id: appointment.calendar_ids[0] }), 200);
    expect(await countOf(official)).toBe(3);
  });

  test('of which somebody saw an older state is refused with how it is now', async () => {
    await close();
    const { appointment } = firstOf(await listed(official));
    const refused = expectProblem(await post(official, `/staff/appointments/${appointment.id}/keeping`, { revision: appointment.revision + 1 }), 'changed-meanwhile');
    expect(refused).toMatchObject({ appointment: { id: appointment.id, revision: appointment.revision } });
    expect(await countOf(official)).toBe(3);
  });

  test('is nobody’s business beyond reach', async () => {
    await close();
    const { appointment } = firstOf(await listed(admin));
    const { officeId: elsewhere } = await calendarNamed(desk, 'Sportello tecnico 1 (demo)');
    const stranger = (await signedIn(desk, await addMember(desk, { role: 'operator', officeIds: [elsewhere] }))).cookie;
    expect(await countOf(stranger)).toBe(0);
    expectProblem(await post(stranger, `/staff/appointments/${appointment.id}/keeping`, { revision: appointment.revision }), 'not-found');
    expectProblem(await askAs(desk, stranger, 'DELETE', `/staff/appointments/${appointment.id}/keeping`), 'not-found');
  });
});

test('a comune that leaves lists what was booked for it after its last day', async () => {
  const comune = got<RecordItem>(await askAs(desk, admin, 'GET', `/staff/records/municipality/${video.municipality_id}`), 200);
  if (comune.content.kind !== 'municipality') throw new Error('not a comune');
  const memberships = comune.content.memberships.map((membership) => ({ ...membership, last_day: '2026-12-02' }));
  const left = got<RecordItem>(await post(admin, `/staff/records/municipality/${comune.id}`, { revision: comune.revision, content: { ...comune.content, memberships } }), 200);
  const found = await listed(official);
  expect(found.items.map(({ why }) => why)).toEqual(['not_member', 'not_member', 'not_member']);
  expect(found.closure).toBeNull();
  got(await post(admin, `/staff/records/municipality/${comune.id}`, { revision: left.revision, content: comune.content }), 200);
  expect(await countOf(official)).toBe(0);
});
