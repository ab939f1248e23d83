// Installs the packages of the workspace exactly as the lock says, and only when something that matters has changed.
import { inRoot, ROOT } from './root.mjs';
import { mustRun } from './run.mjs';
import { nodeVersion } from './runtime.mjs';
import { say, seconds } from './say.mjs';
import { hashOf, isCurrent, writeStamp } from './stamp.mjs';
import { workspaceFolders } from './workspace.mjs';

const PNPM = '12.21.0';
// In node_modules, so that removing it also removes the claim that it is complete.
const STAMP = inRoot('node_modules/.boot-stamp');

export async function installPackages() {
  const hash = manifestsHash();
  if (isCurrent(STAMP, hash)) return;

  const started = performance.now();
  say(`installing packages with pnpm ${PNPM} ...`);
  await mustRun('Installing packages', 'npx', ['--yes', `pnpm@${PNPM}`, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    // NODE_ENV=production would leave out what builds the web app.
    env: { CI: 'true', NODE_ENV: undefined },
    quiet: true,
  });
  writeStamp(STAMP, hash);
  say(`packages are installed (${seconds(started)})`);
}

function manifestsHash() {
  const manifests = workspaceFolders().map((folder) => `${folder}/package.json`);
  return hashOf({
    root: ROOT,
    paths: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests],
    facts: [PNPM, nodeVersion, process.platform, process.arch],
  });
}
