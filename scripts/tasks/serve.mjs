import { run } from '../boot/run.mjs';
import { node } from '../boot/runtime.mjs';
import { fromSources } from '../from-sources.mjs';
import { buildWeb } from './web-build.mjs';

/** V8 otherwise keeps some 150 MB of garbage from reading the modules; a desk of a union lives well with small new space. */
const smallMemory = ['--max-semi-space-size=4'];

/** Runs the server on the built web app until it ends; it closes itself when it is told to stop. */
export async function serve(env) {
  await buildWeb();
  return run(node, [...fromSources, ...smallMemory, 'apps/api/src/main.ts'], { env, closesItself: true });
}
