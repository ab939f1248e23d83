import { type AppointmentState, appointmentStates } from '@sportello/contract';
import { describe, expect, it } from 'vitest';
import { type Admission, admission, type RoomAppointment, roomTimes } from './admission.ts';

const at = (instant: string) => Date.parse(instant);

/** Half an hour by video that was confirmed. */
function meeting(startsAt: string, changes: Partial<RoomAppointment> = {}): RoomAppointment {
  return { state: 'confirmed', channel: 'video', startsAt: at(startsAt), endsAt: at(startsAt) + 30 * 60_000, ...changes };
}

const tenOClock = meeting('2026-12-03T10:00:00+01:00');
const enter: Admission = { may: 'enter' };
const closed: Admission = { may: 'not', why: 'closed' };
const wait: Admission = { may: 'wait', opensAt: at('2026-12-03T09:45:00+01:00') };

describe('the room of an appointment from 10:00 to 10:30', () => {
  it.each<[string, Admission, Admission]>([
    ['2026-12-01T10:00:00.000+01:00', wait, enter],
    ['2026-12-03T09:44:59.999+01:00', wait, enter],
    ['2026-12-03T09:45:00.000+01:00', enter, enter],
    ['2026-12-03T10:00:00.000+01:00', enter, enter],
    ['2026-12-03T10:30:00.000+01:00', enter, enter],
    ['2026-12-03T10:59:59.999+01:00', enter, enter],
    ['2026-12-03T11:00:00.000+01:00', closed, closed],
    ['2027-12-03T10:00:00.000+01:00', closed, closed],
  ])('at %s', (now, citizen, staff) => {
    expect(admission(tenOClock, 'citizen', at(now))).toEqual(citizen);
    expect(admission(tenOClock, 'staff', at(now))).toEqual(staff);
  });
});

describe('the state of the appointment', () => {
  const answers: Record<AppointmentState, Admission> = {
    held: { may: 'not', why: 'not-confirmed' },
    pending: { may: 'not', why: 'not-confirmed' },
    confirmed: enter,
    arrived: enter,
    in_progress: enter,
    served: { may: 'not', why: 'over' },
    missed: enter,
    cancelled: { may: 'not', why: 'cancelled' },
    refused: { may: 'not', why: 'refused' },
    expired: { may: 'not', why: 'not-confirmed' },
  };

  it.each(appointmentStates)('%s decides while the room is open, for citizen and official alike', (state) => {
    const now = at('2026-12-03T10:05:00+01:00');
    expect(admission({ ...tenOClock, state }, 'citizen', now)).toEqual(answers[state]);
    expect(admission({ ...tenOClock, state }, 'staff', now)).toEqual(answers[state]);
  });

  it('is said before the hour is: what was cancelled is not closed', () => {
    expect(admission({ ...tenOClock, state: 'cancelled' }, 'citizen', at('2027-01-01T00:00:00Z'))).toEqual({ may: 'not', why: 'cancelled' });
    expect(admission({ ...tenOClock, state: 'missed' }, 'citizen', at('2026-12-03T11:00:00+01:00'))).toEqual(closed);
  });
});

it.each(['phone', 'desk', 'home'] as const)('an appointment by %s has no room', (channel) => {
  expect(admission({ ...tenOClock, channel }, 'staff', tenOClock.startsAt)).toEqual({ may: 'not', why: 'not-video' });
});

describe('on the nights when the clocks change', () => {
  it('the room opens a quarter of an hour before, though the clocks jump from 02:00 to 03:00', () => {
    const afterTheJump = meeting('2026-03-29T03:00:00+02:00');
    expect(roomTimes(afterTheJump)).toEqual({ opensAt: at('2026-03-29T01:45:00+01:00'), closesAt: at('2026-03-29T04:00:00+02:00') });
    expect(admission(afterTheJump, 'citizen', at('2026-03-29T01:44:59.999+01:00')).may).toBe('wait');
    expect(admission(afterTheJump, 'citizen', at('2026-03-29T01:45:00+01:00'))).toEqual(enter);
  });

  it('the room stays open half an hour, though 02:30 comes twice', () => {
    const beforeTheSecond = meeting('2026-10-25T02:30:00+02:00');
    expect(admission(beforeTheSecond, 'citizen', at('2026-10-25T02:29:59.999+01:00'))).toEqual(enter);
    expect(admission(beforeTheSecond, 'citizen', at('2026-10-25T02:30:00+01:00'))).toEqual(closed);
    const theSecond = meeting('2026-10-25T02:30:00+01:00');
    expect(admission(theSecond, 'citizen', at('2026-10-25T02:30:00+02:00'))).toEqual({ may: 'wait', opensAt: at('2026-10-25T02:15:00+01:00') });
  });
});
