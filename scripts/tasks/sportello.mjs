// The operator's commands: `npm run sportello -- audit verify` and the like.
import { run } from '../boot/run.mjs';
import { node } from '../boot/runtime.mjs';

export function task(args) {
  return run(node, ['--disable-warning=ExperimentalWarning', 'apps/api/src/cli/sportello.ts', ...args], { closesItself: true });
}
