import { expect, type Locator, type Page } from '@playwright/test';
import type { OwnGoto } from './own-goto.ts';
import { signInAsDemo } from './staff.ts';

// How an administrator connects the account of the union at a vendor that stands beside the desk.

/** The setting of a desk whose vendor is on the same machine. */
export const beside = { VIDEO_PRIVATE_HOSTS: 'localhost' };

export function inUseNow(page: Page): Locator {
  return page.getByRole('region', { name: 'In uso adesso' });
}

export async function openVideo(page: Page): Promise<void> {
  await signInAsDemo(page, /Amministratore Dimostrativo/, '/unione/video');
  await expect(page.getByRole('heading', { level: 1, name: 'Videochiamate' })).toBeVisible();
}

export async function chooseGoto(page: Page, { host, clientId, clientSecret }: OwnGoto): Promise<void> {
  await page.getByRole('radio', { name: /^GoToMeeting/ }).check();
  await page.getByLabel('Client ID*').fill(clientId);
  await page.getByLabel('Client secret*').fill(clientSecret);
  // On a phone they open when asked for; here they are open.
  await page.getByLabel(/^Server di accesso/).fill(host);
  await page.getByLabel(/^Server delle riunioni/).fill(host);
  await page.getByRole('button', { name: 'Salva e prova' }).click();
  await expect(inUseNow(page)).toContainText('Da collegare');
}

export async function connectGoto(page: Page, goto: OwnGoto): Promise<void> {
  await openVideo(page);
  await chooseGoto(page, goto);
  await page.getByRole('button', { name: 'Collega l’account GoTo' }).click();
  await page.getByRole('link', { name: 'Consenti' }).click();
  await expect(inUseNow(page)).toContainText('Funziona');
}
