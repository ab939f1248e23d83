import { describe, expect, test } from 'vitest';
import {
  explain,
  findStarts,
  freeCalendars,
  isOffered,
  parseInstant,
  parseMinute,
  wouldBeStart,
  type Calendar,
  type Minutes,
  type SlotRules,
  type StartQuestion,
} from '../src/index.ts';

// One Monday at a desk that is open from 09:00 to 11:00.

const RULES: SlotRules = {
  timeZone: 'Europe/Rome',
  durationMinutes: 30,
  stepMinutes: null,
  offsetMinutes: 0,
  grid: 'opening',
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonMinutes: null,
};

const CLOCK_EVERY_40 = { grid: 'clock', durationMinutes: 20, stepMinutes: 40 } as const;

describe('why is this time not free?', () => {
  test.each<[reason: string, start: string, question: StartQuestion]>([
    ['offered', '09:30', ask({})],
    ['notice', '09:30', ask({ now: '2026-03-02T09:00:00+01:00', rules: { noticeMinutes: 31 } })],
    ['notice', '09:30', ask({ now: '2026-03-02T09:30:01+01:00' })],
    ['horizon', '09:30', ask({ now: '2026-03-02T09:00:00+01:00', rules: { horizonMinutes: 29 } })],
    ['no-calendar', '09:30', ask({ needs: [] })],
    ['no-calendar', '09:30', ask({ needs: [['anna'], []] })],
    ['closed-day', '09:30', ask({ closedDays: ['2026-03-02'] })],
    ['outside-opening', '08:30', ask({})],
    ['outside-opening', '10:45', ask({})],
    ['exception', '09:30', ask({ anna: { exceptions: [{ day: '2026-03-02', opening: [] }] } })],
    ['outside-opening', '08:30', ask({ anna: { exceptions: [{ day: '2026-03-02', opening: [] }] } })],
    ['absence', '09:30', ask({ anna: { absences: span('09:45', '12:00') } })],
    ['off-grid', '09:10', ask({})],
    ['off-grid', '09:10', ask({ anna: { taken: span('09:00', '09:30') } })],
    ['taken', '09:30', ask({ anna: { taken: span('09:45', '09:50') } })],
    ['taken', '09:10', ask({ rules: { grid: 'pack' }, anna: { taken: span('09:00', '09:30') } })],
    ['off-grid', '09:10', ask({ rules: { grid: 'pack' } })],
    ['off-grid', '10:20', ask({ rules: CLOCK_EVERY_40, anna: { taken: span('09:00', '09:45') } })],
    ['buffer', '09:30', ask({ rules: { bufferAfterMinutes: 10 }, anna: { taken: span('10:05', '10:30') } })],
    ['buffer', '09:30', ask({ rules: { bufferBeforeMinutes: 10 }, anna: { absences: span('09:00', '09:25') } })],
  ])('%s at %s', (reason, start, question) => {
    expect(explain(question, monday(start)).reason).toBe(reason);
    expect(isOffered(question, monday(start))).toBe(reason === 'offered');
  });

  test('each calendar has its own reason, and that of the nearest one decides', () => {
    const question = ask({ needs: [['anna', 'bruno', 'carla']], anna: { absences: span('09:00', '11:00') }, bruno: { taken: span('09:30', '10:00') } });
    expect(explain({ ...question, needs: [['anna', 'bruno']] }, monday('09:30')).reason).toBe('taken');
    expect(explain(question, monday('09:30'))).toEqual({
      reason: 'offered',
      needs: [[{ id: 'anna', reason: 'absence' }, { id: 'bruno', reason: 'taken' }, { id: 'carla', reason: 'free' }]],
    });
  });

  test('of several needs the one that is furthest from being met decides', () => {
    const question = ask({ needs: [['anna'], ['bruno']], anna: { taken: span('09:30', '10:00') }, bruno: { absences: span('09:00', '11:00') } });
    expect(explain(question, monday('09:30')).reason).toBe('absence');
  });

  test('too soon is too soon, and still shows who would be free', () => {
    const question = ask({ now: '2026-03-02T09:00:00+01:00', rules: { noticeMinutes: 120 } });
    expect(explain(question, monday('09:30'))).toEqual({ reason: 'notice', needs: [[{ id: 'anna', reason: 'free' }]] });
  });
});

describe('taken by somebody else, or never offered?', () => {
  test.each<[boolean, string, string, StartQuestion]>([
    [true, 'taken', '09:30', ask({ anna: { taken: span('09:30', '10:00') } })],
    [true, 'free', '09:30', ask({})],
    [false, 'off the grid', '09:10', ask({})],
    [false, 'outside the opening', '08:30', ask({})],
    [false, 'absent', '09:30', ask({ anna: { absences: span('09:30', '10:00') } })],
    [false, 'closed', '09:30', ask({ closedDays: ['2026-03-02'] })],
    [false, 'too soon', '09:30', ask({ now: '2026-03-02T09:29:00+01:00', rules: { noticeMinutes: 2 } })],
    [false, 'too far', '09:30', ask({ now: '2026-03-02T09:00:00+01:00', rules: { horizonMinutes: 20 } })],
    [true, 'any minute of the opening on grid pack', '09:17', ask({ rules: { grid: 'pack' } })],
    [false, 'past the end on grid pack', '10:31', ask({ rules: { grid: 'pack' } })],
    [false, 'with a buffer in an absence', '09:30', ask({ rules: { bufferBeforeMinutes: 5 }, anna: { absences: span('09:00', '09:26') } })],
    [false, 'without the room', '09:30', ask({ needs: [['anna'], ['bruno']], bruno: { absences: span('09:30', '10:00') } })],
    [true, 'with the room taken', '09:30', ask({ needs: [['anna'], ['bruno']], bruno: { taken: span('09:30', '10:00') } })],
  ])('%s: %s (%s)', (would, _, start, question) => {
    expect(wouldBeStart(question, monday(start))).toBe(would);
  });
});

describe('who can take it?', () => {
  test('all who are free, in the order of the need', () => {
    const question = ask({ needs: [['carla', 'anna', 'bruno']], anna: { taken: span('09:30', '10:00') } });
    expect(freeCalendars(question, monday('09:30'))).toEqual([['carla', 'bruno']]);
  });

  test('only those on whose grid the start lies, but any free room', () => {
    const recurrence = { kind: 'oneDay', day: '2026-03-02' } as const;
    const bruno = { opening: [{ wall: { start: 555, end: 660 }, recurrence, firstDay: null, lastDay: null }] };
    expect(freeCalendars(ask({ needs: [['anna', 'bruno'], ['carla']], bruno }), monday('09:30'))).toEqual([['anna'], ['carla']]);
    expect(freeCalendars(ask({ needs: [['anna'], ['bruno', 'carla']], bruno }), monday('09:30'))).toEqual([['anna'], ['bruno', 'carla']]);
  });

  test('nobody when it is too soon', () => {
    expect(freeCalendars(ask({ now: '2026-03-02T09:31:00+01:00' }), monday('09:30'))).toEqual([[]]);
  });
});

test('a need that names an unknown calendar is a mistake of the caller', () => {
  expect(() => isOffered(ask({ needs: [['dario']] }), monday('09:30'))).toThrow(RangeError);
});

test('a rule for every second week without a first day is a mistake of the caller', () => {
  const recurrence = { kind: 'weekly', days: [1], everyWeeks: 2 } as const;
  const opening = [{ wall: { start: 540, end: 600 }, recurrence, firstDay: null, lastDay: null }];
  expect(() => isOffered(ask({ anna: { opening } }), monday('09:30'))).toThrow(RangeError);
});

test('claims of no length take nothing', () => {
  expect(findStarts({ ...ask({ anna: { taken: span('09:45', '09:45') } }), from: monday('09:30'), to: monday('09:31') })).toEqual([monday('09:30')]);
});

interface Ask {
  readonly now?: string;
  readonly rules?: Partial<SlotRules>;
  readonly closedDays?: readonly string[];
  readonly needs?: readonly (readonly string[])[];
  readonly anna?: Partial<Calendar>;
  readonly bruno?: Partial<Calendar>;
}

function ask({ now = '2026-03-01T00:00:00Z', rules, closedDays = [], needs = [['anna']], anna, bruno }: Ask): StartQuestion {
  const calendars = [{ ...desk('anna'), ...anna }, { ...desk('bruno'), ...bruno }, desk('carla')];
  return { rules: { ...RULES, ...rules }, now: parseInstant(now) ?? Number.NaN, closedDays, needs, calendars };
}

function desk(id: string): Calendar {
  const recurrence = { kind: 'weekly', days: [1, 2, 3, 4, 5], everyWeeks: 1 } as const;
  const opening = [{ wall: { start: 540, end: 660 }, recurrence, firstDay: null, lastDay: null }];
  return { id, opening, exceptions: [], absences: [], taken: [] };
}

function monday(clock: string): Minutes {
  return parseMinute(`2026-03-02T${clock}:00+01:00`) ?? Number.NaN;
}

function span(start: string, end: string): Minutes[] {
  return [monday(start), monday(end)];
}
