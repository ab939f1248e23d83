import type { DeskHold } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { calendarsFor, type Clerk, clerkOf } from './clerk.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let clerk: Clerk;
let video: Wanted;
/** Whose Wednesdays and Thursdays are open by video, and whose Fridays are. */
let calendars: string[];

const today = '2026-12-01';
const thursday = '2026-12-03';
const nine = `${thursday}T09:00:00+01:00`;
const halfPast = `${thursday}T09:30:00+01:00`;
const evening = `${thursday}T19:10:00+01:00`;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  calendars = await calendarsFor(desk, video);
});
beforeEach(async () => {
  clerk = await clerkOf(desk);
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const minutesFromNow = (iso: string) => (Date.parse(iso) - desk.clock.now()) / 60_000;

describe('the free times of the desk', () => {
  test('are those of citizens, with no notice', async () => {
    desk.clock.set(`${thursday}T09:30:40+01:00`);
    clerk = await clerkOf(desk);
    const forCitizens = await citizen.starts(video, thursday);
    const forDesk = await clerk.starts(video, thursday);
    expect(forCitizens[0]).toBe(`${thursday}T12:00:00+01:00`); // two hours of notice, and the seconds
    expect(forDesk[0]).toBe(halfPast); // the minute that is running
    expect(forDesk).toEqual(expect.arrayContaining(forCitizens));
  });

  test('have no horizon', async () => {
    expect(await citizen.starts(video, '2027-06-10')).toEqual([]);
    expect(await clerk.starts(video, '2027-06-10')).toContain('2027-06-10T09:00:00+02:00');
    const hold = await clerk.hold(video, '2027-06-10T09:00:00+02:00');
    expect(hold).toMatchObject({ warnings: [] });
    expect(await clerk.starts(video, '2027-06-10')).not.toContain('2027-06-10T09:00:00+02:00');
  });

  test.each(['staff', 'invited'] as const)('are there for what is booked by %s only, too', async (whoMayBook) => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { whoMayBook });
    expect(await citizen.starts(video, thursday)).toEqual([]);
    expect(await clerk.starts(video, thursday)).toContain(nine);
    expect((await clerk.tryHold(video, nine)).statusCode).toBe(201);
    await restore();
  });

  test('leave out closed days and what is past, and are those of one calendar where one is named', async () => {
    expect(await clerk.starts(video, '2026-12-08')).toEqual([]);
    expect(await clerk.starts(video, '2026-11-26')).toEqual([]);
    const [one = '', other = ''] = calendars;
    const week = [today, '2026-12-04'] as const;
    const [ofOne, ofOther] = [await clerk.starts({ ...video, calendar_id: one }, ...week), await clerk.starts({ ...video, calendar_id: other }, ...week)];
    expect(ofOne).toContain(nine);
    expect(ofOther).not.toContain(nine);
    expect([...new Set([...ofOne, ...ofOther])].toSorted()).toEqual(await clerk.starts(video, ...week));
    expectInvalid(await clerk.slots({ ...video, calendar_id: 'nothing' }, thursday), 'calendar_id');
  });

  test('count the time of the appointment that is to be moved as free', async () => {
    const item = await clerk.bookAt(video, nine);
    expect(await clerk.starts(video, thursday)).not.toContain(nine);
    expect(await clerk.starts({ ...video, appointment_id: item.id }, thursday)).toContain(nine);
    expectProblem(await clerk.slots({ ...video, appointment_id: 'nothing' }, thursday), 'not-found');
  });
});

describe('a hold of the desk', () => {
  test('keeps the time for a quarter of an hour, and says whose it is', async () => {
    const hold = await clerk.hold(video, nine);
    expect(hold).toEqual({ id: expect.any(String), ...video, place_id: null, calendar_ids: [calendars[0]], starts_at: nine, ends_at: halfPast, expires_at: '2026-12-01T08:15:00+01:00', warnings: [] });
    expect((await rowsOf(desk, hold)).events).toMatchObject([{ kind: 'held', actor: 'staff', staffId: clerk.id }]);
    expectProblem(await citizen.post('/holds', { ...video, starts_at: nine }), 'slot-taken');
    desk.clock.pass(16);
    expect(await citizen.starts(video, thursday)).toContain(nine);
  });

  test('of what citizens have is refused, with what the desk could take instead', async () => {
    await citizen.hold(video, nine);
    const { alternatives } = expectProblem(await clerk.tryHold(video, nine), 'slot-taken');
    expect(alternatives?.[0]).toMatchObject({ starts_at: halfPast });
  });

  test('of what the hours do not offer is refused, unless it is meant', async () => {
    const { alternatives } = expectProblem(await clerk.tryHold(video, evening), 'slot-not-offered');
    expect(alternatives).toHaveLength(3);
    expectInvalid(await clerk.tryHold(video, evening, { outside_hours: true }), '/calendar_id');
    const hold = await clerk.hold(video, evening, { outside_hours: true, calendar_id: calendars[0] });
    expect(hold.warnings).toEqual([{ kind: 'outside-hours', appointment: null }]);
    expect(hold.calendar_ids).toEqual([calendars[0]]);
  });

  test('outside the hours is never over what is taken, not even by a minute', async () => {
    await clerk.hold(video, evening, { outside_hours: true, calendar_id: calendars[0] });
    const { alternatives } = expectProblem(await clerk.tryHold(video, `${thursday}T19:39:00+01:00`, { outside_hours: true, calendar_id: calendars[0] }), 'slot-taken');
    expect(alternatives?.length).toBeGreaterThan(0);
    await clerk.hold(video, `${thursday}T19:40:00+01:00`, { outside_hours: true, calendar_id: calendars[0] });
    await clerk.hold(video, evening, { outside_hours: true, calendar_id: calendars[1] });
  });

  test('inside the hours at another minute than the usual is no reason to warn', async () => {
    const hold = await clerk.hold(video, `${thursday}T09:10:00+01:00`, { outside_hours: true, calendar_id: calendars[0] });
    expect(hold.warnings).toEqual([]);
  });

  test('on a closed day warns of that, and in the past of today that it is past', async () => {
    expect((await clerk.hold(video, '2026-12-08T09:00:00+01:00', { outside_hours: true, calendar_id: calendars[0] })).warnings.map(({ kind }) => kind)).toEqual(['closed-day']);
    desk.clock.set(`${thursday}T11:30:00+01:00`);
    clerk = await clerkOf(desk);
    expectProblem(await clerk.tryHold(video, nine), 'slot-not-offered');
    expect((await clerk.hold(video, nine, { outside_hours: true, calendar_id: calendars[0] })).warnings.map(({ kind }) => kind)).toEqual(['past']);
    expectProblem(await clerk.tryHold(video, '2026-12-02T09:00:00+01:00', { outside_hours: true, calendar_id: calendars[0] }), 'slot-not-offered');
  });

  test('for a comune that the office does not serve is refused whatever the hours', async () => {
    const { competences, municipalities } = desk.database.tables;
    const [vinchio] = await desk.database.read.select().from(municipalities).where(eq(municipalities.name, 'Vinchio'));
    const before = await desk.database.read.select().from(competences).where(eq(competences.municipalityId, vinchio?.id ?? ''));
    await desk.change((tx) => tx.delete(competences).where(eq(competences.municipalityId, vinchio?.id ?? '')));
    const unserved = { ...video, municipality_id: vinchio?.id };
    expect(await clerk.starts(unserved, thursday)).toEqual([]);
    expectProblem(await clerk.tryHold(unserved, nine, { outside_hours: true, calendar_id: calendars[0] }), 'slot-not-offered');
    await desk.change((tx) => tx.insert(competences).values(before));
  });

  test('takes one calendar of each further need too', async () => {
    const visit = await citizen.wanted('aiuto-digitale-a-domicilio', 'home');
    const needed = await calendarsFor(desk, visit);
    const hold = await clerk.hold(visit, `${thursday}T18:30:00+01:00`, { outside_hours: true, calendar_id: needed[0] });
    expect(hold.calendar_ids.toSorted()).toEqual(needed.toSorted());
  });

  test('lets another of one’s own go only if it is won', async () => {
    const first = await clerk.hold(video, nine);
    await citizen.hold(video, halfPast);
    expectProblem(await clerk.tryHold(video, halfPast, { replaces: first.id }), 'slot-taken');
    expect(await clerk.starts(video, thursday)).not.toContain(nine);
    await clerk.hold(video, `${thursday}T10:00:00+01:00`, { replaces: first.id });
    expect(await clerk.starts(video, thursday)).toContain(nine);
  });

  test('asked for again by the same person, as when the answer was lost, is the same hold', async () => {
    const first = await clerk.hold(video, nine);
    expect(await clerk.hold(video, nine)).toEqual(first);
    expectProblem(await (await clerkOf(desk)).tryHold(video, nine), 'slot-taken');
    expect((await rowsOf(desk)).claims).toHaveLength(1);
  });

  test('is let go by who made it, and again, and by nobody else', async () => {
    const hold = await clerk.hold(video, nine);
    expectProblem(await (await clerkOf(desk)).release(hold.id), 'not-found');
    expect((await clerk.release(hold.id)).statusCode).toBe(204);
    expect(await citizen.starts(video, thursday)).toContain(nine);
    expect((await clerk.release(hold.id)).statusCode).toBe(204);
    expect((await rowsOf(desk, hold)).events.map(({ kind, actor }) => [kind, actor])).toEqual([['held', 'staff'], ['released', 'staff']]);
    const used = await clerk.bookAt(video, nine);
    expectProblem(await clerk.release(used.id), 'hold-used');
    const ofCitizen = await citizen.hold(video, halfPast);
    expectProblem(await clerk.release(ofCitizen.id), 'not-found');
  });
});

describe('reach', () => {
  let here: DeskObject;
  let elsewhere: Wanted;

  beforeEach(async () => {
    ({ here } = await bookInTwoOffices(desk));
    elsewhere = await citizen.wanted('chiedi-al-punto-risposte');
  });

  test.each(['operator', 'manager'] as const)('of an %s of one office ends at its services', async (role) => {
    clerk = await clerkOf(desk, { role, officeIds: [here.officeId] });
    expect(await clerk.starts(video, thursday)).toContain(halfPast);
    expectInvalid(await clerk.slots(elsewhere, thursday), 'service_id');
    expectInvalid(await clerk.tryHold(elsewhere, nine), '/service_id');
  });

  test('of a manager of a comune is the matters of that comune, of any office', async () => {
    clerk = await clerkOf(desk, { role: 'manager', municipalityIds: [elsewhere.municipality_id] });
    expect((await clerk.slots(elsewhere, thursday)).statusCode).toBe(200);
    const matterElsewhere = { ...elsewhere, municipality_id: (await citizen.municipality('Vinchio')).id };
    expectInvalid(await clerk.slots(matterElsewhere, thursday), 'service_id');
    expectInvalid(await clerk.tryHold(matterElsewhere, nine), '/service_id');
  });

  test('that was taken away takes the hold with it', async () => {
    clerk = await clerkOf(desk, { role: 'operator', officeIds: [here.officeId] });
    const hold: DeskHold = await clerk.hold(video, halfPast);
    await desk.database.write(async (tx) => void (await tx.delete(desk.database.tables.staffScopes)));
    expectProblem(await clerk.release(hold.id), 'not-found');
    expectProblem(await clerk.post(`/staff/holds/${hold.id}/warnings`, {}), 'not-found');
    expectProblem(await clerk.confirm(hold), 'not-found');
    expect(minutesFromNow(hold.expires_at)).toBe(15);
  });
});
