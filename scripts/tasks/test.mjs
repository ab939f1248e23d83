// The whole test command. Every runner runs even when an earlier one failed, so that one run tells everything.
import { existsSync } from 'node:fs';
import { inRoot } from '../boot/root.mjs';
import { installSystemChromium, needsSystemChromium, provideChromium } from '../chromium.mjs';
import { finish } from './finish.mjs';
import { checkResult } from './results.mjs';
import { lint, playwright, typecheck, vitest } from './runners.mjs';
import { buildWeb } from './web-build.mjs';

const hasJourneys = () => existsSync(inRoot('e2e/playwright.config.ts'));

// The system's package manager and npm wait on different servers: let them wait side by side.
export function prepare() {
  return hasJourneys() && needsSystemChromium() ? installSystemChromium() : undefined;
}

export async function task() {
  const checks = [await typecheck(), await lint()];
  const tests = [await vitest()];
  if (hasJourneys()) tests.push(...(await journeys()));
  return finish(checks, tests);
}

async function journeys() {
  try {
    const chromium = await provideChromium();
    await buildWeb();
    return [await playwright(chromium)];
  } catch (error) {
    if (!error.expected || error.stopped) throw error;
    console.error(error.message);
    return [checkResult(1)];
  }
}
