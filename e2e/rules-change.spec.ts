import { expect } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { comeToSummary, expectConfirmed, goOn, send } from './book-journey.ts';
import { open } from './citizen.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';

// What the union changes while citizens are on the site; each journey has a desk of its own, so that no other sees it.

test('a request that an official must approve is sent and waits, and nothing says that it is confirmed', async ({ page, request, desk }) => {
  await desk.startAt(Date.now());
  desk.change(`UPDATE service_channels SET moderated = 1 WHERE channel = 'video' AND service_id = (SELECT id FROM services WHERE slug = ?)`, 'informazioni-scia');
  await comeToSummary(page, { service: 'informazioni-scia', channel: 'video' }, { 'E-mail': 'moderata@example.org' });
  await expect(page.getByText('L’ufficio guarda la richiesta e ti dice se va bene.')).toBeVisible();
  await send(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeFocused();
  await expect(page.getByRole('main')).not.toContainText(/confermato/i);

  const mail = await mailTo(request, 'moderata@example.org', /./);
  expect(mail.subject).toMatch(/^Richiesta di appuntamento ricevuta/);
  expect(mail.text).toContain('L’ufficio deve ancora confermarlo');
  expect(mail.subject + mail.text).not.toMatch(/confermato/i);
  expect(mail.ics).toContain('STATUS:TENTATIVE');

  await open(page, linkIn(mail));
  await expect(page.getByRole('main').getByText('In attesa di conferma', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByRole('main')).not.toContainText('Confermato');
});

test('a privacy notice that is replaced while somebody books is shown, and after it the request goes on with all its answers', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  await comeToSummary(page, { service: 'informazioni-scia', channel: 'video' }, { 'E-mail': 'privacy@example.org' });
  const text = JSON.stringify({ it: 'Una nuova informativa.', en: 'A new notice.' });
  desk.change('INSERT INTO privacy_notices (id, version, text, valid_from) VALUES (?, ?, ?, ?)', crypto.randomUUID(), 'nuova', text, Date.now() - 1000);
  await send(page);
  await expect(page.getByText('L’informativa sulla privacy è cambiata')).toBeInViewport();
  const notice = page.getByRole('checkbox', { name: 'Ho letto e compreso l’informativa sulla privacy' });
  await expect(notice).not.toBeChecked();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Leggi l’informativa sulla privacy' }).click();
  await expect((await opened).getByText('Una nuova informativa.')).toBeVisible();
  await notice.check();
  await goOn(page);
  await expect(page).toHaveURL(/\/prenota\/riepilogo/);
  await expect(page.getByRole('region', { name: 'Richiedente' })).toContainText('Ada Rossi');
  await send(page);
  await expectConfirmed(page);
});

test('an appointment at a place where nobody receives any more is moved to another place', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const { code, manage_token, place } = await bookAppointment({ baseURL: desk.url, channel: 'desk' });
  desk.change('DELETE FROM service_channel_places WHERE place_id = ?', place?.id ?? '');
  await open(page, `/appuntamento/${code}#${manage_token}`);
  await page.getByRole('link', { name: 'Sposta l’appuntamento' }).click();
  await page.getByRole('button', { name: /orari liberi$/ }).first().click();
  await page.getByRole('group', { name: /Mattina|Pomeriggio/ }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Conferma e sposta' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento spostato' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'I dati dell’appuntamento' })).not.toContainText(place?.name ?? '');
});
