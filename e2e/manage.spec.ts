import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { chooseLanguage, expectNoBarrier, expectNoSidewaysScroll, open, phone } from './citizen.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { startIn } from './wall-time.ts';

test('the link of the mail opens the appointment, which is moved, moved back and cancelled; each change is written by mail', async ({ page, request, baseURL }) => {
  const email = `${crypto.randomUUID()}@example.org`;
  // On a day of its own, so that the time it leaves is still free when it comes back.
  const { code } = await bookAppointment({ baseURL, email, daysAhead: 12 });
  await open(page, linkIn(await mailTo(request, email, /conferma/i)));
  expect(page.url()).toBe(`${baseURL}/appuntamento/${code}`);
  await expect(page.getByRole('main').getByText('Confermato', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('main').getByText(code, { exact: true }).filter({ visible: true })).toHaveCount(1);

  await chooseAnotherTime(page);
  await page.getByRole('button', { name: 'Conferma e sposta' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento spostato' })).toBeFocused();
  expect((await mailTo(request, email, /spostato/i)).ics).toContain('SEQUENCE:1');
  const [before = '', after = ''] = await page.getByRole('definition').allInnerTexts();
  await page.getByRole('button', { name: 'Torna all’orario di prima' }).click();
  await expect(page.getByRole('definition').nth(0)).toHaveText(after);
  await expect(page.getByRole('definition').nth(1)).toHaveText(before);

  await page.getByRole('button', { name: 'Annulla l’appuntamento' }).click();
  const question = page.getByRole('dialog', { name: 'Vuoi annullare l’appuntamento?' });
  await expect(question).toBeVisible();
  await expectNoBarrier(page);
  await question.getByLabel('Perché lo annulli?').fill('Non serve più');
  await question.getByRole('button', { name: 'Sì, annulla l’appuntamento' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento annullato' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Prenota un altro appuntamento' })).toHaveAttribute('href', /servizio=informazioni-scia&modalita=video/);
  await expect(page.getByRole('heading', { name: 'Quanto è stato facile usare questo servizio?' })).toBeVisible();
  expect((await mailTo(request, email, /annullato/i)).ics).toContain('METHOD:CANCEL');
});

test('who lost the link gets it again by code and e-mail, however the code is typed', async ({ page, request, baseURL }) => {
  const email = `${crypto.randomUUID()}@example.org`;
  const { code } = await bookAppointment({ baseURL, email });
  await open(page, '/appuntamento');
  await page.getByLabel('Codice dell’appuntamento').fill('K7QM');
  await page.getByRole('button', { name: 'Rimandami il link' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await page.getByLabel('Codice dell’appuntamento').fill(` ${code.toLowerCase().replace('-', ' ')}`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('button', { name: 'Rimandami il link' }).click();
  await expect(page.getByRole('heading', { name: 'Richiesta ricevuta' })).toBeFocused();
  await open(page, linkIn(await mailTo(request, email, /link/i)));
  await expect(page.getByRole('main').getByText(code, { exact: true }).filter({ visible: true })).toHaveCount(1);
});

test('a wrong link opens nothing, says what to do, and the right one opens in the same tab', async ({ page, baseURL }) => {
  const { code, manage_token } = await bookAppointment({ baseURL });
  await open(page, `/appuntamento/${code}#${'x'.repeat(40)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Questo link non apre nessun appuntamento' })).toBeVisible();
  expect(page.url()).toBe(`${baseURL}/appuntamento/${code}`);
  await expect(page.getByLabel('Codice dell’appuntamento')).toHaveValue(code);
  await expect(page.getByRole('main').getByRole('link', { name: '0141 000 010' })).toBeVisible();
  await page.goto(`/appuntamento/${code}#${manage_token}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Il mio appuntamento' })).toBeVisible();
  expect(page.url()).toBe(`${baseURL}/appuntamento/${code}`);
});

test('a browser that keeps nothing opens the link and moves the appointment all the same', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    const refuse = { get: () => { throw new DOMException('The operation is insecure.', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'sessionStorage', refuse);
  });
  // Another service than the journey above: they run side by side on one desk.
  const { code, manage_token } = await bookAppointment({ baseURL, service: 'certificati-anagrafici' });
  await open(page, `/appuntamento/${code}#${manage_token}`);
  await chooseAnotherTime(page);
  await page.getByRole('button', { name: 'Conferma e sposta' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento spostato' })).toBeFocused();
});

test('the calendar file is downloaded, and the printed page has all that a person needs', async ({ page, baseURL }) => {
  const { code, manage_token, starts_at } = await bookAppointment({ baseURL, channel: 'desk' });
  await open(page, `/appuntamento/${code}#${manage_token}`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Aggiungi al calendario' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toMatch(/\r\nUID:\S+\r\n/);
  expect(file).toContain('METHOD:PUBLISH');
  expect(startIn(file)).toBe(Date.parse(starts_at));

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Sposta' })).toBeHidden();
  await expect(page.getByRole('img', { name: /inquadra questo codice/ })).toBeVisible();
  await expect(page.getByText(code, { exact: true }).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText('0141 000 012').filter({ visible: true })).toHaveCount(1);
});

test('the link that is copied opens the appointment for who helps', async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { code, manage_token } = await bookAppointment({ baseURL, service: 'tributi-locali', daysAhead: 8 });
  await open(page, `/appuntamento/${code}#${manage_token}`);
  await page.getByRole('button', { name: 'Copia il link di questa pagina' }).click();
  await expect(page.getByText('Link copiato. Dallo solo a chi ti aiuta')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const helper = await browser.newPage();
  await open(helper, link);
  await expect(helper.getByRole('main').getByText(code, { exact: true }).filter({ visible: true })).toHaveCount(1);
  await helper.close();
});

test('the link of an English mail opens the site in English on a new device, until another language is chosen there', async ({ page, request, baseURL }) => {
  const email = `${crypto.randomUUID()}@example.org`;
  const { code } = await bookAppointment({ baseURL, email, service: 'tributi-locali', daysAhead: 9, language: 'en' });
  const link = linkIn(await mailTo(request, email, /confirmed/i));
  await open(page, link);
  await expect(page.getByRole('heading', { level: 1, name: 'My appointment' })).toBeVisible();
  expect(page.url()).toBe(`${baseURL}/appuntamento/${code}`);
  await open(page, '/servizi?q=scia');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await chooseLanguage(page, 'Italiano');
  await open(page, '/servizi?q=scia&lingua=de');
  await expect(page.getByRole('heading', { level: 1, name: 'Servizi' })).toBeVisible();
  expect(page.url()).toBe(`${baseURL}/servizi?q=scia`);
});

test('on a phone, in English, no page of an appointment has a barrier', async ({ page, baseURL }) => {
  await page.setViewportSize(phone);
  const { code, manage_token } = await bookAppointment({ baseURL, channel: 'phone' });
  await open(page, `/appuntamento/${code}#${manage_token}`);
  await expectNoBarrier(page);
  await chooseLanguage(page, 'English');
  await expect(page.getByRole('heading', { level: 1, name: 'My appointment' })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole('link', { name: 'Move the appointment' }).click();
  await page.getByRole('button', { name: /free times?$/ }).first().click();
  await expectNoBarrier(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

/** Another time, with the keyboard alone; stops where old and new are compared. */
async function chooseAnotherTime(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sposta l’appuntamento' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sposta l’appuntamento' })).toBeFocused();
  await page.getByRole('button', { name: /orari liberi$/ }).nth(1).press('Enter');
  await page.getByRole('group', { name: /Mattina|Pomeriggio/ }).getByRole('button').last().press('Enter');
  await expect(page.getByRole('heading', { name: 'Controlla e conferma' })).toBeFocused();
}
