import { expect } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';
import { signInAsDemo } from './staff.ts';

test('the union says a message in its own words, sees first how it reads, and the citizen gets it', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  await signInAsDemo(page, /Amministratore/, '/unione/testi');
  await page.getByRole('link', { name: 'Scrivi un messaggio con parole vostre' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Nuovo testo di un messaggio' })).toBeFocused();
  await page.getByLabel('Quale messaggio*').selectOption('Appuntamento confermato');
  await page.getByRole('button', { name: 'Parti dal testo di serie' }).click();
  const subject = page.getByLabel('Oggetto (italiano)');
  await expect(subject).toHaveValue('Appuntamento confermato: {quando}');

  await subject.fill('Ti aspettiamo, {nomme}');
  await expect(page.getByText('Questi segnaposto non esistono: {nomme}.')).toBeVisible();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('Non sappiamo che cosa mettere al posto di {nomme}.').first()).toBeVisible();
  await expectNoBarrierInEither(page);

  await subject.fill('Ti aspettiamo {quando}, {nome}');
  await page.getByRole('button', { name: 'Anteprima in italiano' }).click();
  await expect(page.getByText(/^Oggetto: Ti aspettiamo \p{L}+ \d.*, Nome$/u)).toBeVisible();
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento confermato' })).toBeVisible();

  const email = `parole-${Date.now()}@example.org`;
  await bookAppointment({ baseURL: desk.url, email });
  await mailTo(page.request, email, /^Ti aspettiamo .*, Ada$/);
});
