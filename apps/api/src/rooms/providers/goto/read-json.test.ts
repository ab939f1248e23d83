import { describe, expect, test } from 'vitest';
import { instantOf } from './instants.ts';
import { onlyOne, readJson, textIn } from './read-json.ts';

test('whole numbers that JavaScript would round keep every digit', () => {
  expect(readJson('[{"meetingid":9007199254740993,"max":150,"share":0.5,"far":-9223372036854775808}]')).toEqual([{ meetingid: '9007199254740993', max: 150, share: 0.5, far: '-9223372036854775808' }]);
});

test.each(['', '<html>', '{', '[1,'])('%j is no JSON', (text) => expect(readJson(text)).toBeUndefined());

test('one in a list is read like one alone, whatever the case of its names', () => {
  for (const text of ['[{"meetingId":"12"}]', '{"MEETINGID":12}']) expect(textIn(onlyOne(readJson(text)) ?? {}, 'meetingid')).toBe('12');
  for (const text of ['[]', '"12"', 'null', '[["12"]]']) expect(onlyOne(readJson(text))).toBeNull();
  expect(textIn({ meetingid: null, other: '' }, 'meetingid', 'other')).toBeNull();
});

describe('a time of the vendor', () => {
  const nine = Date.parse('2026-12-01T09:00:00Z');
  test.each([
    ['2026-12-01T09:00:00Z', nine],
    ['2026-12-01T09:00:00.+0000', nine],
    ['2026-12-01T10:00:00+01:00', nine],
    ['2026-12-01T10:00:00.000+0100', nine],
    ['2026-12-01T09:00', nine],
    ['tomorrow', null],
    ['2026-13-01T09:00:00Z', null],
    [null, null],
  ])('%j', (text, instant) => expect(instantOf(text)).toBe(instant));
});
