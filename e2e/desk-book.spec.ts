import { expect, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, open } from './citizen.ts';
import { bookFor, countInput, idOf, nextMonday, otherTime, search, service, someone, times } from './desk-booking.ts';
import { mailTo } from './mailbox.ts';
import { signInAsDemo } from './staff.ts';

test.beforeEach(({ page }) => signInAsDemo(page, /Operatore Risposte/, '/scrivania'));

test('books by phone for somebody without e-mail, and prints the slip', async ({ page }) => {
  const counted = await countInput(page);
  // Nobody of that name is there from a former run.
  const family = `qu${[...String(Date.now())].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  const name = `rosa ${family}`;
  await page.getByRole('link', { name: 'Prenota', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Prenota per qualcuno' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Servizio' }).click();
  await page.keyboard.type('carta');
  await page.keyboard.press('Enter');
  await times(page).nth(2).click();
  await expect(search(page)).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Cognome', exact: true })).toHaveValue(new RegExp(family, 'i'));
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
  await expect(page.getByText('Non ha un’e-mail: nessun messaggio è partito.')).toBeVisible();
  const code = (await page.locator('.done-code').textContent()) ?? '';
  await page.getByRole('link', { name: 'Stampa promemoria' }).click();
  const slip = page.getByRole('article', { name: 'Promemoria da stampare' });
  await expect(slip).toContainText(code);
  await expect(slip).toContainText(new RegExp(name, 'i'));
  await expect(slip).toContainText('Telefono dell’ufficio');
  await expect(slip.getByRole('img', { name: 'Codice QR dell’appuntamento' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Stampa', exact: true })).toBeHidden();
  await expect(slip).toBeVisible();

  const { clicks, keys } = await counted();
  const besidesNames = clicks + keys - name.length;
  test.info().annotations.push({ type: 'input', description: `book by phone: ${clicks} clicks, ${keys} keystrokes, ${besidesNames} besides the name` });
  process.stdout.write(`book by phone and open the slip: ${besidesNames} clicks and keystrokes besides the name\n`);
  expect(besidesNames).toBeLessThanOrEqual(12);
});

test('the service of last time is there at once, and a known person is found with the next appointment', async ({ page }) => {
  await bookFor(page, 'Dino Merlo');
  await page.getByRole('link', { name: 'Prenota per un’altra persona' }).click();
  await expect(page.getByRole('combobox', { name: 'Servizio' })).toHaveValue(/Carta d/);
  await times(page).nth(4).click();
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('merlo');
  const found = page.getByRole('option', { name: /Dino Merlo/ });
  await expect(found).toContainText('Prossimo:');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Ha già un appuntamento/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
});

test('repeats the same time next week, or the nearest, with the keyboard alone', async ({ page }) => {
  await bookFor(page, 'Pina Gallo');
  await page.getByRole('link', { name: 'Ripeti la settimana prossima' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Riservato lo stesso orario|abbiamo riservato l’orario più vicino/)).toBeVisible();
  await expect(page.getByText('Pina Gallo')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Prenota', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
});

test('books with the keyboard alone', async ({ page }) => {
  await open(page, '/scrivania/prenota');
  await page.getByRole('combobox', { name: 'Servizio' }).focus();
  await page.keyboard.type('carta d');
  await page.keyboard.press('Enter');
  await times(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('aldo verdi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Telefono/ })).toBeFocused();
  await page.keyboard.type('0141 123456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
});

test('outside the hours it asks once, warns and books', async ({ page }) => {
  await open(page, `/scrivania/prenota?servizio=${service}&modalita=phone`);
  await otherTime(page, '19:00');
  await expect(page.getByText('non è tra gli orari di apertura.')).toBeVisible();
  await page.getByRole('button', { name: 'Usalo lo stesso' }).click();
  await expect(page.getByText('È fuori dall’orario di apertura.')).toBeVisible();
  await someone(page, 'Ezio Serra', '0141 123456');
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('dalle ore 19:00');
});

test('a refresh, another page and a session that ended lose nothing', async ({ page, context }) => {
  await open(page, `/scrivania/prenota?servizio=${service}&modalita=phone`);
  await times(page).nth(3).click();
  await someone(page, 'Nives Poggio', '0141 123456');
  await page.reload();
  await expect(page.getByText('Hai ripreso una prenotazione che non avevi finito.')).toBeVisible();
  await expect(page.getByText(/^Riservato fino alle/)).toBeVisible();
  await page.getByRole('link', { name: 'Richieste' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Richieste da confermare' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Cognome', exact: true })).toHaveValue('Poggio');
  await expect(page.getByText(/^Riservato fino alle/)).toBeVisible();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'La sessione è finita' });
  await dialog.getByLabel('Password*').fill('dimostrazione-aperta');
  await dialog.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
});

test('moves to the first time of tomorrow with one press, and the citizen reads it', async ({ page, baseURL }) => {
  const email = `sposta-${Date.now()}@example.org`;
  const { code } = await bookAppointment({ baseURL, service, channel: 'phone', email, daysAhead: 8 });
  await open(page, `/scrivania/prenota?sposta=${await idOf(page, code)}`);
  await page.getByRole('button', { name: /^Sposta a / }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento spostato' })).toBeVisible();
  await expect(page.getByText('L’avviso dello spostamento parte adesso per e-mail.')).toBeVisible();
  const mail = await mailTo(page.request, email, /spostat/i);
  expect(mail.text).toContain(code);
});

test('the page of booking has no barrier', async ({ page }) => {
  test.slow();
  await open(page, `/scrivania/prenota?servizio=${service}&modalita=desk`);
  await times(page).first().click();
  await someone(page, 'Ivo Sala', '');
  await page.getByRole('button', { name: 'Motivo, domande, note' }).click();
  await page.getByRole('button', { name: 'Un altro orario' }).click();
  await expectNoBarrierInEither(page);
});

test('what was booked, its slip, a move and the reasons have no barrier', async ({ page, baseURL }) => {
  test.slow();
  const { code } = await bookAppointment({ baseURL, service, channel: 'phone' });
  const id = await idOf(page, code);
  for (const address of [`/scrivania/prenota?fatto=${id}`, `/scrivania/appuntamenti/${id}/promemoria`, `/scrivania/prenota?sposta=${id}`, `/scrivania/perche?servizio=${service}&modalita=phone&inizio=${nextMonday()}T09:00:00Z`]) {
    await open(page, address);
    await expectNoBarrierInEither(page);
  }
});
