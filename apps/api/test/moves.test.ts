import type { ConfirmedAppointment } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted, without } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let booked: ConfirmedAppointment;

const nine = '2026-12-03T09:00:00+01:00';
const halfPast = '2026-12-03T09:30:00+01:00';
const ten = '2026-12-03T10:00:00+01:00';
const friday = '2026-12-04T09:00:00+01:00';

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
});
beforeEach(async () => {
  booked = await citizen.bookAt(video, nine, {}, { email: 'ada@example.org' });
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

/** Nothing of what is booked has changed. */
async function expectUnchangedBy(work: () => Promise<void>): Promise<void> {
  const before = await rowsOf(desk);
  await work();
  expect(await rowsOf(desk)).toEqual(before);
}

async function setState(state: 'pending' | 'arrived' | 'in_progress' | 'served' | 'missed' | 'refused'): Promise<void> {
  await desk.change((tx, { appointments }) => tx.update(appointments).set({ state }));
}

describe('moving', () => {
  test('gives the appointment another time, and the old one is free at once', async () => {
    desk.clock.pass(5);
    const answer = await citizen.move(booked, { starts_at: friday });
    expect(answer.statusCode).toBe(200);
    const before = without(booked, 'manage_token');
    expect(answer.json()).toEqual({
      ...before,
      sequence: 1,
      starts_at: friday,
      ends_at: '2026-12-04T09:30:00+01:00',
      room: { opens_at: '2026-12-04T08:45:00+01:00', closes_at: '2026-12-04T10:00:00+01:00' },
      can: { move_until: '2026-12-03T09:00:00+01:00', cancel_until: '2026-12-04T05:00:00+01:00' },
    });
    expect(await citizen.starts(video, '2026-12-03', '2026-12-04')).toContain(nine);
    expectProblem(await citizen.post('/holds', { ...video, starts_at: friday }), 'slot-taken');
    expect(await citizen.show(booked)).toMatchObject({ sequence: 1, starts_at: friday, state: 'confirmed' });
  });

  test('leaves one claim, one trace and its messages, all in one write', async () => {
    await citizen.move(booked, { starts_at: friday });
    const { claims, outbox, appointments } = await rowsOf(desk);
    const { events } = await rowsOf(desk, appointments[0]);
    expect(claims).toMatchObject([{ startsAt: Date.parse(friday), endsAt: Date.parse('2026-12-04T09:30:00+01:00'), heldUntil: null, appointmentId: appointments[0]?.id }]);
    expect(events.at(-1)).toMatchObject({ kind: 'moved', actor: 'citizen', at: desk.clock.now(), oldStartsAt: Date.parse(nine), newStartsAt: Date.parse(friday) });
    expect(events.map(({ kind }) => kind)).toEqual(['held', 'confirmed', 'moved']);
    const ofMove = outbox.filter(({ sequence }) => sequence === 1);
    expect(ofMove).toMatchObject([{ message: 'moved', dueAt: desk.clock.now() }, { message: 'reminder', dueAt: Date.parse('2026-12-02T09:00:00+01:00') }, { message: 'reminder', dueAt: Date.parse('2026-12-04T07:00:00+01:00') }]);
  });

  test('twice raises the sequence twice', async () => {
    await citizen.move(booked, { starts_at: friday });
    expect((await citizen.move(booked, { starts_at: nine })).json()).toMatchObject({ sequence: 2, starts_at: nine });
  });

  test('to the same start again changes nothing', async () => {
    const answer = await citizen.move(booked, { starts_at: '2026-12-03T08:00:00Z' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ sequence: 0, starts_at: nine, state: 'confirmed' });
    expect((await rowsOf(desk)).outbox.map(({ message }) => message)).toEqual(['confirmation', 'reminder', 'reminder']);
    expect((await rowsOf(desk)).claims).toHaveLength(1);
  });

  test('to a time that overlaps the own one is possible: the own claims do not count', async () => {
    const business = await citizen.wanted('avvio-o-cessazione-attivita', 'video'); // 45 minutes; notice 240
    const restore = await changeRules(desk, 'avvio-o-cessazione-attivita', 'video', { stepMinutes: 15 });
    const long = await citizen.bookAt(business, ten);
    const moved = await citizen.move(long, { starts_at: '2026-12-03T10:15:00+01:00' });
    await restore();
    expect(got(moved, 200)).toMatchObject({ starts_at: '2026-12-03T10:15:00+01:00', sequence: 1 });
    expect((await rowsOf(desk)).claims).toHaveLength(2);
  });

  test('takes an instant in any zone, and no other text', async () => {
    expect((await citizen.move(booked, { starts_at: '2026-12-03T08:30:00Z' })).json()).toMatchObject({ starts_at: halfPast });
    expect((await citizen.move(booked, { starts_at: '2026-12-03T22:45:00+13:45' })).json()).toMatchObject({ starts_at: ten });
    for (const text of ['2026-12-03T09:30:00', '2026-12-03T09:30:10+01:00', 'tomorrow', '', null, undefined]) expectInvalid(await citizen.move(booked, { starts_at: text }), '/starts_at');
    expectInvalid(await citizen.move(booked, { starts_at: ten, service_id: video.service_id, channel: 'phone' }), '/service_id', '/channel');
  });
});

describe('a move that cannot be changes nothing', () => {
  test('to a time that somebody has, with the nearest free ones', async () => {
    await citizen.hold(video, ten);
    await expectUnchangedBy(async () => {
      const { alternatives } = expectProblem(await citizen.move(booked, { starts_at: ten }), 'slot-taken');
      expect(alternatives?.map(({ starts_at }) => starts_at)).toEqual([halfPast, '2026-12-03T10:30:00+01:00', nine]);
    });
    for (const start of [halfPast, '2026-12-03T10:30:00+01:00']) expect((await citizen.move(booked, { starts_at: start })).statusCode).toBe(200);
  });

  test.each([
    ['off the grid', '2026-12-03T09:10:00+01:00'],
    ['on a holiday', '2026-12-08T09:00:00+01:00'],
    ['in the past', '2026-11-30T09:00:00+01:00'],
    ['too soon', '2026-12-01T09:30:00+01:00'],
    ['too far', '2027-02-01T09:00:00+01:00'],
  ])('to a time that is none: %s', async (_, start) => {
    await expectUnchangedBy(async () => {
      const { alternatives } = expectProblem(await citizen.move(booked, { starts_at: start }), 'slot-not-offered');
      expect(alternatives).toHaveLength(3);
    });
  });

  test('when the service is no longer offered to citizens', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { whoMayBook: 'staff' });
    await expectUnchangedBy(async () => {
      expect(expectProblem(await citizen.move(booked, { starts_at: friday }), 'slot-not-offered').alternatives).toEqual([]);
    });
    await restore();
  });

  test('to a day on which the person has an appointment of that service already', async () => {
    await citizen.bookAt(video, friday, {}, { email: 'ada@example.org' });
    await expectUnchangedBy(async () => void expectProblem(await citizen.move(booked, { starts_at: '2026-12-04T10:00:00+01:00' }), 'limit-reached'));
    expect((await citizen.move(booked, { starts_at: ten })).statusCode).toBe(200);
  });

  test('past its term, which is kept to the minute', async () => {
    desk.clock.set('2026-12-02T09:00:01+01:00');
    await expectUnchangedBy(async () => {
      expect(expectProblem(await citizen.move(booked, { starts_at: friday }), 'too-late').until).toBe('2026-12-02T09:00:00+01:00');
    });
    desk.clock.set('2026-12-02T09:00:00+01:00');
    expect((await citizen.move(booked, { starts_at: friday })).statusCode).toBe(200);
  });

  test.each(['arrived', 'in_progress', 'served', 'missed', 'refused'] as const)('in the state %s', async (state) => {
    await setState(state);
    await expectUnchangedBy(async () => {
      expect(expectProblem(await citizen.move(booked, { starts_at: friday }), 'state-conflict').state).toBe(state);
    });
  });

  test('once it is cancelled', async () => {
    await citizen.cancel(booked, {});
    await expectUnchangedBy(async () => {
      expect(expectProblem(await citizen.move(booked, { starts_at: friday }), 'state-conflict').state).toBe('cancelled');
      expectProblem(await citizen.move(booked, { starts_at: nine }), 'state-conflict');
    });
  });

  test('with another link', async () => {
    const other = await citizen.bookAt(video, ten);
    await expectUnchangedBy(async () => {
      expectProblem(await citizen.move({ ...booked, manage_token: other.manage_token }, { starts_at: friday }), 'not-found');
      expectProblem(await citizen.move({ ...booked, code: 'K7QM-3XRT' }, { starts_at: friday }), 'not-found');
      expectProblem(await citizen.move(booked, { starts_at: friday }, { token: undefined }), 'unauthorized');
    });
  });
});

test('who has as many appointments as the service allows may still move one of them', async () => {
  const generous = await changeRules(desk, 'agibilita', 'video', { limitFuture: 9 });
  const building = await citizen.wanted('agibilita', 'video');
  for (const day of ['07', '10', '11']) await citizen.bookAt(building, `2026-12-${day}T09:00:00+01:00`, {}, { email: 'ada@example.org' });
  await generous();
  expect(got(await citizen.move(booked, { starts_at: friday }), 200)).toMatchObject({ starts_at: friday });
});

test('of two who move to one time at once one gets it', async () => {
  const other = await citizen.bookAt(video, ten);
  const answers = await Promise.all([citizen.move(booked, { starts_at: friday }), citizen.move(other, { starts_at: friday })]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  const { claims } = await rowsOf(desk);
  expect(claims).toHaveLength(2);
});

test('two who exchange their times do not both lose them', async () => {
  const other = await citizen.bookAt(video, ten);
  await Promise.all([citizen.move(booked, { starts_at: ten }), citizen.move(other, { starts_at: nine })]);
  const seen = [await citizen.show(booked), await citizen.show(other)];
  const { claims } = await rowsOf(desk);
  expect(claims.map(({ startsAt }) => startsAt).toSorted()).toEqual(seen.map(({ starts_at }) => Date.parse(starts_at)).toSorted());
});

describe('at a desk', () => {
  test('the place stays unless another is named', async () => {
    const wanted = await citizen.wanted('informazioni-scia', 'desk');
    const places = (await citizen.service('informazioni-scia')).channels.find(({ channel }) => channel === 'desk')?.places ?? [];
    const other = places.find(({ id, name }) => id !== wanted.place_id && name.includes('Mombercelli'))?.id ?? '';
    const atDesk = await citizen.bookAt(wanted, halfPast);
    expect(got(await citizen.move(atDesk, { starts_at: ten }), 200)).toMatchObject({ place: { id: wanted.place_id } });
    expect(got(await citizen.move(atDesk, { starts_at: '2026-12-10T09:00:00+01:00', place_id: other }), 200)).toMatchObject({ sequence: 2, place: { id: other } });
    expect(got(await citizen.move(atDesk, { starts_at: '2026-12-10T09:00:00+01:00', place_id: '' }), 200)).toMatchObject({ sequence: 2, place: { id: other } });
    expect(got(await citizen.move(atDesk, { starts_at: '2026-12-10T09:00:00+01:00', place_id: wanted.place_id }), 200)).toMatchObject({ sequence: 3, place: { id: wanted.place_id } });
    expectInvalid(await citizen.move(atDesk, { starts_at: ten, place_id: 'nowhere' }), '/place_id');
    expectInvalid(await citizen.move(booked, { starts_at: ten, place_id: wanted.place_id }), '/place_id');
  });

  test('whose place was given up meanwhile no time is offered there, and one elsewhere is', async () => {
    const wanted = await citizen.wanted('informazioni-scia', 'desk');
    const places = (await citizen.service('informazioni-scia')).channels.find(({ channel }) => channel === 'desk')?.places ?? [];
    const other = places.find(({ id, name }) => id !== wanted.place_id && name.includes('Mombercelli'))?.id ?? '';
    const atDesk = await citizen.bookAt(wanted, halfPast);
    const hold = await citizen.hold(wanted, '2026-12-04T09:30:00+01:00');
    const { serviceChannelPlaces } = desk.database.tables;
    const ofPlace = eq(serviceChannelPlaces.placeId, wanted.place_id ?? '');
    const rows = await desk.database.read.select().from(serviceChannelPlaces).where(ofPlace);
    await desk.change((tx) => tx.delete(serviceChannelPlaces).where(ofPlace));
    try {
      await expectUnchangedBy(async () => {
        expectProblem(await citizen.move(atDesk, { starts_at: ten }), 'slot-not-offered');
        expectProblem(await citizen.confirm(hold), 'slot-not-offered');
        expectInvalid(await citizen.move(atDesk, { starts_at: ten, place_id: wanted.place_id }), '/place_id');
      });
      expect(got(await citizen.move(atDesk, { starts_at: '2026-12-10T09:00:00+01:00', place_id: other }), 200)).toMatchObject({ place: { id: other } });
    } finally {
      await desk.change((tx) => tx.insert(serviceChannelPlaces).values(rows));
    }
  });
});

describe('a visit at home', () => {
  test('moves with operator and bike, and leaves its time after the release delay', async () => {
    const home = await citizen.wanted('aiuto-digitale-a-domicilio', 'home');
    const visit = await citizen.bookAt(home, '2026-12-10T09:30:00+01:00');
    expect(got(await citizen.move(visit, { starts_at: '2026-12-15T09:30:00+01:00' }), 200)).toMatchObject({ sequence: 1 });
    expect(await citizen.starts(home, '2026-12-10')).not.toContain('2026-12-10T09:30:00+01:00');
    expectProblem(await citizen.post('/holds', { ...home, starts_at: '2026-12-10T09:30:00+01:00' }), 'slot-taken');
    desk.clock.pass(14);
    expectProblem(await citizen.post('/holds', { ...home, starts_at: '2026-12-10T09:30:00+01:00' }), 'slot-taken');
    desk.clock.pass(1);
    expect(await citizen.starts(home, '2026-12-10')).toContain('2026-12-10T09:30:00+01:00');
    await citizen.hold(home, '2026-12-10T09:30:00+01:00');
    expect(await citizen.show(visit)).toMatchObject({ state: 'confirmed', starts_at: '2026-12-15T09:30:00+01:00' });
  });

  test('can go back to the time that it has just left, and to one that overlaps it', async () => {
    const home = await citizen.wanted('aiuto-digitale-a-domicilio', 'home');
    const visit = await citizen.bookAt(home, '2026-12-10T09:30:00+01:00');
    for (const start of ['2026-12-10T10:00:00+01:00', '2026-12-10T10:30:00+01:00', '2026-12-10T09:30:00+01:00']) {
      expect(got(await citizen.move(visit, { starts_at: start }), 200)).toMatchObject({ starts_at: start });
    }
    const certain = (await rowsOf(desk)).claims.filter(({ heldUntil, startsAt }) => heldUntil === null && startsAt === Date.parse('2026-12-10T09:15:00+01:00'));
    expect(certain).toHaveLength(2);
  });
});

describe('where requests are moderated', () => {
  test('a move of a confirmed appointment waits for an official again', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
    const moved = await citizen.move(booked, { starts_at: friday });
    await restore();
    expect(got(moved, 200)).toMatchObject({ state: 'pending', sequence: 1, starts_at: friday });
    const { outbox } = await rowsOf(desk);
    expect(outbox.filter(({ sequence }) => sequence === 1).map(({ message }) => message)).toEqual(['moved']);
  });

  test('the same start again leaves it confirmed', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
    const moved = await citizen.move(booked, { starts_at: nine });
    await restore();
    expect(got(moved, 200)).toMatchObject({ state: 'confirmed', sequence: 0 });
  });

  test('a request that waits can be moved', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
    const request = await citizen.bookAt(video, ten);
    const moved = await citizen.move(request, { starts_at: friday });
    await restore();
    expect(request).toMatchObject({ state: 'pending', sequence: 0, can: { move_until: expect.any(String) } });
    expect(got(moved, 200)).toMatchObject({ state: 'pending', sequence: 1, starts_at: friday });
  });
});

test('a move takes the length that the service has now', async () => {
  const restore = await changeRules(desk, 'informazioni-scia', 'video', { durationMinutes: 60, stepMinutes: 30, bufferAfterMinutes: 10 });
  const moved = await citizen.move(booked, { starts_at: ten });
  await restore();
  expect(got(moved, 200)).toMatchObject({ starts_at: ten, ends_at: '2026-12-03T11:00:00+01:00' });
  const { claims } = desk.database.tables;
  expect(await desk.database.read.select().from(claims).where(eq(claims.startsAt, Date.parse(ten)))).toMatchObject([{ endsAt: Date.parse('2026-12-03T11:10:00+01:00') }]);
});
