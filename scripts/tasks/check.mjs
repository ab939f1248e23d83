// The quick answer while working: types, lint, and the rules about who may import whom.
import { finish } from './finish.mjs';
import { lint, typecheck, vitest } from './runners.mjs';

export async function task() {
  return finish([await typecheck(), await lint()], [await vitest(['test/architecture'])]);
}
