import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test.each([
  ['=1+1', "'=1+1"], ['+39', "'+39"], ['-2', "'-2"], ['@sum', "'@sum"], ['\tx', "'\tx"], ['＝1', "'＝1"], ['\r=1', '"\'\r=1"'],
  ['a;b', '"a;b"'], ['say "so"', '"say ""so"""'], ['=a"b', '"\'=a""b"'], ['two\nlines', '"two\nlines"'], ['a=b', 'a=b'], ['', ''],
])('the text %j is written %j', (text, cell) => expect(csvOf({ columns: ['Testo'], lines: [[text]] })).toBe(`\uFEFFTesto\r\n${cell}\r\n`));

test('numbers are numbers, with a comma, moments are as the clock shows them, and what is not known is empty', () => {
  expect(csvOf({ columns: [], lines: [[1.5, -3, null, 1000, { at: '2026-03-29' }, { at: '2026-03-29 10:30' }]] })).toBe('\uFEFF\r\n1,5;-3;;1000;2026-03-29;2026-03-29 10:30\r\n');
});
