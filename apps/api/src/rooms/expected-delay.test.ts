import { expect, it } from 'vitest';
import { type Before, expectedDelay, isUnfinished } from './expected-delay.ts';

const at = (time: string) => Date.parse(`2026-12-03T${time}:00+01:00`);
const meeting = (state: Before['state'], starts: string, ends: string): Before => ({ state, startsAt: at(starts), endsAt: at(ends) });

it.each<[string, number | null, Before[], number | null, string]>([
  ['nobody is before', null, [], null, '10:05'],
  ['the one before ends in time', null, [meeting('in_progress', '09:30', '10:00')], null, '09:50'],
  ['the one before takes longer', 10, [meeting('in_progress', '09:30', '10:00')], null, '10:10'],
  ['a minute or two are no delay', null, [meeting('in_progress', '09:30', '10:00')], null, '10:02'],
  ['one takes longer, and another waits', 40, [meeting('in_progress', '09:00', '09:30'), meeting('arrived', '09:30', '10:00')], null, '10:10'],
  ['an empty hour between makes up for it', null, [meeting('in_progress', '08:00', '08:30')], null, '09:00'],
  ['the desk has said how late it is', 20, [meeting('in_progress', '09:30', '10:00')], 20, '10:40'],
])('%s: %s minutes', (_, minutes, before, announcedMinutes, now) => {
  expect(expectedDelay(at('10:00'), before, { announcedMinutes, now: at(now) })).toBe(minutes);
});

it.each<[Before['state'], boolean]>([['confirmed', false], ['arrived', true], ['in_progress', true], ['served', false], ['missed', false], ['cancelled', false], ['pending', false]])('somebody who is %s after their time is waited for: %s', (state, expected) => {
  expect(isUnfinished(meeting(state, '09:00', '09:30'), at('09:30'))).toBe(expected);
});
