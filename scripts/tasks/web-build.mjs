// The web app, built only when what it is made of has changed.
import { existsSync } from 'node:fs';
import { inRoot, ROOT } from '../boot/root.mjs';
import { mustRun } from '../boot/run.mjs';
import { node, nodeVersion } from '../boot/runtime.mjs';
import { say, seconds } from '../boot/say.mjs';
import { hashOf, isCurrent, writeStamp } from '../boot/stamp.mjs';
import { binOf } from '../boot/workspace.mjs';

// Outside dist: the build empties it, and the server would serve it.
const STAMP = inRoot('.cache/web-build-stamp');
const MADE_OF = [
  'apps/web/src',
  'apps/web/build',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/tsconfig.json',
  'apps/web/package.json',
  'packages/contract/src',
  'packages/scheduling/src',
  'pnpm-lock.yaml',
];

export async function buildWeb() {
  const hash = hashOf({ root: ROOT, paths: MADE_OF, facts: [nodeVersion] });
  if (existsSync(inRoot('apps/web/dist/index.html')) && isCurrent(STAMP, hash)) return;

  const started = performance.now();
  say('building the web app ...');
  await mustRun('Building the web app', node, [binOf('apps/web', 'vite'), 'build', '--logLevel=warn'], { cwd: inRoot('apps/web'), env: { NODE_ENV: 'production' } });
  writeStamp(STAMP, hash);
  say(`the web app is built (${seconds(started)})`);
}
