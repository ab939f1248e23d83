import { expect, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoBarrierInEither } from './citizen.ts';
import { signInAsDemo } from './staff.ts';
import { onTheWall } from './wall-time.ts';

test('an official reads an appointment and reveals the contacts; the trail tells the administrator, and the auditor with covered values', async ({ page, browser, baseURL }) => {
  const email = `rivelata-${Date.now()}@example.org`;
  const { starts_at, code } = await bookAppointment({ baseURL: baseURL ?? '', email });
  const day = starts_at.slice(0, 10);
  await signInAsDemo(page, /Amministratore/, `/scrivania?giorno=${day}`);
  await expect(page.getByRole('heading', { level: 2 })).toContainText(onTheWall(starts_at).day);
  await expectNoBarrier(page);
  const row = page.getByRole('listitem').filter({ has: page.getByText(onTheWall(starts_at).time, { exact: true }) }).filter({ hasText: 'Ada Rossi' });
  await row.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Appuntamento / })).toBeFocused();
  await expectNoBarrierInEither(page);
  expect(code).toBeTruthy();

  await page.getByRole('link', { name: 'Ada Rossi' }).click();
  const contacts = page.getByRole('region', { name: 'Contatti' });
  await expect(contacts).toContainText('*');
  await contacts.getByRole('button', { name: 'Mostra i contatti' }).click();
  await expect(contacts).toContainText('@example.org');
  await expect(contacts).toContainText('la consultazione è registrata');
  await expectNoBarrierInEither(page);
  const personId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await page.goto('/unione/registro');
  await page.getByLabel('Azione', { exact: true }).selectOption({ label: 'Dati mostrati per intero' });
  await page.getByLabel('Identificativo').fill(personId);
  await page.getByRole('button', { name: 'Cerca' }).click();
  await expect(page).toHaveURL(/azione=reveal/);
  await page.getByRole('link', { name: /^Apri la voce: Dati mostrati per intero: persona/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dati mostrati per intero: persona' })).toBeFocused();
  await expect(page.getByRole('main')).toContainText(personId);
  await expectNoBarrierInEither(page);

  const auditor = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'it-IT' })).newPage();
  await signInAsDemo(auditor, /Revisore/, '/unione/registro?azione=reveal');
  await auditor.getByRole('link', { name: /^Apri la voce/ }).first().click();
  await expect(auditor.getByRole('heading', { level: 1 })).toBeVisible();
  await auditor.goto('/unione/personale');
  await expect(auditor.getByRole('link', { name: 'Invita una persona' })).toHaveCount(0);
  await auditor.goto(`/scrivania/persone/${personId}`);
  await expect(auditor.getByRole('region', { name: 'Contatti' })).toBeVisible();
  await expect(auditor.getByRole('button', { name: 'Mostra i contatti' })).toHaveCount(0);
  await auditor.context().close();
});

test('a search without results says so, and its filters can be taken away', async ({ page }) => {
  await signInAsDemo(page, /Amministratore/, '/unione/registro?dal=2020-01-01&al=2020-01-02');
  await expect(page.getByText('Nessuna voce corrisponde alla ricerca.')).toBeVisible();
  await page.getByRole('link', { name: 'Togli i filtri' }).click();
  await expect(page.getByRole('table', { name: 'Voci trovate' })).toBeVisible();
  await expect(page.getByLabel('Dal', { exact: true })).toHaveValue('');
});
