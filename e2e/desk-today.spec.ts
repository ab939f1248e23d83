import { expect } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { inGroup, openBoard, openDay, openElsewhere } from './desk-day.ts';
import { test } from './own-desk.ts';
import { demoPassword } from './staff.ts';

// Each journey has a desk of its own, which takes its time to start on a busy machine.
test.describe.configure({ timeout: 120_000 });

/** What somebody saved is on the other screens before they look up. */
const aSecond = { timeout: 1_000 };

test('one press marks somebody arrived, the other browser sees it within a second, and a press takes it back', async ({ page, browser, desk }) => {
  const { names: [bruna] } = await openDay(desk);
  await openBoard(page);
  const other = await openElsewhere(browser, desk);
  await expect(inGroup(other, 'Da venire', bruna)).toContainText('Informazioni su una SCIA');

  await page.getByRole('button', { name: `Segna arrivato: ${bruna}` }).click();
  await expect(page.getByText(`Arrivato: ${bruna}.`)).toBeVisible();
  await expect(inGroup(other, 'In attesa', bruna)).toContainText('appena arrivato', aSecond);
  await expect(inGroup(page, 'In attesa', bruna)).toBeVisible();

  await page.getByRole('button', { name: `Annulla: Arrivato: ${bruna}.` }).click();
  await expect(page.getByText(`Rimesso tra quelli da venire: ${bruna}.`)).toBeVisible();
  await expect(inGroup(other, 'Da venire', bruna)).toBeVisible(aSecond);

  await other.getByRole('button', { name: `Segna arrivato: ${bruna}` }).dblclick();
  await expect(inGroup(page, 'In attesa', bruna)).toBeVisible();
  await page.getByRole('button', { name: `Togli arrivo: ${bruna}` }).click();
  await expect(inGroup(other, 'Da venire', bruna)).toBeVisible();
  await other.context().close();
});

test('who comes without an appointment is served: two fields and Enter, then begun, over, and what came of it', async ({ page, desk }) => {
  await openDay(desk);
  await openBoard(page);
  const form = page.getByRole('region', { name: /^Senza appuntamento/ });
  await form.getByLabel('Nome e cognome*').press('Enter');
  await expect(form.getByText('Scegli il servizio.')).toBeVisible();
  await form.getByLabel('Servizio*').selectOption({ index: 1 });
  await form.getByLabel('Nome e cognome*').fill('Elio Prova');
  await form.getByLabel('Nome e cognome*').press('Enter');
  await expect(inGroup(page, 'In attesa senza appuntamento', 'Elio Prova')).toContainText('appena arrivato');
  await expect(form.getByLabel('Nome e cognome*')).toBeFocused();

  await page.getByRole('button', { name: 'Inizia: Elio Prova' }).click();
  await page.getByRole('button', { name: 'Concludi: Elio Prova' }).click();
  await expect(inGroup(page, 'Conclusi', 'Elio Prova')).toBeVisible();
  await page.getByRole('button', { name: 'Scrivi l’esito', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Com’è andata con Elio Prova' });
  await dialog.getByLabel(/^Esito/).fill('Consegnato il modulo.');
  await dialog.getByLabel(/^Prossimo passo/).fill('Torna con la marca da bollo.');
  await dialog.getByRole('button', { name: 'Salva l’esito' }).click();
  await expect(page.getByText('Esito salvato: Elio Prova.')).toBeVisible();

  await inGroup(page, 'Conclusi', 'Elio Prova').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento di Elio Prova' })).toBeFocused();
  await expect(page.getByText('Torna con la marca da bollo.')).toBeVisible();
  await page.getByLabel('Nuova nota*').fill('Aveva fretta.');
  await page.getByRole('button', { name: 'Aggiungi la nota' }).click();
  await expect(page.getByText('Nota aggiunta.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Note interne' }).getByRole('listitem')).toContainText('Aveva fretta.');
  await expect(page.getByRole('region', { name: 'Che cosa è successo' })).toContainText('Arrivato senza appuntamento');
  await expectNoBarrierInEither(page);
});

test('a second tab uses the stream of the first, and goes on with one of its own when the first is closed', async ({ page, context, browser, desk }) => {
  const { names: [bruna, carlo] } = await openDay(desk);
  let streams = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/staff/live')) streams += 1;
  });
  await openBoard(page);
  const second = await context.newPage();
  await second.goto('/scrivania');
  await expect(inGroup(second, 'Da venire', bruna)).toBeVisible();
  const other = await openElsewhere(browser, desk);

  await other.getByRole('button', { name: `Segna arrivato: ${bruna}` }).click();
  await expect(inGroup(second, 'In attesa', bruna)).toBeVisible();
  expect(streams).toBe(1);

  await page.close();
  await expect.poll(() => streams).toBe(2);
  await other.getByRole('button', { name: `Segna arrivato: ${carlo}` }).click();
  await expect(inGroup(second, 'In attesa', carlo)).toBeVisible();
  await other.context().close();
});

test('a session that is ended elsewhere asks to sign in within five seconds; what was typed is still there, and the board goes on', async ({ page, browser, desk }) => {
  const { names: [bruna] } = await openDay(desk);
  await openBoard(page);
  const name = page.getByRole('region', { name: /^Senza appuntamento/ }).getByLabel('Nome e cognome*');
  await name.fill('Elio Prova');

  const other = await openElsewhere(browser, desk, /Operatore Risposte/);
  await other.goto('/scrivania/profilo');
  const sessions = other.getByRole('region', { name: 'Dove sono collegato' });
  await sessions.getByRole('button', { name: /^Scollega (?!tutti)/ }).click();
  const dialog = page.getByRole('dialog', { name: 'La sessione è finita' });
  await expect(dialog).toBeVisible({ timeout: 5_000 });

  await dialog.getByLabel('Password*').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(name).toHaveValue('Elio Prova');
  await other.goto('/scrivania');
  await other.getByRole('button', { name: `Segna arrivato: ${bruna}` }).click();
  await expect(inGroup(page, 'In attesa', bruna)).toBeVisible();
  await other.context().close();
});

test('without a network the board says how old it is and that nothing was saved; back again, it catches up and the press is repeated', async ({ page, context, browser, desk }) => {
  const { names: [bruna, carlo] } = await openDay(desk);
  await openBoard(page);
  const other = await openElsewhere(browser, desk);
  await context.setOffline(true);
  await expect(page.getByText(/^Sei senza rete: quello che vedi è delle \d\d:\d\d/)).toBeVisible();
  await page.getByRole('button', { name: `Segna arrivato: ${bruna}` }).click();
  await expect(page.getByRole('alert')).toContainText(`Non salvato: manca la rete. ${bruna} risulta ancora «Confermato».`);
  await other.getByRole('button', { name: `Segna arrivato: ${carlo}` }).click();
  await expect(inGroup(other, 'In attesa', carlo)).toBeVisible();
  await expectNoBarrier(page);

  await context.setOffline(false);
  await expect(inGroup(page, 'In attesa', carlo)).toBeVisible();
  await expect(page.getByText('Sei senza rete')).toBeHidden();
  await page.getByRole('button', { name: `Riprova: ${bruna}` }).click();
  await expect(inGroup(other, 'In attesa', bruna)).toBeVisible();
  await other.context().close();
});

test('of two officials the second is told who was faster, and sees how it stands', async ({ page, browser, desk }) => {
  const { names: [bruna] } = await openDay(desk);
  await page.route('**/api/v1/staff/live', (route) => route.abort());
  await page.goto('/scrivania/accesso');
  await page.getByRole('button', { name: /Operatore Risposte/ }).click();
  await expect(inGroup(page, 'Da venire', bruna)).toBeVisible();
  const other = await openElsewhere(browser, desk);
  await other.getByRole('button', { name: `Segna arrivato: ${bruna}` }).click();
  await other.getByRole('button', { name: `Inizia: ${bruna}` }).click();
  await expect(inGroup(other, 'In corso', bruna)).toBeVisible();

  await page.getByRole('button', { name: `Segna arrivato: ${bruna}` }).click();
  await expect(page.getByRole('alert')).toContainText(/^Nel frattempo Responsabile .* l’ha cambiato \(ore \d\d:\d\d\): ora Bruna Conti risulta «In corso»\./);
  await expect(inGroup(page, 'In corso', bruna)).toBeVisible();
  await other.context().close();
});

test('with the keyboard alone: somebody is marked arrived, and the focus stays with them', async ({ page, desk }) => {
  const { names: [bruna] } = await openDay(desk);
  await openBoard(page);
  await page.getByRole('navigation', { name: 'Riepilogo del giorno' }).getByRole('link', { name: /da venire$/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 3, name: /^Da venire/ })).toBeFocused();
  const link = page.getByRole('link', { name: bruna });
  // Others are expected before.
  for (let presses = 0; presses < 60 && !(await link.evaluate((element) => element === document.activeElement)); presses += 1) await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: `Segna arrivato: ${bruna}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Inizia: ${bruna}` })).toBeFocused();
});

test('a delay is announced and taken back; whoever calls gets the number', async ({ page, browser, desk }) => {
  const { names: [bruna] } = await openDay(desk);
  await openBoard(page);
  const other = await openElsewhere(browser, desk, /Amministratore/);
  const panel = page.getByRole('region', { name: 'Ritardo' });
  await panel.getByRole('button', { name: 'Annuncia 15 min di ritardo: Operatrice dimostrativa 1' }).click();
  await expect(other.getByRole('list', { name: 'Ritardi annunciati' })).toContainText('15 minuti');
  await panel.getByRole('button', { name: 'Togli il ritardo: Operatrice dimostrativa 1' }).click();
  await expect(other.getByRole('list', { name: 'Ritardi annunciati' })).toBeHidden();

  await page.getByRole('button', { name: `Telefona: ${bruna}` }).click();
  await expect(page.getByRole('link', { name: '0141 123 456' })).toHaveAttribute('href', 'tel:+390141123456');
  await other.context().close();
});

test('no barrier on the board, on an appointment, on a Sunday; all of it fits a phone', async ({ page, desk }) => {
  const { names: [bruna], day } = await openDay(desk);
  await openBoard(page);
  await page.getByRole('button', { name: `Segna arrivato: ${bruna}` }).click();
  await expect(inGroup(page, 'In attesa', bruna)).toBeVisible();
  await expectNoBarrierInEither(page);
  await page.getByRole('link', { name: bruna }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Appuntamento di ${bruna}` })).toBeFocused();
  await expectNoBarrierInEither(page);
  await page.goto(`/scrivania?giorno=${sundayAfter(day)}`);
  await expect(page.getByText('È domenica: lo sportello è chiuso.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Prossimo giorno con appuntamenti: / })).toBeVisible();
  await expectNoBarrierInEither(page);
  await page.setViewportSize(phone);
  await page.goto('/scrivania');
  await expect(inGroup(page, 'In attesa', bruna)).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('an appointment is cancelled with a reason once it is said whether the person is told', async ({ page, desk }) => {
  const { names: [, , dina] } = await openDay(desk);
  await openBoard(page);
  await page.getByRole('link', { name: dina }).click();
  await page.getByRole('button', { name: 'Annulla l’appuntamento' }).click();
  const dialog = page.getByRole('dialog', { name: `Annullare l’appuntamento di ${dina}?` });
  await dialog.getByLabel(/^Motivo/).fill('L’ufficio è chiuso.');
  await dialog.getByRole('button', { name: 'Annulla l’appuntamento' }).click();
  await expect(dialog.getByText('Scegli se avvisare la persona.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Sì, con un messaggio' }).check();
  await dialog.getByRole('button', { name: 'Annulla l’appuntamento' }).click();
  await expect(page.getByText('Appuntamento annullato.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('L’ufficio è chiuso.');
});

function sundayAfter(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7 - date.getUTCDay());
  return date.toISOString().slice(0, 10);
}
