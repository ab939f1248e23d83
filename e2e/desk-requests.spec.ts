import { expect, type Page } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, open } from './citizen.ts';
import { mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';
import { signInAsDemo } from './staff.ts';

const service = 'carta-identita-elettronica';
const moderated = `UPDATE service_channels SET moderated = 1 WHERE channel = 'phone' AND service_id = (SELECT id FROM services WHERE slug = '${service}')`;

test.beforeEach(async ({ page, desk }) => {
  await desk.startAt(Date.now());
  desk.change(moderated);
  await signInAsDemo(page, /Operatore Risposte/, '/scrivania');
});

test('a request is approved where it stands, and the confirmation leaves', async ({ page, baseURL }) => {
  test.slow();
  const email = `approva-${Date.now()}@example.org`;
  await bookAppointment({ baseURL, service, channel: 'phone', email });
  await open(page, '/scrivania/richieste');
  await expectNoBarrierInEither(page);
  await card(page).getByRole('button', { name: 'Mostra risposte e dettagli' }).click();
  await card(page).getByRole('button', { name: 'Approva' }).click();
  await expect(card(page).getByRole('button', { name: 'Sì, approva' })).toBeFocused();
  await expectNoBarrierInEither(page);
  await card(page).getByRole('button', { name: 'Sì, approva' }).click();
  await expect(page.getByText('Approvato: Ada Rossi.')).toBeVisible();
  await expect(page.getByText('Nessuna richiesta in attesa.')).toBeVisible();
  await mailTo(page.request, email, /confermat/i);
});

test('a request is refused with a reason that the citizen reads', async ({ page, baseURL }) => {
  const email = `rifiuta-${Date.now()}@example.org`;
  await bookAppointment({ baseURL, service, channel: 'phone', email });
  await open(page, '/scrivania/richieste');
  await card(page).getByRole('button', { name: 'Rifiuta' }).click();
  await page.keyboard.type('Prima serve la denuncia di smarrimento.');
  await card(page).getByRole('button', { name: 'Rifiuta e avvisa' }).click();
  await expect(page.getByText('Rifiutato: Ada Rossi.')).toBeVisible();
  expect((await mailTo(page.request, email, /non accettata/)).text).toContain('denuncia di smarrimento');
});

test('another time is proposed, and both stay free for the person', async ({ page, baseURL }) => {
  const email = `proponi-${Date.now()}@example.org`;
  await bookAppointment({ baseURL, service, channel: 'phone', email });
  await open(page, '/scrivania/richieste');
  await card(page).getByRole('button', { name: 'Proponi un altro orario' }).click();
  await page.getByRole('toolbar', { name: 'Orari liberi' }).getByRole('button').first().click();
  await expectNoBarrierInEither(page);
  await card(page).getByRole('button', { name: 'Manda la proposta' }).click();
  await expect(page.getByText('Proposta mandata a Ada Rossi.')).toBeVisible();
  await expect(card(page)).toContainText('Hai proposto');
  await mailTo(page.request, email, /propone un altro orario/);
});

test('a request that a colleague decided meanwhile is said to be decided', async ({ page, baseURL, context }) => {
  await bookAppointment({ baseURL, service, channel: 'phone' });
  await open(page, '/scrivania/richieste');
  await card(page).getByRole('button', { name: 'Approva' }).click();
  const second = await context.newPage();
  await open(second, '/scrivania/richieste');
  await card(second).getByRole('button', { name: 'Rifiuta' }).click();
  await card(second).getByRole('button', { name: 'Rifiuta e avvisa' }).click();
  await expect(second.getByText('Rifiutato: Ada Rossi.')).toBeVisible();
  await expect(page.getByText('Nessuna richiesta in attesa.')).toBeVisible();
});

function card(page: Page) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Ada Rossi' }) });
}
