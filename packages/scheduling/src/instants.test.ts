import { expect, test } from 'vitest';
import { isoWriter, parseInstant, parseMinute } from './instants.ts';

const NINE = Date.UTC(2026, 2, 29, 7) / 60_000;

test.each([
  '2026-03-29T09:00:00+02:00',
  '2026-03-29T09:00+02:00',
  '2026-03-29T07:00:00Z',
  '2026-03-29T07:00:00.000Z',
  '2026-03-28T22:30:00-08:30',
  '2026-03-29T07:00:00-00:00',
])('%s is read as that minute', (text) => {
  expect(parseMinute(text)).toBe(NINE);
});

test('both passes of the repeated hour can be named', () => {
  expect(parseMinute('2026-10-25T02:30:00+01:00')).toBe((parseMinute('2026-10-25T02:30:00+02:00') ?? 0) + 60);
});

test('seconds and milliseconds are read', () => {
  expect(parseInstant('2026-03-29T07:00:01.25Z')).toBe(NINE * 60_000 + 1250);
  expect(parseInstant('1969-12-31T23:59:59.999999Z')).toBe(-1);
});

test.each(['2026-03-29T09:00:30+02:00', '2026-03-29T09:00:00.001+02:00'])('%s is not a whole minute', (text) => {
  expect(parseMinute(text)).toBeNull();
});

test.each([
  '2026-03-29T09:00:00',
  '2026-03-29',
  '2026-02-29T09:00:00Z',
  '2026-03-29T24:00:00Z',
  '2026-03-29T09:60:00Z',
  '2026-03-29T09:00:60Z',
  '2026-03-29 09:00:00Z',
  '2026-03-29T09:00:00+2:00',
  '2026-03-29T09:00:00+24:00',
  '2026-03-29T9:00:00Z',
  '2026-03-29T09:00:00Z ',
  '20260329T090000Z',
  '',
])('%s is no instant', (text) => {
  expect(parseInstant(text)).toBeNull();
});

test('instants are written with the offset of their day, each side of the jump its own', () => {
  const write = isoWriter('Europe/Rome');
  const jump = Date.UTC(2026, 2, 29, 1) / 60_000;
  expect([jump - 1441, jump - 1, jump, NINE, jump - 1].map(write)).toEqual([
    '2026-03-28T01:59:00+01:00',
    '2026-03-29T01:59:00+01:00',
    '2026-03-29T03:00:00+02:00',
    '2026-03-29T09:00:00+02:00',
    '2026-03-29T01:59:00+01:00',
  ]);
});

test('every minute around a change of offset is read back as it was written', () => {
  for (const [timeZone, noon] of [
    ['Europe/Rome', '2026-10-25T12:00Z'],
    ['America/St_Johns', '2010-11-07T12:00Z'],
    ['Pacific/Apia', '2011-12-30T12:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T12:00Z'],
  ] as const) {
    const write = isoWriter(timeZone);
    const middle = parseMinute(noon) ?? 0;
    for (let minute = middle - 1500; minute < middle + 1500; minute += 1) expect(parseMinute(write(minute))).toBe(minute);
  }
});

test('an unknown zone is an error', () => {
  expect(() => isoWriter('Europe/Asti')(0)).toThrow(RangeError);
});
