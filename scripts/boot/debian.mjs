// Debian's own packages, where we may install them.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say, seconds } from './say.mjs';

/** Why nothing can be installed here; undefined where it can. */
export function whyNoPackageManager(wanted) {
  if (!existsSync('/usr/bin/apt-get')) return 'there is no apt-get here';
  if (process.getuid() !== 0) return `apt-get needs root: run \`sudo apt-get install ${wanted}\` yourself`;
  return undefined;
}

/** Resolves to why it failed, or to undefined. */
export async function installFromDebian(...packages) {
  const [wanted] = packages;
  const why = whyNoPackageManager(wanted);
  if (why) return why;
  const started = performance.now();
  say(`installing ${wanted} with apt-get ...`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const code = await run('apt-get', ['-q', ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true });
    if (code !== 0) return `apt-get ${args.join(' ')} ended with ${code}`;
  }
  say(`${wanted} is installed (${seconds(started)})`);
  return undefined;
}
