import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCases } from '../src/cases/run-cases.ts';
import { CASE_FILES, casesOf } from './case-files.ts';

describe.each(CASE_FILES.map((file) => [basename(file, '.json'), file]))('%s', (_, file) => {
  test.each(casesOf(file).map((filed) => [filed.why, filed] as const))('%s', (_why, filed) => {
    const report = runCases(JSON.stringify({ cases: [filed] }), false);
    expect(report).toEqual({ output: [`ok ${filed.id}`, '1 passed, 0 failed'], faults: [], exitCode: 0 });
  });
});

test('every case has a name of its own', () => {
  const ids = CASE_FILES.flatMap(casesOf).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
