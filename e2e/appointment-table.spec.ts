import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { signInAsDemo } from './staff.ts';

test('appointments leave the desk as a table; with names only for a reason, which the trail keeps', async ({ page, baseURL }) => {
  const { starts_at: start } = await bookAppointment({ baseURL });
  const day = start.slice(0, 10);
  await signInAsDemo(page, /Amministratore/, '/unione/appuntamenti');
  await expect(page.getByRole('navigation', { name: 'Pagine di «Dati e registri»' }).getByRole('link', { name: 'Appuntamenti in tabella' })).toHaveAttribute('aria-current', 'page');
  await page.getByLabel('Primo giorno*').fill(day);
  await page.getByLabel('Ultimo giorno*').fill(day);
  await expectNoBarrierInEither(page);

  const save = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Scarica la tabella' }).press('Enter')]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const workbook = await save();
  expect(workbook.name).toBe(`appuntamenti-${day}-${day}.xlsx`);
  expect(workbook.content.subarray(0, 2).toString()).toBe('PK'); // a package of ECMA-376 is a ZIP archive
  await expect(page.getByText('La tabella è stata scaricata.')).toBeVisible();

  await page.getByRole('radio', { name: /CSV/ }).check();
  expect((await save()).content.toString()).not.toContain('Ada');
  await page.getByRole('checkbox', { name: 'Aggiungi nomi, e-mail e telefoni' }).press('Space');
  await page.getByRole('button', { name: 'Scarica la tabella' }).click();
  await page.getByRole('link', { name: 'Scrivi perché servono: almeno qualche parola.' }).press('Enter');
  await page.keyboard.type('Accesso agli atti 12/2026');
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  expect((await save()).content.toString()).toContain(';Ada Rossi;');
  await expect(page.getByText('Contiene dati personali')).toBeVisible();

  await page.goto('/unione/registro?azione=export');
  await page.getByRole('link', { name: /Esportazione/ }).first().click();
  await expect(page.getByRole('row', { name: /motivo/ })).toContainText('Accesso agli atti 12/2026');
});
