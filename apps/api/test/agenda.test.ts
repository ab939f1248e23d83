import type { DeskAppointmentItem } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectInvalid } from './expect-problem.ts';
import { calendarNamed, hoursKeeper, type Official, officialOf, shownAgenda } from './hours-desk.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let here: DeskObject;
let there: DeskObject;
let one: string;
let official: Official;
let putHoursBack: () => Promise<void>;

const at = (time: string, day = ofDay) => `${day}T${time}:00+01:00`;
const oneDay = `from=${ofDay}&to=${ofDay}`;

beforeAll(async () => {
  desk = await openEmptyDesk();
  putHoursBack = await hoursKeeper(desk);
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  ({ id: one } = await calendarNamed(desk, 'Sportello imprese 1 (demo)'));
});
beforeEach(async () => {
  ({ here, there } = await bookInTwoOffices(desk));
  official = await officialOf(desk, { role: 'operator', officeIds: [here.officeId] });
});
afterEach(async () => {
  await desk.clear();
  await putHoursBack();
});
afterAll(() => desk.close());

const items = (of: { items: DeskAppointmentItem[] }) => of.items.map(({ id }) => id);

describe('the agenda', () => {
  test('shows the calendars of the office with what is booked on them', async () => {
    const agenda = await shownAgenda(official, oneDay);
    expect(agenda.calendars.map(({ name }) => name)).toEqual(['Sportello imprese 1 (demo)', 'Sportello imprese 2 (demo)']);
    expect(items(agenda)).toEqual([here.appointmentId]);
    expect(agenda.items[0]).toMatchObject({ person: { name: 'Ada Quintavalle' }, calendar_ids: [one], starts_at: at('09:00') });
  });

  test('leaves an entry in the trail, one a load, with nobody in it', async () => {
    const { auditEntries } = desk.database.tables;
    const entries = async () => (await desk.database.read.select().from(auditEntries)).filter(({ staffId }) => staffId === official.member.id);
    await shownAgenda(official, oneDay);
    expect(await entries()).toMatchObject([{ action: 'list', objectKind: 'agenda', objectId: null, fields: ['from', 'to', 'calendar_ids'] }]);
    await shownAgenda(official, `${oneDay}&office_id=${here.officeId}`);
    expect(await entries()).toHaveLength(2);
  });

  test('shows some calendars, or those of an office; what lies beyond reach is as if it were not there', async () => {
    const { id: technical } = await calendarNamed(desk, 'Sportello tecnico 1 (demo)');
    const agenda = await shownAgenda(official, `${oneDay}&calendar_ids=${technical},${one}`);
    expect(agenda.calendars.map(({ id }) => id)).toEqual([one]);
    expect(await shownAgenda(official, `${oneDay}&calendar_ids=${technical}`)).toMatchObject({ calendars: [], items: [], closed_days: [] });
    const admin = await officialOf(desk, { role: 'admin' });
    expect((await shownAgenda(admin, oneDay)).calendars).toHaveLength(9);
    expect(items(await shownAgenda(admin, oneDay)).toSorted()).toEqual([here.appointmentId, there.appointmentId].toSorted());
    expect((await shownAgenda(admin, `${oneDay}&office_id=${here.officeId}`)).calendars).toHaveLength(2);
  });

  test('of an appointment of another office on the same calendar shows that its time is taken, and nothing else', async () => {
    const { claims } = desk.database.tables;
    const onOurs = { calendarId: one, startsAt: Date.parse(at('10:00')), endsAt: Date.parse(at('10:30')) };
    await desk.change((tx) => tx.update(claims).set(onOurs).where(eq(claims.appointmentId, there.appointmentId)));
    const { appointments } = desk.database.tables;
    await desk.change((tx) => tx.update(appointments).set({ startsAt: onOurs.startsAt, endsAt: onOurs.endsAt }).where(eq(appointments.id, there.appointmentId)));
    const answer = await official.agenda(oneDay);
    const agenda = await shownAgenda(official, oneDay);
    expect(items(agenda)).toEqual([here.appointmentId]);
    expect(agenda.calendars[0]?.blocks).toEqual([{ id: expect.any(String), calendar_ids: [one], starts_at: at('10:00'), ends_at: at('10:30'), reason: null, is_removable: false }]);
    for (const secret of [there.appointmentId, there.personId, 'Lamberti', there.email]) expect(answer.body).not.toContain(secret);

    // Whoever's absence it falls into learns that there is one, and can do nothing about it.
    const impact = await official.preview({ kind: 'absence', calendar_ids: [one], starts_at: at('00:00'), ends_at: at('23:00') });
    expect(impact.touched.map(({ appointment }) => appointment.id)).toEqual([here.appointmentId]);
    expect(impact.beyond_reach).toBe(1);
    const refused = await official.save({ kind: 'absence', calendar_ids: [one], starts_at: at('00:00'), ends_at: at('23:00') }, [{ appointment_id: there.appointmentId, revision: 0, does: 'cancel' }]);
    expect(refused.statusCode).toBe(404);
  });

  test('shows a hold while it lives', async () => {
    const hold = await citizen.hold(video, at('11:00'));
    expect(items(await shownAgenda(official, oneDay))).toEqual([here.appointmentId, hold.id]);
    desk.clock.pass(4);
    await citizen.remove(`/holds/${hold.id}`, { token: hold.token });
    expect(items(await shownAgenda(official, oneDay))).toEqual([here.appointmentId]);
  });

  test('shows initials and no reasons to an auditor', async () => {
    await official.saved({ kind: 'absence', calendar_ids: [one], starts_at: at('15:00'), ends_at: at('16:00'), reason: 'Visita medica' });
    const auditor = await officialOf(desk, { role: 'auditor' });
    const answer = await auditor.agenda(`${oneDay}&calendar_ids=${one}`);
    expect(answer.json()).toMatchObject({ items: [{ person: { name: 'A. Q.' } }], calendars: [{ absences: [{ reason: null }] }] });
    expect(answer.body).not.toContain('Visita');
    expect((await official.agenda(oneDay)).body).toContain('Visita medica');
  });

  test('shows at most 31 days, in order', async () => {
    expect((await official.agenda('from=2026-12-01&to=2026-12-31')).statusCode).toBe(200);
    expectInvalid(await official.agenda('from=2026-12-01&to=2027-01-01'), 'to');
    expectInvalid(await official.agenda('from=2026-12-02&to=2026-12-01'), 'to');
    expect((await official.agenda('from=9999-12-30&to=9999-12-31')).statusCode).toBe(200);
    expectInvalid(await official.agenda('from=0001-01-01&to=0001-01-02'), 'from');
  });
});

describe('what is open', () => {
  const openOf = async (query: string) => (await shownAgenda(official, `${query}&calendar_ids=${one}`)).calendars[0]?.open ?? [];

  test('is said for each place with the channels that are open alike', async () => {
    expect(await openOf(oneDay)).toEqual([{ starts_at: at('09:00'), ends_at: at('12:30'), channels: ['video', 'phone', 'desk'], place_id: expect.any(String) }]);
    const friday = 'from=2026-12-04&to=2026-12-04';
    expect(await openOf(friday)).toEqual([{ starts_at: at('09:00', '2026-12-04'), ends_at: at('12:00', '2026-12-04'), channels: ['desk'], place_id: expect.any(String) }]);
  });

  test('leaves absences out', async () => {
    await official.saved({ kind: 'absence', calendar_ids: [one], starts_at: at('10:00'), ends_at: at('11:00') });
    expect((await openOf(oneDay)).map(({ starts_at, ends_at }) => [starts_at, ends_at])).toEqual([[at('09:00'), at('10:00')], [at('11:00'), at('12:30')]]);
  });

  test('is nothing on a holiday, which has its name', async () => {
    const agenda = await shownAgenda(official, 'from=2026-12-07&to=2026-12-13');
    expect(agenda.closed_days).toEqual([{ day: '2026-12-08', reason: 'Immacolata Concezione', calendar_ids: null }]);
    expect(agenda.calendars.flatMap(({ open }) => open).filter(({ starts_at }) => starts_at.startsWith('2026-12-08'))).toEqual([]);
  });

  test('is nothing while the office or the union is closed, and says why; a place that is closed is named', async () => {
    const { closures, openingRules } = desk.database.tables;
    const scopes = { office: here.officeId, union: null } as const;
    for (const [scope, scopeId] of Object.entries(scopes) as ['office' | 'union', string | null][]) {
      const row = { id: newId(), scope, scopeId, firstDay: ofDay, lastDay: ofDay, closesRemote: true, reason: { it: 'Trasloco', en: 'Moving' } };
      await desk.change((tx) => tx.insert(closures).values(row));
      const agenda = await shownAgenda(official, oneDay);
      expect(agenda.closed_days).toEqual([{ day: ofDay, reason: 'Trasloco', calendar_ids: null }]);
      expect(agenda.calendars.flatMap(({ open }) => open)).toEqual([]);
      await desk.change((tx) => tx.delete(closures));
    }
    const [rule] = (await desk.database.read.select().from(openingRules).where(eq(openingRules.calendarId, one))).filter(({ placeId, recurrence }) => placeId && recurrence.kind === 'weekly' && recurrence.days.includes(4));
    await desk.change((tx) => tx.insert(closures).values({ id: newId(), scope: 'place', scopeId: rule?.placeId ?? '', firstDay: ofDay, lastDay: ofDay, closesRemote: false, reason: null }));
    const agenda = await shownAgenda(official, `${oneDay}&calendar_ids=${one}`);
    expect(agenda.closed_days).toEqual([{ day: ofDay, reason: expect.stringMatching(/^Chiusura \(.+\)$/), calendar_ids: null }]);
    expect(agenda.calendars[0]?.open.map(({ channels }) => channels)).toEqual([['video', 'phone']]);
    await desk.change((tx) => tx.delete(closures));
  });
});
