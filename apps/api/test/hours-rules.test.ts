import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from './app.ts';
import { type Citizen, type Wanted, without } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { bookEach, calendarNamed, leave, openHoursDesk, type Official, officialOf, shownAgenda, stateOf } from './hours-desk.ts';

// "Sportello imprese 1" receives on Mondays, Wednesdays and Thursdays from 9 to 12.30, on Tuesdays from 14 to 17.30, on Fridays at a counter.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let one: string;
let two: string;
let technical: string;
let official: Official;
let officeId: string;
let putHoursBack: () => Promise<void>;

const at = (time: string, day = '2026-12-03') => `${day}T${time}:00+01:00`;
const hours = (from: number, to: number) => ({ start_minute: from * 60, end_minute: to * 60 });
const weekly = (...days: number[]) => ({ kind: 'weekly', days, every_weeks: 1 });
const rule = (from: number, to: number, recurrence: object, more: object = {}) => ({ ...hours(from, to), recurrence, channels: null, place_id: null, service_ids: null, first_day: null, last_day: null, ...more });
const rules = (...some: object[]) => ({ kind: 'rules', calendar_ids: [one], rules: some });

beforeAll(async () => {
  ({ desk, citizen, video, one, two, technical, officeId, putHoursBack } = await openHoursDesk());
});
beforeEach(async () => {
  official = await officialOf(desk, { role: 'operator', officeIds: [officeId] });
});
afterEach(async () => {
  await desk.clear();
  await putHoursBack();
});
afterAll(() => desk.close());

/** The rules of the calendar as the editor would send them again. */
async function present(calendarId = one): Promise<object[]> {
  return (await official.hours(calendarId)).rules.map((shown) => without(shown, 'id'));
}

describe('the hours of a calendar', () => {
  test('are its rules, and what they may be for', async () => {
    const shown = await official.hours(one);
    expect(shown.calendar).toEqual({ id: one, name: 'Sportello imprese 1 (demo)', kind: 'operator', office_id: expect.any(String), is_mine: false });
    expect(shown.rules).toHaveLength(3);
    expect(shown.rules[0]).toMatchObject({ start_minute: 540, end_minute: 750, recurrence: { kind: 'weekly', days: [1, 3, 4], every_weeks: 1 }, last_day: null, service_ids: null });
    expect(shown.channels.toSorted()).toEqual(['desk', 'phone', 'video']);
    expect(shown.service_ids).toContain(video.service_id);
    expect(shown.place_ids.length).toBeGreaterThan(2);
  });

  test('saved again as they are change nothing, and nobody is touched', async () => {
    await bookEach(citizen, video, [at('09:00')]);
    const before = await stateOf(desk);
    const same = { ...rules(...(await present())), rules_revision: (await official.hours(one)).rules_revision };
    expect(await official.preview(same)).toMatchObject({ touched: [], warnings: [] });
    await official.saved(same);
    expect(await stateOf(desk)).toEqual(before);
  });

  test('that somebody changed meanwhile are not written over', async () => {
    const seen = (await official.hours(one)).rules_revision;
    await official.saved({ ...rules(rule(9, 10, weekly(1))), rules_revision: seen });
    const before = await stateOf(desk);
    expectProblem(await official.save({ ...rules(rule(9, 11, weekly(1))), rules_revision: seen }), 'changed-meanwhile');
    expect(await stateOf(desk)).toEqual(before);
  });

  test('of another office are neither shown nor changed', async () => {
    for (const change of [
      { ...rules(), calendar_ids: [technical] },
      { ...rules(), calendar_ids: [one, technical] },
      { kind: 'absence', calendar_ids: [technical], starts_at: at('09:00'), ends_at: at('10:00') },
      { kind: 'copy_rules', from_calendar_id: technical, calendar_ids: [one] },
      { kind: 'copy_week', calendar_ids: [technical], from_monday: '2026-12-07', to_monday: '2026-12-14' },
      { kind: 'exception', calendar_ids: ['nobody'], day: '2026-12-07' },
    ]) {
      expectProblem(await official.ask(change), 'not-found');
      expectProblem(await official.save(change), 'not-found');
    }
    await expect(official.hours(technical)).rejects.toThrow('404');
  });
});

describe('shorter hours', () => {
  test('touch who was inside them and is not any more; what the desk booked outside stays', async () => {
    await bookEach(citizen, video, [at('09:00'), at('11:30'), at('12:00')]);
    const { appointments } = desk.database.tables;
    const { touched } = await official.preview(rules(rule(9, 12, weekly(1, 3, 4))));
    expect(touched.map(({ appointment }) => appointment.starts_at)).toEqual([at('12:00')]);

    // As if the desk had put the last one at half past seven in the evening.
    const evening = { startsAt: Date.parse(at('19:30')), endsAt: Date.parse(at('20:00')) };
    const last = eq(appointments.id, touched[0]?.appointment.id ?? '');
    await desk.change(async (tx, { claims }) => {
      await tx.update(appointments).set({ ...evening, outsideHours: true }).where(last);
      await tx.update(claims).set(evening).where(eq(claims.appointmentId, touched[0]?.appointment.id ?? ''));
    });
    expect((await official.preview(rules(rule(9, 12, weekly(1, 3, 4))))).touched).toEqual([]);
    const away = { kind: 'absence', calendar_ids: [one], starts_at: at('19:00'), ends_at: at('21:00') };
    expect((await official.preview(away)).touched.map(({ appointment }) => appointment.starts_at)).toEqual([at('19:30')]);
  });

  test('are what citizens see at once, and the longer ones again after taking them back', async () => {
    const { id } = await official.saved(rules(rule(9, 10, weekly(4), { channels: ['video'] })));
    expect(await citizen.starts(video, '2026-12-03')).toEqual([at('09:00'), at('09:30')]);
    await official.undo(id);
    expect(await citizen.starts(video, '2026-12-03')).toHaveLength(7);
  });

  test('for one channel touch those who come by another', async () => {
    await bookEach(citizen, video, [at('09:00')]);
    const { touched, free_times: counted } = await official.preview(rules(rule(9, 12, weekly(1, 3, 4), { channels: ['phone'] })));
    expect(touched).toHaveLength(1);
    expect(counted.after).toBeLessThan(counted.before);
  });

  test('leave the place of an appointment: it is proposed there again', async () => {
    const atCounter = await citizen.wanted('informazioni-scia', 'desk');
    const [start] = await citizen.starts(atCounter, '2026-12-03');
    await citizen.bookAt(atCounter, start ?? '');
    const { touched } = await official.preview({ kind: 'absence', calendar_ids: [one], starts_at: at('00:00'), ends_at: at('23:00') });
    expect(touched[0]?.proposals.map(({ place_id }) => place_id)).toEqual([atCounter.place_id, atCounter.place_id, atCounter.place_id]);
  });
});

describe('a rule that may not be meant', () => {
  test.each([
    ['opens twice for the same', [rule(9, 12, weekly(2)), rule(11, 13, weekly(2, 3))], ['overlap']],
    ['touches another', [rule(9, 11, weekly(2)), rule(11, 13, weekly(2))], []],
    ['lies beside another by channel', [rule(9, 11, weekly(2), { channels: ['video'] }), rule(10, 12, weekly(2), { channels: ['phone'] })], []],
    ['never meets another that overlaps it', [rule(9, 11, weekly(2)), rule(9, 11, { kind: 'one_day', day: '2026-12-09' })], []],
    ['falls on a day that it may never have', [rule(9, 11, { kind: 'month_day', month_day: 31 }, { first_day: '2027-02-01', last_day: '2027-02-28' })], ['never']],
    ['is for one day outside its days', [rule(9, 11, { kind: 'one_day', day: '2027-03-01' }, { first_day: '2027-04-01' })], ['never']],
    ['is over already', [rule(9, 11, weekly(2), { last_day: '2026-11-30' })], ['never']],
    ['is for a fifth Thursday', [rule(9, 11, { kind: 'nth_weekday', n: 5, weekday: 4 })], []],
    ['opens in the hour that the spring night skips', [rule(2, 4, weekly(7))], ['skipped-hour']],
    ['opens after it', [rule(3, 4, weekly(7))], []],
    ['opens in the hour that the autumn night repeats', [rule(2, 3, { kind: 'one_day', day: '2027-10-31' })], []],
  ])('one that %s: %#', async (_, some, warnings) => {
    expect((await official.preview(rules(...some))).warnings).toEqual(warnings);
  });

  test('one without an end where there was one', async () => {
    await official.saved(rules(rule(9, 12, weekly(2), { last_day: '2027-06-30' })));
    expect((await official.preview(rules(rule(9, 12, weekly(2))))).warnings).toEqual(['endless']);
  });

  test.each([
    ['ends before it begins', rule(12, 9, weekly(2)), ['end_minute']],
    ['has its last day before its first', rule(9, 12, weekly(2), { first_day: '2027-02-01', last_day: '2027-01-01' }), ['last_day']],
    ['counts weeks from no day', rule(9, 12, { kind: 'weekly', days: [2], every_weeks: 2 }), ['first_day']],
    ['is for the zeroth Monday', rule(9, 12, { kind: 'nth_weekday', n: 0, weekday: 1 }), ['recurrence/n']],
    ['is for a channel of others', rule(9, 12, weekly(2), { channels: ['home'] }), ['channels']],
    ['is for a place of others', rule(9, 12, weekly(2), { place_id: 'nowhere' }), ['place_id']],
    ['is for a service of others', rule(9, 12, weekly(2), { service_ids: ['nothing'] }), ['service_ids']],
    ['has no day', rule(9, 12, weekly()), ['recurrence/days']],
    ['is for 31 February', rule(9, 12, { kind: 'one_day', day: '2027-02-31' }), ['recurrence/day']],
  ])('one that %s is refused', async (_, wrong, fields) => {
    for (const ask of [official.ask, official.save]) expectInvalid(await ask(rules(rule(9, 10, weekly(1)), wrong)), ...fields.map((field) => `/change/rules/1/${field}`));
  });

  test('hours without a break for days are refused', async () => {
    expectInvalid(await official.save(rules(rule(0, 24, weekly(1, 2, 3, 4, 5, 6, 7)))), '/change');
  });
});

describe('both nights of summer time', () => {
  test('a rule keeps its wall clock, and the skipped hour is offered to nobody', async () => {
    desk.clock.set('2028-03-24T08:00:00+01:00');
    const late = await officialOf(desk, { role: 'admin' });
    await late.saved(rules(rule(1, 4, weekly(7), { channels: ['video'] })));
    expect(await citizen.starts(video, '2028-03-26')).toEqual(['2028-03-26T01:00:00+01:00', '2028-03-26T01:30:00+01:00', '2028-03-26T03:00:00+02:00', '2028-03-26T03:30:00+02:00']);
    const { calendars } = await shownAgenda(late, `from=2028-03-26&to=2028-03-26&calendar_ids=${one}`);
    expect(calendars[0]?.open).toEqual([{ starts_at: '2028-03-26T01:00:00+01:00', ends_at: '2028-03-26T04:00:00+02:00', channels: ['video'], place_id: null }]);
  });

  test('an absence of the autumn night holds through the hour that comes twice', async () => {
    desk.clock.set('2027-10-29T08:00:00+02:00');
    const late = await officialOf(desk, { role: 'admin' });
    await late.saved(rules(rule(1, 4, weekly(7), { channels: ['video'] })));
    const twice = ['2027-10-31T02:00:00+02:00', '2027-10-31T02:00:00+01:00'];
    for (const start of twice) await citizen.bookAt(video, start);
    const { touched } = await late.preview({ kind: 'absence', calendar_ids: [one], starts_at: '2027-10-31T02:00:00+01:00', ends_at: '2027-10-31T03:00:00+01:00' });
    expect(touched.map(({ appointment }) => appointment.starts_at)).toEqual([twice[1]]);
    const both = await late.preview({ kind: 'absence', calendar_ids: [one], starts_at: '2027-10-31T02:00:00+02:00', ends_at: '2027-10-31T03:00:00+01:00' });
    expect(both.touched).toHaveLength(2);
  });
});

describe('one day', () => {
  const day = '2026-12-03';
  const exception = (opening: object[], reason: string | null = null) => ({ kind: 'exception', calendar_ids: [one], day, exception: { day, opening, reason } });

  test('does something else, and then what its rules say again', async () => {
    await bookEach(citizen, video, [at('09:00')]);
    const afternoon = exception([{ ...hours(15, 16), channels: ['video'], place_id: null }], 'Riunione');
    const { touched } = await official.preview(afternoon);
    expect(touched).toHaveLength(1);
    await official.saved(afternoon, touched.map(leave));
    expect(await citizen.starts(video, day)).toEqual([at('15:00'), at('15:30')]);
    expect((await official.hours(one)).exceptions).toEqual([
      { id: expect.any(String), day, reason: 'Riunione', opening: [{ ...hours(15, 16), channels: ['video'], place_id: null, service_ids: null }] },
    ]);
    await official.saved({ kind: 'exception', calendar_ids: [one], day, exception: null });
    expect(await citizen.starts(video, day)).toHaveLength(6);
  });

  test('that is over, or another than it says, is pointed out', async () => {
    expect((await official.preview({ ...exception([]), day: '2026-11-03', exception: { day: '2026-11-03', opening: [] } })).warnings).toEqual(['past']);
    expectInvalid(await official.ask({ ...exception([]), day: '2026-12-04' }), '/change/exception/day');
    expectInvalid(await official.ask(exception([{ ...hours(12, 9) }, { ...hours(9, 12), place_id: 'nowhere' }])), '/change/exception/opening/0/end_minute', '/change/exception/opening/1/place_id');
  });
});

describe('a week that is copied', () => {
  test('opens the other week as the first did, and goes back', async () => {
    const day = '2026-12-09'; // Wednesday
    await official.saved({ kind: 'exception', calendar_ids: [one], day, exception: { day, opening: [{ ...hours(16, 17), channels: ['video'] }] } });
    const week = (query: string) => shownAgenda(official, `${query}&calendar_ids=${one}`).then(({ calendars }) => calendars[0]?.open.map(({ starts_at, ends_at, channels, place_id }) => [starts_at.slice(11), ends_at.slice(11), channels, place_id]));
    const source = await week('from=2026-12-09&to=2026-12-13'); // without the holiday of the 8th
    const before = await stateOf(desk);
    const { id } = await official.saved({ kind: 'copy_week', calendar_ids: [one], from_monday: '2026-12-07', to_monday: '2026-12-14' });
    expect(await week('from=2026-12-16&to=2026-12-20')).toEqual(source);
    expect((await official.hours(one)).exceptions.map((shown) => shown.day)).toEqual(['2026-12-09', '2026-12-14', '2026-12-15', '2026-12-16', '2026-12-17', '2026-12-18']);
    await official.undo(id);
    expect(await stateOf(desk)).toEqual(before);
  });

  test('is a week, from a Monday on', async () => {
    expectInvalid(await official.ask({ kind: 'copy_week', calendar_ids: [one], from_monday: '2026-12-08', to_monday: '2026-12-15' }), '/change/from_monday', '/change/to_monday');
    for (const to of ['2026-12-07', '9999-12-27']) expectInvalid(await official.ask({ kind: 'copy_week', calendar_ids: [one], from_monday: '2026-12-07', to_monday: to }), '/change/to_monday');
  });
});

describe('rules that are copied to a colleague', () => {
  test('are theirs too', async () => {
    await official.saved({ kind: 'copy_rules', from_calendar_id: one, calendar_ids: [two] });
    expect(await present(two)).toEqual(expect.arrayContaining(await present(one)));
    expect(await present(two)).toHaveLength(3);
  });

  test('must fit what the colleague is for', async () => {
    const admin = await officialOf(desk, { role: 'admin' });
    const bike = (await calendarNamed(desk, 'Bici elettrica (demo)')).id;
    expectInvalid(await admin.save({ kind: 'copy_rules', from_calendar_id: one, calendar_ids: [two, bike, one] }), '/change/calendar_ids/1', '/change/calendar_ids/2');
  });
});

test('each calendar that is changed has its entry in the trail, with the hours before and after', async () => {
  await official.saved({ ...rules(rule(9, 10, weekly(1))), calendar_ids: [one, two] });
  const { auditEntries } = desk.database.tables;
  const entries = (await desk.database.read.select().from(auditEntries)).filter(({ action, objectKind, staffId }) => action === 'change' && objectKind === 'calendar' && staffId === official.member.id);
  expect(entries.map(({ objectId, fields }) => [objectId, fields])).toEqual(expect.arrayContaining([[one, ['rules', 'kind']], [two, ['rules', 'kind']]]));
});
