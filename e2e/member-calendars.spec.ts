import { expect, type Page, test } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither } from './citizen.ts';
import { inviteColleague, signInAsDemo } from './staff.ts';

// Role, offices and calendars of somebody in one place.

const calendars = (page: Page) => page.getByRole('region', { name: 'Agende' });

test('whoever is invited is given a calendar, which leads to its hours and back to the person', async ({ page }) => {
  const email = `agenda-${crypto.randomUUID().slice(0, 8)}@example.org`;
  const family = `Prova ${crypto.randomUUID().slice(0, 6)}`;
  const name = `Nadia ${family}`;
  await signInAsDemo(page, /Amministratore/, '/unione/personale/invita');
  await page.getByLabel('Nome*', { exact: true }).fill('Nadia');
  await page.getByLabel('Cognome*').fill(family);
  await page.getByLabel('E-mail di lavoro*').fill(email);
  await page.getByRole('radio', { name: /Operatore/ }).check();
  await page.getByRole('group', { name: 'Uffici' }).getByRole('checkbox', { name: 'Ufficio tecnico' }).check();
  await page.getByRole('button', { name: 'Manda l’invito' }).click();
  await expect(page.getByText(`Invito mandato a ${email}.`)).toBeVisible();
  await page.getByRole('link', { name: `Dai un’agenda a ${name}` }).click();

  await expect(calendars(page)).toContainText('Non ha un’agenda');
  await calendars(page).getByRole('button', { name: 'Dai un’agenda' }).click();
  await expect(page.getByRole('heading', { name: 'Dai un’agenda' })).toBeFocused();
  // Name and office are there already: one office is theirs.
  await expect(page.getByLabel('Nome dell’agenda*')).toHaveValue(name);
  await expect(page.getByLabel('Ufficio*')).not.toHaveValue('');
  await page.getByLabel('Nome dell’agenda*').fill('');
  await calendars(page).getByRole('button', { name: 'Dai un’agenda' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await page.getByLabel('Nome dell’agenda*').fill(name);
  await calendars(page).getByRole('button', { name: 'Dai un’agenda' }).dblclick();
  await expect(calendars(page)).toContainText(`${name} è ora la sua agenda.`);
  await expect(calendars(page).getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })).toHaveCount(1);
  await expect(calendars(page)).toContainText('Nessun orario');
  await expect(calendars(page)).toContainText('Nessun servizio');
  await expectNoBarrierInEither(page);

  await calendars(page).getByRole('link', { name: `Modifica l’agenda: ${name}` }).click();
  await page.getByRole('link', { name: `Vai alla scheda di ${name}` }).click();
  await calendars(page).getByRole('link', { name: `Orari e assenze: ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await page.goto('/unione/personale');
  await expect(page.getByRole('row').filter({ hasText: email }).getByRole('cell').nth(3)).toContainText(name);
});

test('a calendar is taken away and given back, archived, and an invitation waits for that', async ({ page, baseURL }) => {
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  const name = `Agenda ${crypto.randomUUID().slice(0, 6)}`;
  await signInAsDemo(page, /Amministratore/, `/unione/personale/${colleague.id}`);
  const give = () => calendars(page).getByRole('button', { name: 'Dai un’agenda' }).click();
  await give();
  await page.getByLabel('Nome dell’agenda*').fill(name);
  await page.getByLabel('Ufficio*').selectOption({ label: 'Ufficio tecnico' });
  await give();
  await expect(calendars(page)).toContainText(`${name} è ora la sua agenda.`);

  await page.getByRole('button', { name: 'Ritira l’invito' }).click();
  await expect(page.getByRole('dialog')).toContainText(`Ha l’agenda «${name}»`);
  await page.getByRole('dialog').getByRole('button', { name: 'Ritira l’invito' }).click();
  await expect(page.getByRole('dialog')).toContainText('prima toglila a questa persona');
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla' }).click();

  await calendars(page).getByRole('button', { name: `Togli: ${name}` }).click();
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Che cosa succede' })).toContainText('Nessun appuntamento già preso è toccato.');
  await expectNoBarrier(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Togli' }).click();
  await expect(calendars(page)).toContainText(`${name} non è più di questa persona.`);
  await give();
  await page.getByLabel('Quale agenda*').selectOption({ label: name });
  await give();
  await expect(calendars(page)).toContainText(`${name} è ora la sua agenda.`);

  await calendars(page).getByRole('button', { name: `Metti in archivio: ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Metti in archivio' }).click();
  await expect(calendars(page)).toContainText(`${name}: agenda archiviata.`);
  await expect(calendars(page)).toContainText('Archiviata');
});

test('before somebody is suspended the page says what is in their calendar, and what to do first', async ({ page }) => {
  await signInAsDemo(page, /Amministratore/, '/unione/personale');
  await page.getByRole('link', { name: /Operatore Tecnico/ }).click();
  await expect(calendars(page)).toContainText(/\d{2}:\d{2}–\d{2}:\d{2}/);
  await page.getByRole('button', { name: 'Sospendi' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Quello che è in agenda resta');
  await expectNoBarrier(page);
  await dialog.getByRole('link', { name: 'Segna un’assenza' }).click();
  await expect(page).toHaveURL(/\/scrivania\/assenze\/nuova\?agenda=/);
});
