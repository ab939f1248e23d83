// What the monorepo is made of, and where the programs of its packages lie.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inRoot } from './root.mjs';

export function workspaceFolders() {
  const nested = ['packages', 'apps'].filter((parent) => existsSync(inRoot(parent)));
  const folders = nested.flatMap((parent) => readdirSync(inRoot(parent)).sort().map((name) => `${parent}/${name}`));
  return ['.', ...folders, 'e2e'].filter((folder) => existsSync(inRoot(folder, 'package.json')));
}

/** The JavaScript file behind a package's command, to be started by node itself: no shell in between, so signals arrive. */
export function binOf(folder, packageName, command = packageName) {
  const manifest = createRequire(inRoot(folder, 'package.json')).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}
