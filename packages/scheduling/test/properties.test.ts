import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCase } from '../src/cases/read-case.ts';
import { runCases } from '../src/cases/run-cases.ts';
import { slowStarts, type RawCase } from './oracle.ts';
import { anyCase } from './random-cases.ts';

const PROVE = process.env['PROVE'] === '1';

test('whatever is asked, the starts are those that the text yields minute by minute', () => {
  fc.assert(
    fc.property(anyCase, (raw) => {
      const expected = slowStarts(raw);
      fc.pre(expected !== null);
      expect(printed(raw)).toEqual(expected);
    }),
    { numRuns: PROVE ? 20_000 : 250 },
  );
}, 3_600_000);

function printed(raw: RawCase): string[] {
  const { output, faults } = runCases(JSON.stringify({ cases: [raw] }), true);
  expect(faults).toEqual([]);
  return JSON.parse(output[0] ?? '').starts;
}
void readCase;
