// Finds a Chromium for the journeys, or installs one. `node scripts/chromium.mjs` prints its path.
// In this order: CHROMIUM_PATH, Playwright's own, a browser of the system, the system's package manager, Playwright's download.
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installFromDebian, whyNoPackageManager } from './boot/debian.mjs';
import { expected } from './boot/expected.mjs';
import { inRoot } from './boot/root.mjs';
import { run } from './boot/run.mjs';
import { node } from './boot/runtime.mjs';
import { say } from './boot/say.mjs';
import { binOf } from './boot/workspace.mjs';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SYSTEM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a browser that is there, else one that it installs. The error names every way that was tried and why it failed. */
export async function provideChromium() {
  const tried = [];
  for (const way of [fromEnvironment, fromPlaywright, fromSystem, fromPackageManager, fromDownload]) {
    const { path, why } = await way();
    if (path) return path;
    tried.push(why);
  }
  throw expected(['No Chromium for the journeys:', ...tried.map((why) => `  - ${why}`), 'Set CHROMIUM_PATH to the browser of your choice.'].join('\n'));
}

function fromEnvironment() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return { why: 'CHROMIUM_PATH is not set' };
  if (isExecutable(path)) return { path: resolve(path) };
  const why = `CHROMIUM_PATH is ${path}, which cannot be executed`;
  say(`${why}; looking elsewhere`);
  return { why };
}

async function fromPlaywright() {
  try {
    const entry = createRequire(inRoot('e2e/package.json')).resolve('@playwright/test');
    const playwright = await import(pathToFileURL(entry).href);
    const path = (playwright.chromium ?? playwright.default.chromium).executablePath();
    return existsSync(path) ? { path } : { why: `Playwright's own Chromium is not installed (${path})` };
  } catch (error) {
    return { why: `Playwright cannot be asked for its own: ${firstLine(error)}` };
  }
}

function fromSystem() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)));
  const path = [...onPath, ...SYSTEM_PLACES].find(isExecutable);
  return path ? { path } : { why: `the system has none of ${SYSTEM_NAMES.join(', ')}` };
}

async function fromPackageManager() {
  const why = await installSystemChromium();
  return why ? { why } : fromSystem();
}

async function fromDownload() {
  say('downloading Chromium with Playwright ...');
  const code = await run(node, [binOf('e2e', '@playwright/test', 'playwright'), 'install', 'chromium'], { quiet: true });
  return code === 0 ? fromPlaywright() : { why: `playwright install chromium ended with ${code}` };
}

/** True on a machine where the package manager is the way, as far as one can tell before the packages are installed. */
export function needsSystemChromium() {
  const playwrights = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache/ms-playwright');
  return !process.env.CHROMIUM_PATH && !existsSync(playwrights) && !fromSystem().path && !whyNoPackageManager('chromium');
}

let installing;

/** Installs once, however often it is asked for. Resolves to why it failed, or to undefined. */
export function installSystemChromium() {
  installing ??= installFromDebian('chromium', 'fonts-liberation');
  return installing;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstLine(error) {
  return String(error.message).split('\n')[0];
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  provideChromium().then(
    (path) => console.log(path),
    (error) => {
      console.error(error.expected ? error.message : error.stack);
      process.exitCode = 1;
    },
  );
}
