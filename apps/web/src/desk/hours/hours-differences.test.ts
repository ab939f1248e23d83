import { describe, expect, test } from 'vitest';
import { it as common } from '../../messages/common.it.ts';
import { it as hours } from '../../messages/desk-hours.it.ts';
import { differencesOfHours, type HoursState } from './hours-differences.ts';

const words = { hours, channels: common.channels, places: [], language: 'it' as const };

type Rule = HoursState['rules'][number];

function rule(from: number, to: number, ...days: number[]): Rule {
  return { start_minute: from * 60, end_minute: to * 60, recurrence: { kind: 'weekly', days, every_weeks: 1 }, first_day: null, last_day: null, channels: null, place_id: null, service_ids: null };
}

const state = (rules: readonly Rule[], exceptions: HoursState['exceptions'] = []): HoursState => ({ rules: [...rules], exceptions });
const differences = (before: HoursState, after: HoursState) => differencesOfHours(before, after, words).map(({ label, before: was, after: is }) => [label, was.map((line) => line.split(' · ')[0]), is.map((line) => line.split(' · ')[0])]);

describe('the difference between two states of hours', () => {
  test('is told by the weekday that it falls on, however the rules are cut', () => {
    expect(differences(state([rule(9, 12, 1, 2)]), state([rule(9, 12, 1), rule(9, 11, 2)]))).toEqual([['martedì', ['09:00–12:00'], ['09:00–11:00']]]);
  });

  test('is nothing where the same hours are written in other rules', () => {
    expect(differences(state([rule(9, 12, 1, 2)]), state([rule(9, 12, 2), rule(9, 12, 1)]))).toEqual([]);
  });

  test('tells days that open, days that close, and unusual days', () => {
    const unusual = { day: '2026-12-09', opening: [] };
    expect(differences(state([rule(9, 12, 1)]), state([rule(14, 17, 5)], [unusual]))).toEqual([
      ['lunedì', ['09:00–12:00'], []],
      ['venerdì', [], ['14:00–17:00']],
      [expect.stringContaining('9 dicembre 2026'), [], ['chiuso']],
    ]);
  });

  test('tells hours that follow no week beside the weekdays', () => {
    const monthly: Rule = { ...rule(9, 12), recurrence: { kind: 'nth_weekday', n: 1, weekday: 1 } };
    const [other] = differencesOfHours(state([]), state([monthly]), words);
    expect(other).toMatchObject({ label: 'Altri orari', before: [], after: [expect.stringContaining('il primo lunedì del mese')] });
  });
});
