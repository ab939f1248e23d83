import { expect, test } from '@playwright/test';
import { chooseLanguage, open, phone } from './citizen.ts';

test('a citizen finds the SCIA by its name and comes to its booking', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('searchbox', { name: 'Di che cosa hai bisogno?' }).fill('scia');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'per “scia”' })).toBeVisible();
  await page.getByRole('link', { name: 'Informazioni su una SCIA' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Informazioni su una SCIA' })).toBeFocused();
  for (const section of ['A chi è rivolto', 'Come fare', 'Cosa serve', 'Cosa si ottiene', 'Tempi e scadenze', 'Accedi al servizio', 'Condizioni di servizio', 'Contatti']) {
    await expect(page.getByRole('main').getByRole('heading', { level: 2, name: section })).toBeVisible();
  }
  const access = page.getByRole('region', { name: 'Accedi al servizio' });
  await expect(access.getByRole('link', { name: 'Prenota appuntamento' })).toHaveAttribute('href', '/prenota?servizio=informazioni-scia');
  await expect(access.getByRole('link', { name: 'Prenota una videochiamata' })).toHaveAttribute('href', '/prenota?servizio=informazioni-scia&modalita=video');
});

test('own words and a slip of the finger find it too', async ({ page }) => {
  await open(page, '/servizi?q=voglio+aprire+un+negozzio');
  await expect(page.getByRole('link', { name: "Avvio o cessazione di un'attività" })).toBeVisible();
});

test('a search without results offers the phone and all services', async ({ page }) => {
  await open(page, '/servizi?q=zzzzz');
  const main = page.getByRole('main');
  await expect(main.getByRole('status')).toHaveText('Nessun servizio per “zzzzz”');
  await expect(main.getByRole('link', { name: '0141 000 010', exact: true })).toHaveAttribute('href', 'tel:+390141000010');
  await main.getByRole('link', { name: 'Guarda tutti i servizi' }).click();
  await expect(page).toHaveURL('/servizi');
});

test('filters stand in the address: back, reload and a shared link show the same list', async ({ page }) => {
  await open(page, '/servizi');
  await page.getByRole('combobox', { name: 'Ufficio' }).selectOption('Amico digitale');
  await expect(page).toHaveURL('/servizi?ufficio=amico-digitale');
  await page.getByRole('combobox', { name: 'Come vuoi incontrarci' }).focus();
  await page.getByRole('combobox', { name: 'Come vuoi incontrarci' }).selectOption('A domicilio');
  await expect(page).toHaveURL('/servizi?ufficio=amico-digitale&modalita=home');
  await expect(page.getByRole('combobox', { name: 'Come vuoi incontrarci' })).toBeFocused();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('1 servizio trovato');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Ufficio' })).toHaveValue('amico-digitale');
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Come vuoi incontrarci' })).toHaveValue('');
});

test('the site speaks English to whoever asks for it, and remembers', async ({ page }) => {
  await open(page, '/servizi/informazioni-scia');
  await chooseLanguage(page, 'English');
  await expect(page.getByRole('heading', { level: 1, name: 'Information on a SCIA' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Who it is for' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Information on a SCIA' })).toBeVisible();
  await expect(page).toHaveTitle('Information on a SCIA - Virtual help desk');
});

test('a link from the site of a comune begins a booking', async ({ page }) => {
  await page.goto('/?comune=005066&servizio=informazioni-scia&modalita=video');
  await expect(page).toHaveURL(/\/prenota\?comune=005066&servizio=informazioni-scia&modalita=video$/);
});

test('what is not there says so, and what to do', async ({ page }) => {
  for (const address of ['/non-esiste', '/servizi/non-esiste', '/uffici/non-esiste', '/comuni/non-esiste', '/eventi-della-vita/non-esiste']) {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1, name: 'Pagina non trovata' })).toBeVisible();
  }
  await page.getByRole('main').getByRole('link', { name: 'Guarda tutti i servizi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Servizi' })).toBeFocused();
});

test('the menu of a phone works with the keyboard alone', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, '/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused();

  const menu = page.getByRole('button', { name: 'Menu' });
  const entry = page.getByRole('navigation', { name: 'Navigazione principale' }).getByRole('link', { name: 'Comuni' });
  await expect(entry).toBeHidden();
  while (!(await menu.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(entry).toBeHidden();
  await page.keyboard.press('Space');
  while (!(await entry.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Comuni' })).toBeFocused();
  await expect(entry).toBeHidden();
});
