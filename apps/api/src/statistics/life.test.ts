import { describe, expect, test } from 'vitest';
import { factsOf, type Happening } from './life.ts';

const startsAt = Date.parse('2026-11-03T09:00:00+01:00');
const minute = 60_000;

/** Events of one appointment at 9:00 of half an hour; each a kind, by whom, and so many minutes from its start. */
function life(...happened: (readonly [Happening['kind'], Happening['actor'], number])[]) {
  const about = { appointmentId: 'a', serviceId: 's', channel: 'video' as const, officeId: 'o', municipalityId: 'm', newStartsAt: startsAt, plannedMinutes: 30 };
  const facts = factsOf(happened.map(([kind, actor, after]) => ({ ...about, kind, actor, at: startsAt + after * minute })));
  return facts.map((fact) => ({ ...fact, at: (fact.at - startsAt) / minute }));
}

const dayBefore = -1500;
const booked = ['confirmed', 'citizen', dayBefore] as const;
const isBooked = { kind: 'booked', by: 'citizen', at: dayBefore };
/** Beside what every fact says about whom it is. */
const only = (...facts: object[]) => facts.map((fact) => expect.objectContaining(fact) as object);

describe('the life of an appointment', () => {
  test('served: counts when it was, with the wait from the agreed time and the length', () => {
    expect(life(booked, ['arrived', 'staff', -10], ['started', 'staff', 7], ['served', 'staff', 45])).toEqual(only(isBooked, { kind: 'served', at: 0, waitedMinutes: 7, lastedMinutes: 38, plannedMinutes: 30 }));
  });

  test('late: the wait is from coming; early and called at once: nobody waited', () => {
    expect(life(['arrived', 'staff', 5], ['started', 'staff', 9], ['served', 'staff', 20])).toMatchObject([{ waitedMinutes: 4 }]);
    expect(life(['arrived', 'staff', -10], ['started', 'staff', -8], ['served', 'staff', 20])).toMatchObject([{ waitedMinutes: 0 }]);
  });

  test('where nobody wrote down who came, the wait is not known', () => {
    expect(life(['started', 'staff', 3], ['served', 'staff', 20])).toMatchObject([{ waitedMinutes: null, lastedMinutes: 17 }]);
  });

  test('by video: from coming to the room until they are let in', () => {
    expect(life(['room-changed', 'citizen', 1], ['room-changed', 'staff', 4], ['started', 'staff', 6], ['served', 'staff', 30])).toMatchObject([{ waitedMinutes: 3 }]);
    expect(life(['room-changed', 'citizen', 1], ['room-changed', 'system', 3], ['room-changed', 'citizen', 8], ['room-changed', 'staff', 10], ['started', 'staff', 10], ['served', 'staff', 30])).toMatchObject([{ waitedMinutes: 2 }]);
  });

  test('what was taken back does not count', () => {
    expect(life(['missed', 'staff', 20], ['taken-back', 'staff', 21], ['arrived', 'staff', 22], ['started', 'staff', 23], ['served', 'staff', 40])).toMatchObject([{ kind: 'served', waitedMinutes: 1 }]);
    expect(life(['started', 'staff', 0], ['served', 'staff', 20], ['taken-back', 'staff', 21], ['served', 'staff', 30])).toMatchObject([{ kind: 'served', lastedMinutes: 30 }]);
    expect(life(['arrived', 'staff', -5], ['taken-back', 'staff', -4], ['started', 'staff', 2], ['served', 'staff', 9])).toMatchObject([{ waitedMinutes: null }]);
  });

  test('who did not come and was given another time was missed all the same', () => {
    expect(life(['missed', 'staff', 20], ['moved', 'staff', 30], ['started', 'staff', 100], ['served', 'staff', 120])).toMatchObject([{ kind: 'missed' }, { kind: 'moved', by: 'desk' }, { kind: 'served' }]);
  });

  test('a change of hours that was undone leaves neither a move nor a cancellation', () => {
    expect(life(booked, ['moved', 'staff', -300], ['restored', 'staff', -299])).toEqual(only(isBooked));
    expect(life(booked, ['cancelled', 'staff', -300], ['restored', 'staff', -299])).toEqual(only(isBooked));
    expect(life(booked, ['moved', 'citizen', -400], ['reassigned', 'staff', -300], ['restored', 'staff', -299])).toEqual(only(isBooked, { kind: 'moved', by: 'citizen', at: -400 }));
  });

  test.each([
    [1, 'after_start'], [0, 'after_start'], [-1, 'under_4_hours'], [-239, 'under_4_hours'], [-240, 'under_1_day'], [-1439, 'under_1_day'],
    [-1440, 'under_3_days'], [-4319, 'under_3_days'], [-4320, 'under_7_days'], [-10_079, 'under_7_days'], [-10_080, 'from_7_days'],
  ])('cancelled %i minutes from its start: %s', (after, notice) => {
    expect(life(['cancelled', 'citizen', after])).toEqual(only({ kind: 'cancelled', by: 'citizen', at: after, notice }));
  });

  test('somebody who came without an appointment waits from then on', () => {
    const event = { appointmentId: 'a', serviceId: 's', channel: 'desk' as const, officeId: 'o', municipalityId: 'm', actor: 'staff' as const, plannedMinutes: 20 };
    const facts = factsOf([
      { ...event, kind: 'walked-in', at: startsAt, newStartsAt: null },
      { ...event, kind: 'started', at: startsAt + 12 * minute, newStartsAt: startsAt + 12 * minute },
      { ...event, kind: 'served', at: startsAt + 30 * minute, newStartsAt: startsAt + 12 * minute },
    ]);
    expect(facts).toMatchObject([{ kind: 'walked-in' }, { kind: 'served', waitedMinutes: 12, lastedMinutes: 18 }]);
  });
});
