import { expect, type Locator, type Page } from '@playwright/test';

// Going through a page as whoever has no mouse does. Nothing here gives the focus to anything: only keys do.

const mostSteps = 80;

/** What has the focus: nothing (the body), a title that is read aloud, or a control, which must show a ring. */
async function focusNow(page: Page): Promise<{ readonly what: string; readonly isLost: boolean; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return { what: 'nothing', isLost: true, isSeen: false };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const hasRing = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    return { what: element.outerHTML.slice(0, 120), isLost: false, isSeen: hasRing && width > 0 && height > 0 };
  });
}

/** Presses Tab until the focus is there. Every stop on the way shows where it is; past the last one the page begins anew, once. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  let rounds = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press('Tab');
    const { what, isLost, isSeen } = await focusNow(page);
    if (isLost) rounds += 1;
    expect(rounds, 'once around the page and not found').toBeLessThan(2);
    if (!isLost) expect(isSeen, `the focus can be seen on ${what}`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${mostSteps} times Tab, and not there`);
}

/** Goes there and presses; `Space` for what is turned on and off. */
export async function pressAt(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** What was pressed may be gone: then something else has the focus, and the next Tab goes on from there. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(async () => (await focusNow(page)).isLost, { message: 'the focus has fallen out of the page' }).toBe(false);
}
