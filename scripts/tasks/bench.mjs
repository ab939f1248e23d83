// Every benchmark, one after another so that none disturbs the next. Patterns choose files.
import { existsSync, readdirSync } from 'node:fs';
import { expected } from '../boot/expected.mjs';
import { inRoot } from '../boot/root.mjs';
import { mustRun, run } from '../boot/run.mjs';
import { node } from '../boot/runtime.mjs';
import { say } from '../boot/say.mjs';
import { workspaceFolders } from '../boot/workspace.mjs';
import { buildWeb } from './web-build.mjs';

export async function task(patterns) {
  const files = benchFiles().filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)));
  if (files.length === 0) throw expected('No benchmark found: they are {packages,apps}/*/bench/*.bench.ts.');

  if (files.some((file) => /(pages?|room-call)\.bench\.ts$/.test(file))) await buildWeb();
  if (files.some((file) => file.startsWith('apps/web/'))) await bringLighthouse();
  const failed = [];
  for (const file of files) {
    say(file);
    const code = await run(node, ['--expose-gc', '--disable-warning=ExperimentalWarning', file]);
    if (code !== 0) failed.push(file);
  }
  for (const file of failed) console.error(`failed: ${file}`);
  return failed.length === 0 ? 0 : 1;
}

/** 170 MB that nobody else needs, so it has a folder and a lock of its own. */
async function bringLighthouse() {
  if (existsSync(inRoot('tools/lighthouse/node_modules/lighthouse/package.json'))) return;
  say('bringing Lighthouse from npm ...');
  await mustRun('Bringing Lighthouse', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: inRoot('tools/lighthouse'), quiet: true });
}

function benchFiles() {
  const folders = workspaceFolders().map((folder) => `${folder}/bench`).filter((folder) => existsSync(inRoot(folder)));
  return folders.flatMap((folder) => readdirSync(inRoot(folder)).sort().filter((name) => name.endsWith('.bench.ts')).map((name) => `${folder}/${name}`));
}
