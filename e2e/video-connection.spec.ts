import { expect } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither } from './citizen.ts';
import { beside, chooseGoto, inUseNow, openVideo } from './goto-connection.ts';
import { test } from './own-goto.ts';

test('an administrator connects GoToMeeting, tries it, and goes back to the desk’s own room', async ({ page, desk, goto }) => {
  await desk.startAt(Date.now(), beside);
  await openVideo(page);
  await expect(inUseNow(page)).toContainText('Stanza dello sportello');
  await expect(page.getByText('Manca un server TURN.')).toBeVisible();
  await expectNoBarrier(page);

  await chooseGoto(page, goto);
  await expect(page.getByRole('textbox', { name: 'Indirizzo di ritorno' })).toHaveValue(`${desk.url}/unione/video/ritorno`);
  await expect(page.getByLabel(/^Client secret/)).toHaveValue('');
  await expect(page.getByText('Lascia vuoto per tenere quello salvato.')).toBeVisible();
  await expectNoBarrierInEither(page);

  await page.getByRole('button', { name: 'Collega l’account GoTo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Il tuo account GoTo' })).toBeVisible();
  await page.getByRole('link', { name: 'Consenti' }).click();
  await expect(page.getByText('Account collegato.')).toBeVisible();
  await expect(page).toHaveURL(`${desk.url}/unione/video`);
  await expect(inUseNow(page)).toContainText('riunioni@unione.example.org');
  await expect(inUseNow(page)).toContainText('Funziona');

  await page.getByRole('button', { name: 'Prova il collegamento' }).click();
  await expect(page.getByText('Il collegamento funziona.')).toBeVisible();
  await expectNoBarrier(page);

  await page.getByRole('button', { name: 'Scollega' }).click();
  const dialog = page.getByRole('dialog', { name: 'Scollegare GoToMeeting?' });
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Scollega' }).click();
  await expect(page.getByText('Scollegato: si usa la stanza dello sportello.')).toBeVisible();
  await expect(inUseNow(page)).toContainText('Stanza dello sportello');
});

test('who says no at the vendor’s, or comes back twice, changes nothing and is told so', async ({ page, desk, goto }) => {
  await desk.startAt(Date.now(), beside);
  await openVideo(page);
  await chooseGoto(page, goto);
  await page.getByRole('button', { name: 'Collega l’account GoTo' }).click();
  const allowing = await page.getByRole('link', { name: 'Consenti' }).getAttribute('href');
  await page.getByRole('link', { name: 'Annulla' }).click();
  await expect(page.getByRole('alert')).toContainText('non è stato consentito');
  await expect(page).toHaveURL(`${desk.url}/unione/video/ritorno`);
  await expectNoBarrier(page);

  await page.goto(allowing ?? '');
  await expect(page.getByText('Account collegato.')).toBeVisible();
  await page.goto(allowing ?? '');
  await expect(page.getByRole('alert')).toContainText('non vale più');
  await expect(page).toHaveURL(`${desk.url}/unione/video/ritorno`);
});

test('all of it goes by the keyboard, and a mistake leads to its field', async ({ page, desk }) => {
  await desk.startAt(Date.now(), beside);
  await openVideo(page);
  await page.getByRole('radio', { name: /^BigBlueButton/ }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Nome del server*').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Scrivi il nome del server.' })).toBeVisible();
  await page.getByRole('link', { name: 'Scrivi il nome del server.' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Nome del server*')).toBeFocused();
  await page.keyboard.type('https://bbb.example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.type('un segreto');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /^Scrivi solo il nome del server/ })).toBeVisible();
  await expectNoBarrier(page);
});
