import { expect, test } from '@playwright/test';
import { chooseLanguage, enlargeText, expectNoBarrier, expectNoSidewaysScroll, open, phone } from './citizen.ts';
import { publicPages } from './pages.ts';

for (const [name, address] of Object.entries(publicPages)) {
  test(`${name}: no barrier on a wide screen and on a phone, in Italian and in English`, async ({ page }) => {
    await open(page, address);
    await expectNoBarrier(page);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);

    await page.setViewportSize(phone);
    await chooseLanguage(page, 'English');
    await expectNoBarrier(page);

    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 640, height: 800 });
    await enlargeText(page);
    await expectNoSidewaysScroll(page);
  });
}

test('what opens on a page of a phone has no barrier either', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, '/domande-frequenti');
  await page.getByRole('button', { name: 'Come funziona la videochiamata?' }).click();
  await expect(page.getByText('Non devi installare nulla.')).toBeVisible();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('radio', { name: '2 stelle su 5' }).check();
  await expect(page.getByRole('group', { name: 'Dove hai incontrato le maggiori difficoltà?' })).toBeVisible();
  await expectNoBarrier(page);
});

test('a refused form has no barrier either', async ({ page }) => {
  await open(page, '/segnala');
  await page.getByRole('button', { name: 'Invia la segnalazione' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await expectNoBarrier(page);
});
