import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const phone = { width: 360, height: 740 };

/** The whole page is there: its title, and nothing that is still on its way. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText(/^(Sto caricando|Loading)/)).toHaveCount(0);
}

export async function chooseLanguage(page: Page, language: 'Italiano' | 'English'): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: language }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'it');
}

/**
 * axe finds nothing at all, not even against its own advice. It runs and concludes in the page, which is one document: otherwise it opens a
 * second page each time only to put the findings of several frames together, at twice the cost. Of what is right it describes nothing.
 */
export async function expectNoBarrier(page: Page): Promise<void> {
  expect(page.frames(), 'a page without frames').toHaveLength(1);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** Nor in Italian on a wide screen, nor in English on a phone; what the page shows stays as it was. */
export async function expectNoBarrierInEither(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await expectNoBarrier(page);
  await chooseLanguage(page, 'English');
  await page.setViewportSize(phone);
  await expectNoBarrier(page);
  await expectNoSidewaysScroll(page);
  if (wide) await page.setViewportSize(wide);
  await chooseLanguage(page, 'Italiano');
}

/** Nothing leaves the edge of the screen, so nobody has to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

/** As a reader does in the settings of the browser. */
export async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
}

/** Tabs until the control with this name, or of this type, has the focus; then presses a key. */
export async function tabTo(page: Page, wanted: string, key?: 'Enter' | 'Space'): Promise<void> {
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate((name) => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '');
      return (at instanceof HTMLInputElement && at.type === name) || label.trim() === name;
    }, wanted);
    if (!isThere) continue;
    if (key) await page.keyboard.press(key);
    return;
  }
  throw new Error(`The keyboard never came to ${wanted}.`);
}
