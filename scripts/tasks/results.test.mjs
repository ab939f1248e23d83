import { describe, expect, test } from 'vitest';
import { checkResult, playwrightResult, sum, totalLine, vitestResult } from './results.mjs';

const vitestReport = (counts, testResults = []) => ({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults, ...counts });

describe('the total line', () => {
  test('adds up all runners', () => {
    const total = sum([
      checkResult(0),
      checkResult(2),
      vitestResult(vitestReport({ numPassedTests: 120, numPendingTests: 2 }), 0),
      playwrightResult({ stats: { expected: 10, unexpected: 1, flaky: 1, skipped: 0 } }, 1),
    ]);
    expect(totalLine(total)).toBe('132 passed, 2 failed, 2 skipped');
  });

  test('speaks of skipped tests only when there are some', () => {
    expect(totalLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  });

  test('counts a test file that cannot be loaded as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(vitestResult(vitestReport({ numPassedTests: 5 }, [broken]), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('does not count a failed test and its file twice', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(vitestResult(vitestReport({ numFailedTests: 1 }, [file]), 1).failed).toBe(1);
  });

  test('counts a runner that dies without a report as a failure', () => {
    expect(vitestResult(undefined, 137).failed).toBe(1);
    expect(playwrightResult(undefined, 1).failed).toBe(1);
  });

  test('counts a runner that fails although all its tests passed as a failure', () => {
    expect(vitestResult(vitestReport({ numPassedTests: 5 }), 1)).toMatchObject({ passed: 5, failed: 1 });
  });
});
