import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { fromSources } from '../scripts/from-sources.mjs';
import { freePort } from './free-port.ts';

// Chosen once, by the process that starts first; its workers inherit both.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'sportello-e2e-'));

const baseURL = `http://localhost:${process.env.E2E_PORT}`;
const browser = process.env.CHROMIUM_PATH;

/** The real server, on the built site and the demonstration union; nothing of it is faked. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  // Generous: the machines of a run are often busy with others.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // The journeys share one desk: where one takes a time that another was about to choose, it is tried again and reported as flaky.
  retries: process.env.CI ? 1 : 0,
  globalTeardown: './remove-data.ts',
  use: {
    baseURL,
    locale: 'it-IT',
    // Far from the desk: its times must be the same everywhere.
    timezoneId: 'America/New_York',
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: `"${process.execPath}" ${fromSources.join(' ')} ../apps/api/src/main.ts`,
    url: `${baseURL}/api/v1/status`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: { DEMO: 'on', PORT: process.env.E2E_PORT, PUBLIC_URL: baseURL, DATA_DIR: process.env.E2E_DATA_DIR, LIMIT_FACTOR: '0', LOG_LEVEL: 'error' },
  },
});
