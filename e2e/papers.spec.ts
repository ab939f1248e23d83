import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { answerQuestions, comeToDetails, fillIn, ada, goOn, send } from './book-journey.ts';
import { expectNoBarrier, expectNoSidewaysScroll, open, phone } from './citizen.ts';
import { signInAsDemo } from './staff.ts';

/** A PDF of some size, told from any other by its words. */
const pdf = (words: string) => Buffer.from(`%PDF-1.4\n% ${words}\n${'0123456789abcdef\n'.repeat(20_000)}%%EOF\n`);

const papers = (page: Page) => page.getByRole('region', { name: 'Documenti', exact: true });
const picker = (within: Locator) => within.locator('input[type=file]');

async function saved(page: Page, press: Locator): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test('citizen and office give each other papers, byte by byte, and the citizen takes one back', async ({ page, browser, baseURL }) => {
  const { code, manage_token: token } = await bookAppointment({ baseURL, daysAhead: 14 });
  await page.setViewportSize(phone);
  await open(page, `/appuntamento/${code}#${token}`);
  await expect(papers(page)).toContainText('Non ci sono ancora documenti.');
  const plan = pdf('pianta');
  await picker(papers(page)).setInputFiles([
    { name: 'Pianta del cortile.pdf', mimeType: 'application/pdf', buffer: plan },
    { name: 'Sbagliato.pdf', mimeType: 'application/pdf', buffer: pdf('sbagliato') },
  ]);
  await expect(papers(page).getByRole('listitem')).toHaveCount(2);
  await expect(papers(page).getByRole('button', { name: 'Scarica Sbagliato.pdf' })).toBeVisible();
  await expect(papers(page).getByText('mandato da te').first()).toBeVisible();

  // What is no PDF is refused in plain words, and the notice goes away.
  await picker(papers(page)).setInputFiles({ name: 'pagina.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') });
  await expect(papers(page).getByRole('alert')).toContainText('non corrisponde al contenuto');
  await picker(papers(page)).setInputFiles({ name: 'programma.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
  await expect(papers(page).getByRole('alert').last()).toContainText('Questo tipo di file non si può mandare');
  await expectNoBarrier(page);
  await expectNoSidewaysScroll(page);
  await papers(page).getByRole('button', { name: 'Chiudi l’avviso su pagina.pdf' }).click();
  await papers(page).getByRole('button', { name: 'Chiudi l’avviso su programma.exe' }).click();
  await expect(papers(page).getByRole('alert')).toHaveCount(0);

  await papers(page).getByRole('button', { name: 'Togli Sbagliato.pdf' }).click();
  const question = page.getByRole('dialog', { name: 'Togliere questo documento?' });
  await expectNoBarrier(page);
  await question.getByRole('button', { name: 'Togli' }).click();
  await expect(papers(page).getByRole('listitem')).toHaveCount(1);

  const office = await browser.newContext();
  const desk = await office.newPage();
  await signInAsDemo(desk, /^Responsabile/);
  const shown = await desk.request.post('/api/v1/staff/people/search', { data: { words: code }, headers: { origin: baseURL ?? '' } });
  const appointmentId = /"next_appointment":\{"id":"([^"]+)"/.exec(await shown.text())?.[1] ?? '';
  await open(desk, `/scrivania/appuntamenti/${appointmentId}`);
  const copy = await saved(desk, papers(desk).getByRole('button', { name: 'Scarica Pianta del cortile.pdf' }));
  expect(copy.name).toBe('Pianta del cortile.pdf');
  expect(copy.content.equals(plan)).toBe(true);
  const receipt = pdf('ricevuta');
  await picker(papers(desk)).setInputFiles({ name: 'Ricevuta.pdf', mimeType: 'application/pdf', buffer: receipt });
  await expect(papers(desk).getByRole('button', { name: 'Scarica Ricevuta.pdf' })).toBeVisible();
  await expectNoBarrier(desk);
  await office.close();

  await page.reload();
  await expect(papers(page).getByText(/^dato da /)).toBeVisible();
  await expect(papers(page).getByRole('button', { name: 'Togli Ricevuta.pdf' })).toHaveCount(0);
  expect((await saved(page, papers(page).getByRole('button', { name: 'Scarica Ricevuta.pdf' }))).content.equals(receipt)).toBe(true);
});

test('a question of a booking is answered with a paper, which a refresh does not lose', async ({ page }) => {
  await comeToDetails(page, { service: 'certificato-destinazione-urbanistica', channel: 'video', nth: 2 });
  const question = page.getByRole('group', { name: /^Estratto di mappa o visura catastale/ });
  await picker(question).setInputFiles({ name: 'Mappa foglio 7.pdf', mimeType: 'application/pdf', buffer: pdf('mappa') });
  await expect(question.getByRole('button', { name: 'Togli Mappa foglio 7.pdf' })).toBeVisible();
  await expectNoBarrier(page);
  await page.reload();
  await expect(question.getByRole('button', { name: 'Togli Mappa foglio 7.pdf' })).toBeVisible();
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, { ...ada, 'E-mail': `${crypto.randomUUID()}@example.org` });
  await goOn(page);
  await expect(page.getByRole('main')).toContainText('Mappa foglio 7.pdf');
  await send(page);
  await page.getByRole('link', { name: /appuntamento/i }).filter({ visible: true }).first().waitFor();
  const link = page.getByRole('main').locator('a[href*="/appuntamento/"]').first();
  await link.click();
  await expect(papers(page)).toContainText('Mappa foglio 7.pdf');
  await expect(papers(page)).toContainText('risposta a una domanda');
});

test('a line that breaks is told, and the same file is sent again', async ({ page, baseURL }) => {
  const { code, manage_token: token } = await bookAppointment({ baseURL, daysAhead: 15 });
  await open(page, `/appuntamento/${code}#${token}`);
  await expect(picker(papers(page))).toBeAttached();
  await page.context().setOffline(true);
  await picker(papers(page)).setInputFiles({ name: 'Delega.pdf', mimeType: 'application/pdf', buffer: pdf('delega') });
  await expect(papers(page).getByRole('alert')).toContainText('La connessione si è interrotta');
  await page.context().setOffline(false);
  await papers(page).getByRole('button', { name: 'Riprova a mandare Delega.pdf' }).click();
  await expect(papers(page).getByRole('button', { name: 'Scarica Delega.pdf' })).toBeVisible();
  await expect(papers(page).getByRole('alert')).toHaveCount(0);
});
