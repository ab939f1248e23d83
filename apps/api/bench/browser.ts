import { createRequire } from 'node:module';
import { join } from 'node:path';
import { provideChromium } from '../../../scripts/chromium.mjs';

// The browser's driver belongs to the journeys; this is what the benchmark of pages uses of it.

export interface Page {
  goto(url: string, options: { waitUntil: 'commit' }): Promise<unknown>;
  waitForFunction(expression: string): Promise<unknown>;
  evaluate<Answer>(expression: string): Promise<Answer>;
}

interface Context {
  newPage(): Promise<Page>;
  addInitScript(script: { content: string }): Promise<void>;
  addCookies(cookies: readonly { name: string; value: string; url: string }[]): Promise<void>;
  newCDPSession(page: Page): Promise<{ send(method: string, parameters: object): Promise<unknown> }>;
  close(): Promise<void>;
}

export interface Browser {
  newContext(options: { viewport: { width: number; height: number }; locale: string; bypassCSP: boolean }): Promise<Context>;
  close(): Promise<void>;
}

interface Driver {
  readonly chromium: { launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser> };
}

/** A Chromium without a window, with these switches beside its own. */
export async function openBrowser(switches: readonly string[] = []): Promise<Browser> {
  const installed = createRequire(join(import.meta.dirname, '../../../e2e/package.json'));
  const { chromium } = installed('@playwright/test') as Driver;
  return chromium.launch({ executablePath: await provideChromium(), args: ['--no-sandbox', ...switches] });
}
