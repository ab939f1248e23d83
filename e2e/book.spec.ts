import { expect, type Locator, test } from '@playwright/test';
import { ada, answerQuestions, comeToDetails, comeToSummary, comeToTimes, earliest, endHold, expectConfirmed, field, fillIn, goOn, send, takeTime } from './book-journey.ts';
import { open } from './citizen.ts';

const email = { 'E-mail': 'ada@example.org' };
const phoneNumber = { Telefono: '333 1234567' };

test('a citizen books a video call on a day of their choice, and takes the calendar file along', async ({ page }) => {
  const wish = { service: 'cila-e-scia-edilizia', channel: 'video' } as const;
  await comeToTimes(page, wish);
  const days = page.getByRole('region', { name: 'Oppure scegli un giorno' });
  await days.getByRole('listitem').last().getByRole('button').click();
  await expect(days.getByRole('heading', { name: /^Orari di / })).toBeFocused();
  await expect(page).toHaveURL(/giorno=\d{4}-\d\d-\d\d/);
  await days.getByRole('radio').last().check();
  await goOn(page);
  await expect(page.getByText('Orario riservato fino alle')).toBeVisible();
  await expect(field(page, 'Motivo')).toHaveValue('CILA e SCIA edilizia');
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, { ...ada, 'E-mail': 'video@example.org' });
  await goOn(page);
  await expect(page.getByRole('region', { name: 'Richiedente' })).toContainText('Ada Rossi');
  await send(page);

  await expectConfirmed(page);
  await expect(page.getByText('Abbiamo inviato il riepilogo all’email video@example.org')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Aggiungi al tuo calendario' }).click();
  expect((await download).suggestedFilename()).toMatch(/^[A-Z2-9-]{9}\.ics$/);
  await expect(page.getByRole('link', { name: 'Vedi, sposta o annulla l’appuntamento' })).toHaveAttribute('href', /^\/appuntamento\/[A-Z2-9-]{9}#./);
});

test('a citizen without e-mail books a phone call, and gets a link and a QR code to keep', async ({ page }) => {
  await comeToDetails(page, { service: 'informazioni-scia', channel: 'phone' });
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, ada);
  await goOn(page);
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await page.getByRole('link', { name: 'Scrivi il telefono' }).click();
  await expect(field(page, 'Telefono')).toBeFocused();
  await page.keyboard.type('0141 000 099');
  await expect(page.getByText('Senza e-mail non ti arriva nessun messaggio')).toBeVisible();
  await goOn(page);
  await send(page);

  await expectConfirmed(page);
  await expect(page.getByRole('img', { name: 'Codice QR con il link dell’appuntamento' })).toBeVisible();
  await expect(page.getByText('Abbiamo inviato')).toBeHidden();
});

test('a citizen books at the desk for a firm', async ({ page }) => {
  await comeToSummary(page, { service: 'occupazione-suolo-pubblico', channel: 'desk' }, email);
  await page.getByRole('link', { name: 'Modifica: Richiedente' }).click();
  await page.getByRole('radio', { name: 'Per un’impresa' }).check();
  await fillIn(page, { 'Nome dell’impresa': 'Bar Sport' });
  await page.getByRole('combobox', { name: 'Il tuo ruolo' }).selectOption('Professionista incaricato');
  await goOn(page);
  await expect(page.getByRole('region', { name: 'Richiedente' })).toContainText('Bar Sport (Professionista incaricato)');
  await send(page);
  await expectConfirmed(page);
});

test('a citizen books a visit at home, in the comune that was chosen, and reads the address again before and after sending', async ({ page }) => {
  const { service, channel } = { service: 'aiuto-digitale-a-domicilio', channel: 'home' } as const;
  await comeToDetails(page, { service, channel });
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, { ...ada, ...phoneNumber, 'Via e numero civico': 'Via Roma 1', 'Località o frazione': 'Vinchio' });
  await goOn(page);
  await page.getByRole('link', { name: /^Questo è un altro comune/ }).click();
  await expect(field(page, 'Località o frazione')).toBeFocused();
  await fillIn(page, { 'Località o frazione': 'Frazione Alta' });
  await goOn(page);
  await expect(page.getByRole('region', { name: 'Richiedente' })).toContainText('Via Roma 1, 14047 Frazione Alta (Mombercelli)');
  await send(page);
  await expectConfirmed(page);
  await expect(page.getByText('A casa tua: Via Roma 1, 14047 Frazione Alta')).toBeVisible();
});

test('what only the server knows to be wrong is shown beside its field, and mended there', async ({ page }) => {
  // A number without its first zero: only the plans of numbers tell that it rings nowhere.
  await comeToSummary(page, { service: 'permesso-di-costruire', channel: 'video' }, { 'E-mail': 'rifiuto@example.org', Telefono: '141 123456' });
  await send(page);
  await expect(page).toHaveURL(/\/prenota\/richiedente/);
  const mistakes = page.getByRole('group', { name: 'Controlla questi dati' });
  await expect(mistakes).toBeFocused();
  await mistakes.getByRole('link').click();
  await expect(field(page, 'Telefono')).toBeFocused();
  await expect(field(page, 'Telefono')).toHaveAttribute('aria-invalid', 'true');
  await field(page, 'Telefono').fill('0141 123456');
  await expect(mistakes).toBeHidden();
  await goOn(page);
  await send(page);
  await expectConfirmed(page);
});

test('at the end the service is rated, and the page is printed in large letters with its code and its QR code', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await comeToSummary(page, { service: 'tributi-locali', channel: 'phone', nth: 2 }, { Telefono: '333 7654321' });
  await send(page);
  await expectConfirmed(page);
  await page.getByRole('button', { name: 'Stampa in caratteri grandi' }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Stampa in caratteri grandi' })).toBeHidden();
  await expect(page.getByRole('img', { name: 'Codice QR con il link dell’appuntamento' })).toBeVisible();
  expect(await letterHeight(page.getByRole('main').getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/))).toBeGreaterThanOrEqual(24);
  expect(await letterHeight(page.getByRole('definition').first())).toBeGreaterThanOrEqual(20);
  await page.emulateMedia({ media: 'screen' });

  const panel = page.getByRole('region', { name: 'Quanto è stato facile usare questo servizio?' });
  await panel.getByRole('radio', { name: '5 stelle su 5' }).check();
  await panel.getByRole('button', { name: 'Invia' }).click();
  await expect(panel.getByRole('status')).toHaveText(/^Grazie/);
});

test('a time that somebody else takes meanwhile comes with the nearest free ones', async ({ page, request }) => {
  const wish = { service: 'oneri-e-diritti-edilizi', channel: 'video' } as const;
  await comeToTimes(page, wish);
  const chosen = earliest(page).nth(2);
  await chosen.check();
  await takeTime(request, wish, await chosen.inputValue());
  await goOn(page);
  const taken = page.getByRole('group', { name: 'L’orario è appena stato preso' });
  await expect(taken.getByRole('heading')).toBeFocused();
  await taken.getByRole('button').first().click();
  await expect(page).toHaveURL(/\/prenota\/dettagli/);
});

test('a held time that ends keeps the answers, and is held again with one tap', async ({ page, request }) => {
  await comeToSummary(page, { service: 'chiedi-al-punto-risposte', channel: 'video' }, email);
  await endHold(page, request);
  await send(page);
  await expect(page.getByRole('heading', { name: 'Il tempo è finito' })).toBeVisible();
  await page.getByRole('button', { name: /^Riserva di nuovo/ }).click();
  await expect(page.getByText('Orario riservato fino alle')).toBeVisible();
  await send(page);
  await expectConfirmed(page);
});

test('who needs more time gets it once', async ({ page }) => {
  await comeToDetails(page, { service: 'aiuto-spid', channel: 'video' });
  const until = await page.getByText('Orario riservato fino alle').textContent();
  await page.getByRole('button', { name: 'Ho bisogno di più tempo' }).click();
  await expect(page.getByRole('button', { name: 'Ho bisogno di più tempo' })).toBeHidden();
  await expect(page.getByText('Orario riservato fino alle').first()).not.toHaveText(until ?? '');
});

test('back and refresh lose nothing, and nobody gets past what is missing', async ({ page }) => {
  await comeToSummary(page, { service: 'tributi-locali', channel: 'phone', nth: 4 }, phoneNumber);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Richiedente' })).toContainText('Ada Rossi');
  await page.goBack();
  await expect(field(page, 'Cognome')).toHaveValue('Rossi');
  await field(page, 'Cognome').fill('');
  await page.goForward();
  await expect(page).toHaveURL(/\/prenota\/richiedente/);
  expect(page.url()).not.toMatch(/Ada|Rossi|333/);
});

test('after the booking nothing is left to send again', async ({ page }) => {
  await comeToSummary(page, { service: 'certificati-anagrafici', channel: 'video', nth: 3 }, { 'E-mail': 'back@example.org' });
  await send(page);
  await expectConfirmed(page);
  await page.goBack();
  await expect(page.getByText('Hai prenotato poco fa')).toBeVisible();
  await page.getByRole('link', { name: /^Vedi l’appuntamento/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento confermato' })).toBeVisible();
});

test('a request saved on the device is offered again, until it is forgotten', async ({ page, context }) => {
  await comeToDetails(page, { service: 'agibilita', channel: 'video', nth: 4 });
  await fillIn(page, { Dettagli: 'Ho una mansarda' });
  await answerQuestions(page);
  await page.getByRole('button', { name: 'Salva richiesta' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Salva qui' }).click();
  await expect(page.getByText('Richiesta salvata su questo dispositivo')).toBeVisible();

  const later = await context.newPage();
  await open(later, '/prenota');
  await later.getByRole('button', { name: 'Riprendi la richiesta' }).click();
  await expect(later).toHaveURL(/\/prenota\/richiedente/);
  await later.goto('/prenota');
  await later.getByRole('button', { name: 'Dimentica questa richiesta' }).click();
  await expect(later.getByText('La richiesta salvata è stata cancellata')).toBeVisible();
  expect(await later.evaluate(() => localStorage.getItem('sportello.saved-booking'))).toBeNull();
});

test('a browser that keeps nothing books all the same, and says that it cannot save the request', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = { get: () => { throw new DOMException('The operation is insecure.', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'sessionStorage', refuse);
  });
  await comeToSummary(page, { service: 'passo-carrabile-e-scavi', channel: 'video' }, { 'E-mail': 'senza@example.org' });
  await page.getByRole('button', { name: 'Salva richiesta' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Salva qui' }).click();
  await expect(page.getByText('Questo browser non permette di salvare')).toBeVisible();
  await send(page);
  await expectConfirmed(page);
  await page.getByRole('link', { name: 'Vedi, sposta o annulla l’appuntamento' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Il mio appuntamento' })).toBeVisible();
});

test('a link with strange words begins a booking all the same', async ({ page }) => {
  await open(page, '/prenota?comune=999999&servizio=informazioni-scia&modalita=fax');
  await expect(page.getByText('Una parte del link che hai seguito non è più valida')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Hai già scelto' })).toContainText('Informazioni su una SCIA');
});

/** How high the letters are, in pixels of the screen. */
function letterHeight(text: Locator): Promise<number> {
  return text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}
