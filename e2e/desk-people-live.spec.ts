import { expect } from '@playwright/test';
import { inGroup, openBoard, openDay, openElsewhere } from './desk-day.ts';
import { test } from './own-desk.ts';
import { demoPassword } from './staff.ts';

// A desk of its own, which takes its time to start on a busy machine.
test.describe.configure({ timeout: 180_000 });

test('a corrected name is on the open board at once; to erase somebody a fresh sign-in is asked over what was filled in, and the board forgets the name', async ({ page, browser, desk }) => {
  const { names: [bruna] } = await openDay(desk);
  await openBoard(page);
  const other = await openElsewhere(browser, desk, /Amministratore/);
  await other.getByRole('link', { name: bruna }).click();
  await expect(other.getByRole('heading', { level: 1, name: `Appuntamento di ${bruna}` })).toBeVisible();
  await other.getByRole('link', { name: bruna, exact: true }).click();
  await other.getByRole('button', { name: 'Correggi i dati' }).click();
  await other.getByRole('textbox', { name: /^Cognome/ }).fill('Contini');
  await other.getByRole('button', { name: 'Salva le correzioni' }).click();
  await expect(other.getByText('Dati corretti.')).toBeVisible();
  await expect(inGroup(page, 'Da venire', 'Bruna Contini')).toBeVisible();

  desk.change('UPDATE staff_sessions SET authenticated_at = authenticated_at - 700000');
  await other.getByRole('button', { name: 'Cancella i dati…' }).click();
  const dialog = other.getByRole('dialog', { name: 'Cancellare i dati di Bruna Contini?' });
  await dialog.getByRole('checkbox', { name: 'Annulla anche questo appuntamento' }).check();
  await dialog.getByLabel(/^Scrivi CANCELLA/).fill('CANCELLA');
  await dialog.getByRole('button', { name: 'Cancella per sempre' }).click();
  const again = other.getByRole('dialog', { name: 'Conferma che sei tu' });
  await again.getByLabel('Password*').fill(demoPassword);
  await again.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(other.getByText('I dati della persona sono stati cancellati.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Contini');
  await other.context().close();
});
