import { expect, type Page, test } from '@playwright/test';
import { comeToTimes, expectConfirmed, field } from './book-journey.ts';
import { chooseLanguage, expectNoBarrier, expectNoSidewaysScroll, open, phone, tabTo } from './citizen.ts';

const texts = {
  Italiano: { next: 'Avanti', send: 'Invia', confirm: 'Conferma e invia', save: 'Salva richiesta', cancel: 'Annulla', name: 'Nome', surname: 'Cognome', email: 'E-mail', checks: 'Controlla questi dati' },
  English: { next: 'Next', send: 'Send', confirm: 'Confirm and send', save: 'Save request', cancel: 'Cancel', name: 'First name', surname: 'Last name', email: 'E-mail', checks: 'Check these details' },
} as const;

for (const language of ['Italiano', 'English'] as const) {
  test(`no step of a booking has a barrier, in ${language}`, async ({ page }) => {
    test.slow(); // axe judges a dozen pages and states
    const said = texts[language];
    await page.setViewportSize({ width: 320, height: 640 });
    const goOn = () => page.getByRole('button', { name: said.next, exact: true }).click();
    const isRefused = () => expect(page.getByRole('group', { name: said.checks })).toBeFocused();

    await open(page, '/prenota?servizio=avvio-o-cessazione-attivita');
    await chooseLanguage(page, language);
    await goOn();
    await isRefused();
    await judge(page);
    await page.getByRole('main').getByRole('checkbox').first().check();
    await goOn();
    await expect(page.getByRole('heading', { level: 1, name: /1/ })).toBeFocused();
    await goOn();
    await isRefused();
    await judge(page);
    await page.getByRole('main').getByRole('combobox').selectOption('Vinchio');
    await page.getByRole('main').getByRole('radio').first().check();
    for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
    await goOn();
    await page.getByRole('main').getByRole('listitem').getByRole('button').first().click();
    await page.getByRole('main').getByRole('radio').nth(language === 'English' ? 4 : 0).check();
    await judge(page);
    await goOn();
    await expect(page).toHaveURL(/dettagli/);
    await judge(page);
    await page.getByRole('button', { name: said.save }).click();
    await judge(page);
    await page.getByRole('dialog').getByRole('button', { name: said.cancel }).click();
    for (const text of await page.getByRole('main').locator('[id^="answers/"]:is(textarea, input:not([type=radio]))').all()) await text.fill('Via Roma 1');
    for (const group of await page.getByRole('main').getByRole('radiogroup').all()) await group.getByRole('radio').first().check();
    for (const list of await page.getByRole('main').getByRole('combobox').all()) await list.selectOption({ index: 1 });
    await goOn();
    await expect(page).toHaveURL(/richiedente/);
    await goOn();
    await isRefused();
    await page.getByRole('radio').nth(1).check();
    await judge(page);
    await page.getByRole('radio').first().check();
    await field(page, said.name).fill('Ada');
    await field(page, said.surname).fill('Rossi');
    await field(page, said.email).fill(`ada-${language}@example.org`);
    await goOn();
    await expect(page).toHaveURL(/riepilogo/);
    await judge(page);
    await page.getByRole('button', { name: said.send, exact: true }).click();
    await judge(page);
    await page.getByRole('dialog').getByRole('button', { name: said.confirm }).click();
    await expect(page).toHaveURL('/prenota/fatto');
    await judge(page);
  });
}

test('a whole booking on a phone, with the keyboard alone', async ({ page }) => {
  await page.setViewportSize(phone);
  await comeToTimes(page, { service: 'carta-identita-elettronica', channel: 'video' });
  await tabTo(page, 'radio', 'Space');
  await tabTo(page, 'Avanti', 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, 'Avanti', 'Enter');
  await expect(page).toHaveURL(/richiedente/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  for (const [label, text] of [['Nome*', 'Ada'], ['Cognome*', 'Rossi'], ['E-mail (facoltativo)', 'tasti@example.org']] as const) {
    await tabTo(page, label);
    await page.keyboard.type(text);
  }
  await tabTo(page, 'Avanti', 'Enter');
  await expect(page).toHaveURL(/riepilogo/);
  await tabTo(page, 'Invia', 'Enter');
  await expect(page.getByRole('heading', { name: 'Termini e condizioni' })).toBeFocused();
  await tabTo(page, 'Conferma e invia', 'Enter');
  await expectConfirmed(page);
});

async function judge(page: Page): Promise<void> {
  await expectNoBarrier(page);
  await expectNoSidewaysScroll(page);
}
