// The operator's commands: `npm run sportello -- audit verify` and the like.
import { run } from '../boot/run.mjs';
import { node } from '../boot/runtime.mjs';
import { fromSources } from '../from-sources.mjs';

export function task(args) {
  return run(node, [...fromSources, 'apps/api/src/cli/sportello.ts', ...args], { closesItself: true });
}
