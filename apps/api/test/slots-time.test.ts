import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const today = '2026-12-01';
const tenOClock = '2026-12-01T10:00:00+01:00';

describe('notice', () => {
  test('a start two hours from now is the nearest that can be booked, to the minute', async () => {
    expect((await citizen.starts(video, today))[0]).toBe(tenOClock);
    desk.clock.set('2026-12-01T08:00:01+01:00');
    expect((await citizen.starts(video, today))[0]).toBe('2026-12-01T10:30:00+01:00');
    expectProblem(await citizen.post('/holds', { ...video, starts_at: tenOClock }), 'slot-not-offered');
  });

  test('at the very minute it can still be held', async () => {
    desk.clock.set('2026-12-01T08:00:00+01:00');
    expect((await citizen.hold(video, tenOClock)).starts_at).toBe(tenOClock);
  });

  test('the day goes by and its starts with it', async () => {
    desk.clock.set('2026-12-01T15:00:00+01:00');
    expect(await citizen.starts(video, today)).toEqual(['2026-12-01T17:00:00+01:00']);
    desk.clock.set('2026-12-01T15:01:00+01:00');
    expect(await citizen.slots(video, today, today)).toMatchObject({ items: [], next_available_at: '2026-12-02T09:00:00+01:00' });
  });
});

describe('horizon', () => {
  // Sixty days from Tuesday 1 December are Saturday 30 January; from the Wednesday, Sunday the 31st; from the Thursday, Monday 1 February.
  test('a start sixty days from now is the farthest that can be booked, to the minute', async () => {
    const monday = '2027-02-01';
    desk.clock.set('2026-12-03T09:29:59+01:00');
    expect((await citizen.starts(video, monday)).at(-1)).toBe('2027-02-01T09:00:00+01:00');
    expectProblem(await citizen.post('/holds', { ...video, starts_at: '2027-02-01T09:30:00+01:00' }), 'slot-not-offered');
    desk.clock.set('2026-12-03T09:30:00+01:00');
    expect((await citizen.starts(video, monday)).at(-1)).toBe('2027-02-01T09:30:00+01:00');
    expect(await citizen.hold(video, '2027-02-01T09:30:00+01:00')).toMatchObject({ ends_at: '2027-02-01T10:00:00+01:00' });
  });
});

describe('holds', () => {
  test('a held start is offered to nobody, and again after ten minutes', async () => {
    await citizen.hold(video, tenOClock);
    expect(await citizen.starts(video, today)).not.toContain(tenOClock);
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { noticeMinutes: 0 });
    desk.clock.set('2026-12-01T08:09:59+01:00');
    expect(await citizen.starts(video, today)).not.toContain(tenOClock);
    desk.clock.set('2026-12-01T08:10:00+01:00');
    expect(await citizen.starts(video, today)).toContain(tenOClock);
    await restore();
  });

  test('a hold that is let go frees its time at once', async () => {
    const hold = await citizen.hold(video, tenOClock);
    await citizen.remove(`/holds/${hold.id}`, { token: hold.token });
    expect(await citizen.starts(video, today)).toContain(tenOClock);
  });

  test('an appointment of one service takes the time of the other services of the same official', async () => {
    const business = await citizen.wanted('avvio-o-cessazione-attivita', 'video');
    const before = await citizen.starts(business, '2026-12-03');
    await citizen.bookAt(video, '2026-12-03T09:00:00+01:00');
    const after = await citizen.starts(business, '2026-12-03');
    expect(before[0]).toBe('2026-12-03T09:00:00+01:00');
    expect(after).toEqual(before.slice(1));
  });
});

describe('an unchanged question', () => {
  const query = () => `/slots?${new URLSearchParams({ ...video, from: today, to: today })}`;

  test('is answered with 304, until something is booked', async () => {
    const { etag } = (await citizen.get(query())).headers;
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await citizen.get(query(), { headers: { 'if-none-match': String(etag) } });
    expect(again).toMatchObject({ statusCode: 304, body: '' });
    expect(again.headers).toMatchObject({ etag, 'cache-control': 'no-store' });

    await citizen.hold(video, tenOClock);
    const changed = await citizen.get(query(), { headers: { 'if-none-match': String(etag) } });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
    expect(changed.body).not.toContain(tenOClock);
  });

  test('is answered anew when only time has passed', async () => {
    const { etag } = (await citizen.get(query())).headers;
    desk.clock.pass(1);
    const later = await citizen.get(query(), { headers: { 'if-none-match': String(etag) } });
    expect(later.statusCode).toBe(200);
    expect(later.json().items[0].starts_at).toBe('2026-12-01T10:30:00+01:00');
  });

  test('is answered anew when the union closes that day', async () => {
    expect((await citizen.get(query())).json().items).not.toEqual([]);
    const id = newId();
    await desk.change((tx, { closures }) => tx.insert(closures).values({ id, scope: 'union', firstDay: today, lastDay: today, closesRemote: true }));
    const closed = (await citizen.get(query())).json();
    await desk.change((tx, { closures }) => tx.delete(closures));
    expect(closed).toMatchObject({ items: [], next_available_at: '2026-12-02T09:00:00+01:00' });
  });

  test('is answered anew when the official is away', async () => {
    await desk.change(async (tx, { absences, calendars }) => {
      const all = await tx.select().from(calendars);
      const interval = { startsAt: Date.parse('2026-12-01T09:40:00+01:00'), endsAt: Date.parse('2026-12-01T11:00:00+01:00') };
      await tx.insert(absences).values(all.map(({ id: calendarId }) => ({ id: newId(), calendarId, ...interval })));
    });
    const { items } = (await citizen.get(query())).json();
    expectProblem(await citizen.post('/holds', { ...video, starts_at: '2026-12-01T10:30:00+01:00' }), 'slot-not-offered'); // an absence is no booking
    await desk.change((tx, { absences }) => tx.delete(absences));
    expect(items[0].starts_at).toBe('2026-12-01T11:00:00+01:00');
  });
});

describe('who may book', () => {
  test.each(['staff', 'invited'] as const)('what only %s may book is not offered to citizens', async (whoMayBook) => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { whoMayBook });
    const slots = await citizen.slots(video);
    const refused = await citizen.post('/holds', { ...video, starts_at: tenOClock });
    await restore();
    expect(slots).toEqual({ items: [], next_available_at: null, time_zone: 'Europe/Rome' });
    expect(expectProblem(refused, 'slot-not-offered').alternatives).toEqual([]);
  });

  test('a service that is not published is unknown', async () => {
    const state = (to: 'archived' | 'published') => desk.change((tx, { services }) => tx.update(services).set({ state: to }));
    await state('archived');
    const asked = await citizen.get(`/slots?${new URLSearchParams({ ...video, from: today, to: today })}`);
    const held = await citizen.post('/holds', { ...video, starts_at: tenOClock });
    await state('published');
    expect(expectProblem(asked, 'validation').errors?.[0]?.field).toBe('service_id');
    expect(expectProblem(held, 'validation').errors?.[0]?.field).toBe('/service_id');
  });
});

describe('summer time', () => {
  test('nine o’clock is nine o’clock before and after the clocks change, with the offset of its day', async () => {
    desk.clock.set('2027-03-20T08:00:00+01:00');
    const starts = await citizen.starts(video, '2027-03-25', '2027-04-01');
    expect(starts).toContain('2027-03-25T09:00:00+01:00');
    expect(starts).toContain('2027-04-01T09:00:00+02:00');
    expect(starts.some((start) => start.startsWith('2027-03-29'))).toBe(false); // Easter Monday
    const hold = await citizen.hold(video, '2027-04-01T07:00:00Z');
    expect(hold).toMatchObject({ starts_at: '2027-04-01T09:00:00+02:00', ends_at: '2027-04-01T09:30:00+02:00', expires_at: '2027-03-20T08:10:00+01:00' });
  });

  describe('in the night that is an hour longer', () => {
    const rule = { id: newId(), startMinute: 60, endMinute: 240, recurrence: { kind: 'oneDay' as const, day: '2027-10-31' }, channels: null, placeId: null, serviceIds: null, firstDay: null, lastDay: null };
    beforeAll(() =>
      desk.change(async (tx, { openingRules, channelCalendars, serviceChannels }) => {
        const channel = (await tx.select().from(serviceChannels)).find((row) => row.serviceId === video.service_id && row.channel === 'video');
        const [link] = (await tx.select().from(channelCalendars)).filter((row) => row.serviceChannelId === channel?.id);
        await tx.insert(openingRules).values({ ...rule, calendarId: link?.calendarId ?? '' });
      }),
    );

    test('both half past two can be asked for and held', async () => {
      desk.clock.set('2027-10-20T08:00:00+02:00');
      expect(await citizen.starts(video, '2027-10-31')).toEqual([
        '2027-10-31T01:00:00+02:00', '2027-10-31T01:30:00+02:00', '2027-10-31T02:00:00+02:00', '2027-10-31T02:30:00+02:00',
        '2027-10-31T02:00:00+01:00', '2027-10-31T02:30:00+01:00', '2027-10-31T03:00:00+01:00', '2027-10-31T03:30:00+01:00',
      ]);
      expect(await citizen.hold(video, '2027-10-31T02:30:00+02:00')).toMatchObject({ starts_at: '2027-10-31T02:30:00+02:00', ends_at: '2027-10-31T02:00:00+01:00' });
      expect(await citizen.hold(video, '2027-10-31T02:30:00+01:00')).toMatchObject({ starts_at: '2027-10-31T02:30:00+01:00', ends_at: '2027-10-31T03:00:00+01:00' });
    });
  });
});
