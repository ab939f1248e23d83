import { expect, test } from 'vitest';
import { xlsxOf } from '../src/tables/xlsx.ts';
import { readSheet, serialOf } from './sheet.ts';

const sheetOf = async (...lines: Parameters<typeof xlsxOf>[0]['lines']) => readSheet(await xlsxOf({ name: 'Prova: [1/2]', columns: ['Uno', 'Due'], lines }));

test('a workbook has the names of the columns first, and says numbers, texts and moments as what they are', async () => {
  expect(await sheetOf(['Però', 1.5], [null, -3], [{ at: '2026-03-29' }, { at: '2026-03-29 10:30' }])).toEqual([
    ['Uno', 'Due'],
    ['Però', 1.5],
    [null, -3],
    [serialOf('2026-03-29'), serialOf('2026-03-29 10:30')],
  ]);
  expect(serialOf('2026-03-29')).toBe(46_110);
});

test.each(['=HYPERLINK("https://example.org")', '+39 0141', '-1', '@SUM(A1)', '\t=1', "=cmd|'/C calc'!A0"])('the text %j stays a text', async (text) => {
  expect((await sheetOf([text, null])).at(1)?.[0]).toBe(text);
});

test('what no workbook may hold is left out, and what is too long is cut', async () => {
  const [, line] = await sheetOf(['a\u0000b\u000Bc <d> & "e" \uD800f', 'x'.repeat(40_000)]);
  expect(line).toEqual(['abc <d> & "e" f', 'x'.repeat(32_767)]);
});

test('a table without lines is a workbook with its first line', async () => {
  expect(await sheetOf()).toEqual([['Uno', 'Due']]);
});
