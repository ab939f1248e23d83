import { expect, test } from '@playwright/test';
import { expectNoBarrier, expectNoSidewaysScroll, open, phone } from './citizen.ts';

test('without a connection the language stays as it is, says so, and changes by itself when the connection is back', async ({ page, context }) => {
  await page.setViewportSize(phone);
  await open(page, '/servizi');
  await expect(page.getByRole('heading', { level: 1, name: 'Servizi' })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'La lingua cambia da sola appena torna' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Servizi' })).toBeVisible();
  await expectNoBarrier(page);
  await expectNoSidewaysScroll(page);

  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeVisible();
  await expect(page.getByText('La lingua cambia da sola')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  // Whoever thinks better of it keeps what they read.
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Italiano' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Home' }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
