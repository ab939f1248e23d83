import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

// Lighthouse and the browser's driver lie in tools/lighthouse, which only the benchmark installs; this is what it uses of them.

export interface Page {
  evaluateOnNewDocument(script: (kept: Readonly<Record<string, string>>) => void, kept: Readonly<Record<string, string>>): Promise<unknown>;
}

export interface Browser {
  createBrowserContext(): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface Report {
  readonly audits: Readonly<Record<string, { readonly numericValue?: number; readonly details?: { readonly type: string; readonly items: readonly { readonly url: unknown; readonly resourceType: unknown }[] } } | undefined>>;
  readonly categories: Readonly<Record<string, { readonly score: number | null } | undefined>>;
  readonly runtimeError?: { readonly message: string };
  readonly finalDisplayedUrl: string;
}

type Lighthouse = (url: string, flags: object, config: undefined, page: Page) => Promise<{ readonly lhr: Report } | undefined>;
type Launch = (options: { executablePath: string; args: readonly string[] }) => Promise<Browser>;

const installed = createRequire(join(import.meta.dirname, '../../../tools/lighthouse/package.json'));

async function load(name: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(installed.resolve(name)).href)) as Record<string, unknown>;
}

export const lighthouse = (await load('lighthouse'))['default'] as Lighthouse;
export const launch = (await load('puppeteer-core'))['launch'] as Launch;
