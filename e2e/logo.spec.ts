import { expect, type Page } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, open, phone, tabTo } from './citizen.ts';
import { morning } from './desk-calendars.ts';
import { test } from './own-desk.ts';
import { drawnSize, shield } from './pictures.ts';
import { signInAsDemo } from './staff.ts';

// The logo of the union, from the file of an office to the page of a citizen, and back.

const part = (page: Page) => page.getByRole('group', { name: 'Logo' });
const choose = (page: Page, name: string, buffer: Buffer) => part(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
const save = (page: Page) => page.getByRole('button', { name: 'Salva', exact: true }).click();
const inHeader = 'header .brand-logo';

test('an administrator shows the logo, a page that calls itself a picture does not replace it, and it is taken away and put back', async ({ page, desk, browser }) => {
  await desk.startAt(morning);
  await signInAsDemo(page, /Amministratore/, '/unione/dati');
  await expect(part(page)).toContainText('Non c’è un logo');
  await choose(page, 'stemma.png', await shield(page, '#c8102e'));
  await expect(part(page).getByRole('img', { name: 'Il logo' })).toHaveCount(2);
  await expect(part(page)).toContainText('I cittadini lo vedranno quando salvi questa pagina.');
  await expectNoBarrierInEither(page);

  const citizen = await (await browser.newContext({ baseURL: desk.url, locale: 'it-IT' })).newPage();
  await open(citizen, '/');
  await expect(citizen.locator(inHeader)).toHaveCount(0);
  await save(page);
  await expect(page.getByText('Salvato.')).toBeVisible();
  await expect(page.locator(inHeader)).toBeVisible();

  await open(citizen, '/');
  await expect.poll(() => drawnSize(citizen, inHeader)).toEqual({ width: 200, height: 240, isDrawn: true });
  // Its room is kept before it is there: the browser was told its size.
  await expect(citizen.locator(inHeader)).toHaveAttribute('height', '240');
  await expectNoBarrier(citizen);
  await citizen.setViewportSize(phone);
  await expectNoSidewaysScroll(citizen);

  await choose(page, 'logo.png', Buffer.from('<!doctype html><html><script>alert(1)</script></html>'));
  await expect(part(page).getByRole('alert')).toContainText('non è un’immagine PNG, JPEG o WebP');
  await expect(part(page).getByRole('alert')).toContainText('Resta il logo che vedi qui sopra.');
  await expectNoBarrier(page);
  await choose(page, 'foto.png', Buffer.alloc(20 * 1024 * 1024));
  await expect(part(page).getByRole('alert')).toContainText('più di 500 kB');

  await part(page).getByRole('button', { name: 'Togli il logo' }).click();
  await expect(part(page)).toContainText('Il logo sparirà dal sito quando salvi questa pagina.');
  await part(page).getByRole('button', { name: 'Tieni quello di prima' }).click();
  await expect(part(page).getByRole('img')).toHaveCount(2);
  await part(page).getByRole('button', { name: 'Togli il logo' }).click();
  await save(page);
  await expect(page.getByText('Salvato.')).toBeVisible();
  await open(citizen, '/');
  await expect(citizen.locator(inHeader)).toHaveCount(0);

  await page.getByRole('link', { name: 'Storia' }).click();
  await expect.poll(() => drawnSize(page, '.difference-logo')).toMatchObject({ isDrawn: true });
  await expectNoBarrier(page);
  await page.getByRole('button', { name: /Ripristina/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ripristina' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await open(citizen, '/');
  await expect.poll(() => drawnSize(citizen, inHeader)).toMatchObject({ isDrawn: true });
  await citizen.context().close();
});

test('the logo is chosen with the keyboard alone; in JPEG and WebP it is drawn as well', async ({ page, desk }) => {
  await desk.startAt(morning);
  await signInAsDemo(page, /Amministratore/, '/unione/dati');
  for (const type of ['image/jpeg', 'image/webp'] as const) {
    const buffer = await shield(page, '#1a5c2a', type);
    await page.getByRole('heading', { level: 1 }).click();
    const opening = page.waitForEvent('filechooser');
    await tabTo(page, type === 'image/jpeg' ? 'Scegli un’immagine' : 'Scegli un’altra immagine', 'Enter');
    await (await opening).setFiles({ name: 'stemma', mimeType: type, buffer });
    await expect.poll(() => drawnSize(page, '.logo-preview img')).toEqual({ width: 200, height: 240, isDrawn: true });
    await save(page);
    await expect(page.getByText('Salvato.')).toBeVisible();
    await expect.poll(() => drawnSize(page, inHeader)).toMatchObject({ isDrawn: true });
  }
});

test('when another administrator changed the union meanwhile, the chosen logo is not lost', async ({ page, desk, browser }) => {
  await desk.startAt(morning);
  await signInAsDemo(page, /Amministratore/, '/unione/dati');
  await choose(page, 'stemma.png', await shield(page, '#c8102e'));
  await expect(part(page).getByRole('img')).toHaveCount(2);

  const other = await (await browser.newContext({ baseURL: desk.url, locale: 'it-IT' })).newPage();
  await signInAsDemo(other, /Amministratore/, '/unione/dati');
  await other.getByLabel('Indirizzo della sede*').fill('Via della Prova 7, Mombercelli (AT)');
  await save(other);
  await expect(other.getByText('Salvato.')).toBeVisible();
  await other.context().close();

  await save(page);
  await expect(page.getByRole('main')).toContainText('Via della Prova 7');
  await expect(part(page).getByRole('img')).toHaveCount(2);
  await save(page);
  await expect(page.getByText('Salvato.')).toBeVisible();
  await expect(page.locator(inHeader)).toBeVisible();
});
