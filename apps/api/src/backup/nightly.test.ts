import { describe, expect, test } from 'vitest';
import { fileNameAt, nightAt, outdatedFiles } from './nightly.ts';

const timeZone = 'Europe/Rome';
const at = (instant: string, atMinute = 150) => nightAt(Date.parse(instant), { timeZone, atMinute });

describe('the night whose backup is due', () => {
  test.each([
    ['before the hour it is the night before', '2026-12-01T02:29:00+01:00', '2026-11-30'],
    ['from the hour on it is this one', '2026-12-01T02:30:00+01:00', '2026-12-01'],
    ['whoever starts late in the day makes up for it', '2026-12-01T23:59:00+01:00', '2026-12-01'],
    ['in the night that skips half past two it begins at three', '2026-03-29T03:00:00+02:00', '2026-03-29'],
    ['and not before', '2026-03-29T01:59:00+01:00', '2026-03-28'],
    ['in the night that has half past two twice it begins at the first', '2026-10-25T02:30:00+02:00', '2026-10-25'],
    ['and the second is the same night', '2026-10-25T02:30:00+01:00', '2026-10-25'],
  ])('%s', (_, instant, night) => expect(at(instant)).toBe(night));

  test('with an hour in the evening, the morning after belongs to it', () => {
    expect(at('2026-12-02T08:00:00+01:00', 23 * 60)).toBe('2026-12-01');
  });
});

test('names of files say the union’s day and hour', () => {
  expect(fileNameAt(Date.parse('2026-12-01T23:05:00Z'), timeZone)).toBe('sportello-2026-12-02-0005.jsonl.gz');
});

test('only nightly backups of days before the last ones are outdated, and nothing that somebody else put there', () => {
  const names = ['sportello-2026-11-17-0230.jsonl.gz', 'sportello-2026-11-18-0230.jsonl.gz', 'sportello-2026-12-01-0230.jsonl.gz', 'before-the-update.jsonl.gz', 'sportello-2020-01-01.jsonl.gz', 'sportello-2026-11-01-0230.jsonl.gz.part'];
  expect(outdatedFiles(names, { now: Date.parse('2026-12-01T02:40:00+01:00'), timeZone, keepDays: 14 })).toEqual(['sportello-2026-11-17-0230.jsonl.gz']);
});
