import { NOTHING, sum, totalLine } from './results.mjs';

/** Prints the total as the last line and gives the exit code. Checks (types, lint) count, but a run without a test has failed. */
export function finish(checks, tests) {
  const { passed, failed } = sum(tests);
  const ranNone = passed + failed === 0;
  if (ranNone) console.error('No test ran.');
  const total = sum([...checks, ...tests, { ...NOTHING, failed: ranNone ? 1 : 0 }]);
  console.log(`\n${totalLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}
