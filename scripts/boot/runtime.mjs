// Finds or brings the Node that the project runs on and puts it first in PATH, so that npm, pnpm and every task use it.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { expected } from './expected.mjs';
import { inRoot } from './root.mjs';
import { mustRun } from './run.mjs';
import { say, seconds } from './say.mjs';
import { canRunProject } from './versions.mjs';

/** The Node of the project; set by useProjectNode, which boot calls before anything else. */
export let node = process.execPath;
export let nodeVersion = process.versions.node;

export async function useProjectNode() {
  if (!canRunProject(process.versions.node)) {
    const brought = await bringNode();
    node = brought.path;
    nodeVersion = brought.version;
  }
  prependPath(dirname(node));
}

async function bringNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const lock = JSON.parse(readFileSync(inRoot('tools/node/package-lock.json'), 'utf8'));
  const wanted = lock.packages[`node_modules/${name}`]?.version;
  if (!wanted) throw expected(`This is Node ${process.versions.node} and there is no packaged Node for ${process.platform} ${process.arch}: install Node 24.`);

  const path = inRoot('tools/node/node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path) || installedVersion(name) !== wanted) {
    const started = performance.now();
    say(`this is Node ${process.versions.node}; bringing Node ${wanted} from npm ...`);
    await mustRun('Bringing Node', 'npm', ['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: inRoot('tools/node'), quiet: true });
    say(`Node ${wanted} is here (${seconds(started)})`);
  }
  return { path, version: wanted };
}

function installedVersion(name) {
  const manifest = inRoot('tools/node/node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

function prependPath(folder) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  process.env[key] = [folder, process.env[key]].filter(Boolean).join(delimiter);
}
