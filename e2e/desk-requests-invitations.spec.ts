import { expect, test } from '@playwright/test';
import { expectNoBarrierInEither } from './citizen.ts';
import { mailTo } from './mailbox.ts';
import { signInAsDemo } from './staff.ts';

test('an invitation is made, its link shown once, and taken back', async ({ page }) => {
  test.slow();
  await signInAsDemo(page, /Operatore Risposte/, '/scrivania/inviti');
  await page.getByRole('link', { name: 'Nuovo invito' }).click();
  await page.getByRole('combobox', { name: 'Servizio' }).click();
  await page.keyboard.type('spid');
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox', { name: /^Nome, telefono o codice fiscale/ });
  await search.fill('Carla Ferri');
  await page.getByRole('option', { name: 'Nuova persona: Carla Ferri' }).click();
  const email = `invito-${Date.now()}@example.org`;
  await page.getByRole('textbox', { name: /^E-mail/ }).fill(email);
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'Crea l’invito' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Invito creato' })).toBeVisible();
  await expect(page.getByText('Il link parte adesso per e-mail.')).toBeVisible();
  await expect(page.locator('code')).toContainText('#');
  await expectNoBarrierInEither(page);
  const link = (await page.locator('code').textContent()) ?? '';
  expect((await mailTo(page.request, email, /./)).text).toContain(link);

  await page.getByRole('link', { name: 'Torna agli inviti' }).click();
  await expect(page.getByText(link)).toHaveCount(0);
  await page.getByRole('button', { name: /^Revoca l’invito/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Revocare l’invito?' });
  await dialog.getByRole('button', { name: 'Revoca' }).click();
  await expect(page.getByText('Invito revocato.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Carla Ferri/ })).toContainText('Revocato');
  await expectNoBarrierInEither(page);
});
