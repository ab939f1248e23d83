import { run } from '../boot/run.mjs';
import { node } from '../boot/runtime.mjs';
import { buildWeb } from './web-build.mjs';

/** Runs the server on the built web app until it ends; it closes itself when it is told to stop. */
export async function serve(env) {
  await buildWeb();
  return run(node, ['--disable-warning=ExperimentalWarning', 'apps/api/src/main.ts'], { env, closesItself: true });
}
