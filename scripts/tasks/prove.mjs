// The long proofs: the same tests with PROVE=1, which adds *.prove.test.ts and lets tests take their larger sizes.
// What a proof prints (its figures) is shown as it is. Patterns choose files.
import { finish } from './finish.mjs';
import { vitest } from './runners.mjs';

const LONG = String(30 * 60 * 1000);

export async function task(patterns) {
  const args = [`--testTimeout=${LONG}`, `--hookTimeout=${LONG}`, '--disableConsoleIntercept', ...patterns];
  return finish([], [await vitest(args, { PROVE: '1' })]);
}
