import { expect } from '@playwright/test';
import { expectNoBarrier } from './citizen.ts';
import { signInThere, test } from './own-provider.ts';
import { inviteColleague, signOut } from './staff.ts';

const minute = 60_000;

test('somebody invited comes in by the provider’s own pages, to the page that was asked for, and by them again', async ({ page, desk, provider }) => {
  await desk.startAt(Date.now(), provider.settings);
  const { email, link } = await inviteColleague({ baseURL: desk.url, role: 'auditor' });
  await page.goto('/unione/registro?azione=reveal');
  await page.getByRole('link', { name: provider.button }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Account dell’Unione' })).toBeVisible();
  await signInThere(page, email);
  await expect(page.getByRole('heading', { level: 1, name: 'Registro', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/unione\/registro\?azione=reveal$/);

  // Who left is asked anew, though the provider still knows them.
  await signOut(page);
  await page.getByRole('link', { name: provider.button }).click();
  await signInThere(page, email);
  await expect(page.getByRole('heading', { level: 1, name: 'Ciao Ines' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Questo link non vale più' })).toBeVisible();
});

test('whom the provider knows and the desk does not is told so, and who turns back there loses nothing', async ({ page, desk, provider }) => {
  await desk.startAt(Date.now(), provider.settings);
  await page.goto('/unione/personale');
  await page.getByRole('link', { name: provider.button }).click();
  await signInThere(page, 'sconosciuta@example.org');
  await expect(page.getByRole('alert')).toContainText('qui non hai un account.');
  await expect(page.getByRole('heading', { level: 1, name: 'Accesso del personale' })).toBeVisible();
  await expectNoBarrier(page);

  await page.getByRole('link', { name: provider.button }).click();
  await page.getByRole('link', { name: 'Torna indietro' }).click();
  await expect(page.getByRole('alert')).toContainText('non è riuscito');
  await page.getByRole('button', { name: /Amministratore Dimostrativo/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Personale', exact: true })).toBeVisible();
});

test('who has no password here confirms with the provider, in another tab, and the page goes on', async ({ page, context, desk, provider }) => {
  await desk.startAt(Date.now(), provider.settings);
  const { email } = await inviteColleague({ baseURL: desk.url });
  await page.goto('/scrivania/profilo');
  await page.getByRole('link', { name: provider.button }).click();
  await signInThere(page, email);
  await expect(page.getByRole('heading', { level: 1, name: 'Profilo e sicurezza' })).toBeVisible();
  await desk.startAt(Date.now() + 11 * minute, provider.settings);

  await page.getByRole('region', { name: 'App di autenticazione' }).getByRole('button', { name: 'Imposta l’app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Conferma che sei tu' });
  await expect(dialog).toContainText(email);
  await expect(dialog.getByLabel('Password*')).toHaveCount(0);
  const opening = context.waitForEvent('page');
  await dialog.getByRole('link', { name: provider.button }).click();
  const tab = await opening;
  await signInThere(tab, email);
  await expect(tab.getByRole('heading', { level: 1, name: 'Profilo e sicurezza' })).toBeVisible();
  await tab.close();
  // What a browser tells the page when its tab is in front again; without a screen, all tabs are.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('group', { name: 'Segreto', exact: true })).toBeVisible();
});
