import { expect, type Page } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { tabTo } from './keyboard.ts';
import { test as ownDesk } from './own-desk.ts';
import { type OwnMailServer, test } from './own-mail-server.ts';
import { signInAsDemo } from './staff.ts';

const button = 'Manda un messaggio di prova';

function light(page: Page, title: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
}

async function tryMail(page: Page): Promise<void> {
  await page.getByRole('button', { name: button }).click();
}

async function fillIn(page: Page, { user, password }: OwnMailServer, port: number): Promise<void> {
  await page.getByLabel('Nome del server*').fill('localhost');
  await page.getByRole('radio', { name: /STARTTLS/ }).check();
  await page.getByLabel('Porta*').fill(String(port));
  await page.getByLabel('Utente').fill(user);
  await page.getByLabel('Password*').fill(password);
  await page.getByLabel('Indirizzo del mittente*').fill(user);
}

test('an administrator sets a mail server after a test, and the mail of a booking arrives there', async ({ page, desk, mailServer, baseURL }) => {
  // The demonstration keeps its mail: its data become those of a real desk, with the session that was begun.
  const settings = { CLOCK_OFFSET_MINUTES: '0', MAIL_PRIVATE_HOSTS: 'localhost', NODE_EXTRA_CA_CERTS: mailServer.authority };
  await desk.startAt(Date.now(), settings);
  await signInAsDemo(page, /Amministratore/, '/unione/posta');
  await expect(page.getByRole('main')).toContainText('restano nella casella dimostrativa');
  await expect(page.getByRole('button', { name: button })).toHaveCount(0);
  desk.change('UPDATE staff SET is_demo = 0');
  desk.change("DELETE FROM installation WHERE key = 'demo'");
  await desk.startAt(Date.now(), { ...settings, DEMO: 'off' });

  await page.goto('/unione');
  await expect(page.getByText(/Stato del sistema: .*non va/)).toBeVisible();
  await page.getByRole('link', { name: 'Guarda lo stato del sistema' }).click();
  await expect(light(page, 'Server di posta')).toContainText('Non va');
  await expect(light(page, 'Server di posta')).toContainText('le e-mail non arrivano a nessuno');
  await expectNoBarrier(page);
  await page.getByRole('link', { name: 'Vai al server di posta' }).click();

  await tryMail(page);
  await expect(page.getByText('Scrivi il nome del server.')).toBeVisible();

  await fillIn(page, mailServer, mailServer.silentPort);
  await tryMail(page);
  await expect(page.getByRole('button', { name: /Prova in corso/ })).toBeVisible();
  await expect(page.getByText('Il server non ha risposto in tempo.')).toBeVisible({ timeout: 25_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'Collegarsi e salutare' })).toContainText('Non riuscito');

  await page.getByLabel('Porta*').fill(String(mailServer.port));
  await page.getByLabel('Password*').fill('sbagliata');
  await tryMail(page);
  await expect(page.getByText('Il server non accetta utente e password.')).toBeVisible();
  await expectNoBarrierInEither(page);

  await page.getByLabel('Password*').fill(mailServer.password);
  await page.getByLabel('A chi mandare la prova').fill('prova@example.org');
  await tryMail(page);
  await expect(page.getByText('Il server ha preso il messaggio per prova@example.org.')).toBeVisible();
  expect(await mailServer.mailTo('prova@example.org')).toContain('sportello');
  await expectNoBarrier(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByText('Salvato. Da adesso le e-mail partono da qui')).toBeVisible();
  await expect(page.getByRole('region', { name: 'In uso adesso' })).toContainText('localhost');
  await expect(page.getByLabel(/^Password/)).toHaveValue('');

  await bookAppointment({ baseURL, email: 'ada.rossi@example.org' });
  expect(await mailServer.mailTo('ada.rossi@example.org')).toContain('From: ');

  await page.goto('/unione/stato');
  await page.getByRole('button', { name: 'Controlla adesso' }).click();
  await expect(light(page, 'Server di posta')).toContainText('localhost ci fa entrare.', { timeout: 20_000 });
  await expect(light(page, 'Messaggi da spedire')).toContainText('In ordine');
});

ownDesk('the page of lights tells everything in words, by keyboard and on a phone too', async ({ page, desk }) => {
  await desk.startAt(Date.now(), { CLOCK_OFFSET_MINUTES: '0', DISK_FREE_MB: '1000000000' });
  await signInAsDemo(page, /Amministratore/, '/unione/stato');
  await expect(page.getByRole('heading', { level: 1, name: 'Stato del sistema' })).toBeVisible();
  await expect(light(page, 'Disco')).toContainText('Non va');
  await expect(light(page, 'Disco')).toContainText('Che cosa fare: Chiedi a chi gestisce l’installazione di fare spazio');
  await expect(light(page, 'Banca dati')).toContainText('SQLite');
  await expect(light(page, 'Lavori in sottofondo')).toContainText('In ordine', { timeout: 60_000 });
  await tabTo(page, page.getByRole('button', { name: 'Controlla adesso' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Controlla adesso' })).toBeFocused();
  await expectNoBarrierInEither(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await expectNoBarrier(page);
});
