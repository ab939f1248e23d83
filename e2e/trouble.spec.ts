import { expect, test } from '@playwright/test';
import { open } from './citizen.ts';

test('without a connection the page says so, gives the phone number, and tries again', async ({ page, context }) => {
  await open(page, '/servizi');
  await context.setOffline(true);
  await page.getByRole('navigation', { name: 'Navigazione principale' }).getByRole('link', { name: 'Comuni' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Non riusciamo a collegarci' })).toBeFocused();
  await expect(page.getByRole('main').getByRole('link', { name: '0141 000 010' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Riprova' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Comuni' })).toBeVisible();
});

test('a browser that keeps nothing shows the same site', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = { get: () => { throw new DOMException('The operation is insecure.', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'sessionStorage', refuse);
  });
  await open(page, '/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Offices' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Offices' })).toBeFocused();
});

test('no page asks another site for anything, and none breaks the rules of its own', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const address of ['/', '/servizi/aiuto-spid', '/domande-frequenti', '/privacy', '/segnala']) await open(page, address);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});
