import { type Browser, lighthouse, type Report } from './lighthouse.ts';

export interface Stop {
  readonly title: string;
  readonly url: string;
  /** What the tab holds before the page opens, by name: where a person has come to this page through others. */
  readonly tab: Readonly<Record<string, string>>;
}

export interface Visit {
  readonly accessibility: number;
  readonly performance: number;
  readonly lcpSeconds: number;
  readonly cls: number;
  readonly blockingMilliseconds: number;
  readonly requests: readonly Requested[];
}

export interface Requested {
  readonly url: string;
  /** `Script`, `Stylesheet`, `Font`, `Fetch`, ... */
  readonly type: string;
}

/** One first visit on a phone, with nothing kept of any other: Lighthouse with its own settings. */
export async function visit(browser: Browser, { url, tab }: Stop): Promise<Visit> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluateOnNewDocument((kept) => {
      for (const [name, text] of Object.entries(kept)) sessionStorage.setItem(name, text);
    }, tab);
    const result = await lighthouse(url, { onlyCategories: ['performance', 'accessibility'], disableStorageReset: true, logLevel: 'error' }, undefined, page);
    if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
    return asVisit(result.lhr, url);
  } finally {
    await context.close();
  }
}

function asVisit({ audits, categories, runtimeError, finalDisplayedUrl }: Report, url: string): Visit {
  if (runtimeError) throw new Error(`Lighthouse on ${url}: ${runtimeError.message}`);
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname) throw new Error(`${url} led to ${finalDisplayedUrl}`);
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  return {
    accessibility: (categories['accessibility']?.score ?? 0) * 100,
    performance: (categories['performance']?.score ?? 0) * 100,
    lcpSeconds: value('largest-contentful-paint') / 1000,
    cls: value('cumulative-layout-shift'),
    blockingMilliseconds: value('total-blocking-time'),
    requests: requestsIn(audits),
  };
}

function requestsIn(audits: Report['audits']): Requested[] {
  const details = audits['network-requests']?.details;
  const items = details?.type === 'table' ? details.items : [];
  return items.map(({ url, resourceType }) => ({ url: String(url), type: String(resourceType) })).filter(({ url }) => url.startsWith('http'));
}
