// One function per runner: start it, wait, and hand back its counts.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from '../boot/root.mjs';
import { run } from '../boot/run.mjs';
import { node } from '../boot/runtime.mjs';
import { say } from '../boot/say.mjs';
import { binOf } from '../boot/workspace.mjs';
import { checkResult, playwrightResult, readReport, vitestResult } from './results.mjs';

// The root project refers to every package; these two stand beside it because nothing depends on them.
const TYPED_BESIDE_ROOT = ['test', 'e2e'];

export async function typecheck() {
  say('checking types ...');
  const projects = TYPED_BESIDE_ROOT.filter((folder) => existsSync(inRoot(folder, 'tsconfig.json')));
  return checkResult(await run(node, [binOf('.', 'typescript', 'tsc'), '-b', '.', ...projects]));
}

export async function lint() {
  say('linting ...');
  return checkResult(await run(node, [binOf('.', 'eslint'), '.', '--cache', '--cache-location', '.cache/eslint/', '--max-warnings=0']));
}

export async function vitest(args = [], env = {}) {
  say('running vitest ...');
  const file = freshReport('vitest');
  const code = await run(node, [binOf('.', 'vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], { env: { NODE_ENV: 'test', ...env } });
  return vitestResult(readReport(file), code);
}

export async function playwright(chromiumPath) {
  say(`running the journeys in ${chromiumPath} ...`);
  const file = freshReport('playwright');
  const code = await run(node, [binOf('e2e', '@playwright/test', 'playwright'), 'test', '--reporter=list,json'], {
    cwd: inRoot('e2e'),
    // It sees for itself that it writes to no terminal, and its workers warn when they are told so as well.
    env: { CHROMIUM_PATH: chromiumPath, PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: undefined },
  });
  return playwrightResult(readReport(file), code);
}

// A report of an earlier run must not speak for one that died before writing its own.
function freshReport(runner) {
  const file = inRoot(`.cache/results/${runner}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
