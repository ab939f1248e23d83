import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, open, phone, tabTo } from './citizen.ts';
import { mergeAsAdministrator, openPerson, ownFamilyName, results, searchField, somebody, untilFound } from './desk-people.ts';
import { mailTo } from './mailbox.ts';
import { signInAsDemo } from './staff.ts';

test('somebody is found across an accent and a slip; the words are in no address and no storage, and are there again on the way back', async ({ page, baseURL }) => {
  const family = `${ownFamilyName()}rà`;
  await somebody(baseURL, { given: 'Zoè', family });
  await signInAsDemo(page, /Operatore Risposte/, '/scrivania');
  await page.getByRole('link', { name: 'Persone' }).click();
  await expect(searchField(page)).toBeFocused();
  await expectNoBarrierInEither(page);

  const typo = `zoe ${family.slice(0, -1).toLowerCase()}a`.replace(/(.)(.)(..)$/, '$2$1$3');
  await untilFound(page, typo);
  await searchField(page).fill(typo);
  const found = results(page).filter({ hasText: family });
  await expect(found).toContainText('Corrisponde il nome');
  await expect(found).toContainText('Prossimo appuntamento');
  await expect(found).toContainText('+39 *** *** 456');
  await expect(page.getByRole('status').filter({ hasText: '1 persona trovata' })).toHaveCount(1);
  await expectNoBarrierInEither(page);

  await found.getByRole('link', { name: `Zoè ${family}`, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Zoè ${family}` })).toBeFocused();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  expect(kept + page.url()).not.toContain(typo.split(' ').at(-1));
  await page.goBack();
  await expect(searchField(page)).toHaveValue(typo);
  await expect(found.getByRole('link', { name: `Zoè ${family}`, exact: true })).toBeFocused();

  await searchField(page).fill('zzzzqqqq wwww');
  await expect(page.getByRole('heading', { name: 'Nessuna persona trovata' })).toBeVisible();
  await expectNoBarrierInEither(page);
});

test('with the keyboard alone: searched, opened, corrected', async ({ page, baseURL }) => {
  const family = ownFamilyName();
  await somebody(baseURL, { given: 'Ivo', family });
  await signInAsDemo(page, /Operatore Risposte/, '/scrivania/persone');
  await untilFound(page, family);
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type(family.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: `Ivo ${family}`, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Ivo ${family}` })).toBeFocused();
  await tabTo(page, 'Correggi i dati', 'Enter');
  await expect(page.getByRole('textbox', { name: /^Nome/ })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Ivonne');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Ivonne ${family}` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correggi i dati' })).toBeFocused();
  await expect(page.getByText('Dati corretti.')).toBeVisible();
});

test('contacts are masked until they are revealed, which the trail tells; an auditor sees initials and reveals nothing', async ({ page, browser, baseURL }) => {
  const family = ownFamilyName();
  const email = `${family.toLowerCase()}@example.org`;
  await somebody(baseURL, { given: 'Rita', family, email });
  await signInAsDemo(page, /Amministratore/, '/scrivania/persone');
  const id = await openPerson(page, family);
  const contacts = page.getByRole('region', { name: 'Dati e contatti' });
  await expect(contacts).not.toContainText(email);
  await contacts.getByRole('button', { name: 'Mostra i contatti' }).click();
  await expect(contacts).toContainText(email);
  await expectNoBarrierInEither(page);

  await page.goto(`/unione/registro?azione=reveal`);
  await page.getByLabel('Identificativo').fill(id);
  await page.getByRole('button', { name: 'Cerca' }).click();
  await expect(page.getByRole('link', { name: /^Apri la voce: Dati mostrati per intero: persona/ })).toHaveCount(1);

  const auditor = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'it-IT' })).newPage();
  await signInAsDemo(auditor, /Revisore/, `/scrivania/persone/${id}`);
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText(/^R\. Q\.$/);
  await expect(auditor.getByRole('button', { name: /Mostra i contatti|Correggi i dati|Cancella i dati/ })).toHaveCount(0);
  await auditor.goto('/scrivania/persone/00000000-0000-7000-8000-000000000000');
  await expect(auditor.getByRole('heading', { level: 1, name: 'Persona non trovata' })).toBeVisible();
  await auditor.context().close();
});

test('of two officials who correct the same person the second is told what changed, and what was typed is still there', async ({ page, browser, baseURL }) => {
  const family = ownFamilyName();
  const newFamily = `${family}si`;
  await somebody(baseURL, { given: 'Lia', family });
  await signInAsDemo(page, /Operatore Risposte/, '/scrivania/persone');
  const id = await openPerson(page, family);
  await page.getByRole('button', { name: 'Correggi i dati' }).click();
  await page.getByRole('textbox', { name: /^Nome/ }).fill('Lidia');
  await page.getByRole('button', { name: 'Mostra e correggi i contatti' }).click();
  await expect(page.getByRole('textbox', { name: /^Telefono/ })).toHaveValue('0141 123 456');
  await page.getByRole('textbox', { name: /^Telefono/ }).fill('');
  await expectNoBarrierInEither(page);

  const other = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'it-IT' })).newPage();
  await signInAsDemo(other, /Amministratore/, `/scrivania/persone/${id}`);
  await other.getByRole('button', { name: 'Correggi i dati' }).click();
  await other.getByRole('textbox', { name: /^Cognome/ }).fill(newFamily);
  await other.getByRole('button', { name: 'Salva le correzioni' }).click();
  await expect(other.getByText('Dati corretti.')).toBeVisible();
  await other.context().close();

  await page.getByRole('button', { name: 'Salva le correzioni' }).click();
  await expect(page.getByRole('heading', { name: 'Nel frattempo un collega ha corretto questa scheda' })).toBeFocused();
  await expect(page.getByText(`Cognome: era «${family}», ora è «${newFamily}»`)).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Nome/ })).toHaveValue('Lidia');
  await expect(page.getByRole('textbox', { name: /^Cognome/ })).toHaveValue(newFamily);
  await expect(page.getByRole('textbox', { name: /^Telefono/ })).toHaveValue('');
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'Salva le correzioni' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Lidia ${newFamily}` })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Dati e contatti' })).toContainText('TelefonoNon indicato');

  await page.getByRole('button', { name: 'Correggi i dati' }).click();
  for (const name of [/^Nome/, /^Cognome/]) await page.getByRole('textbox', { name }).fill('');
  await page.getByRole('button', { name: 'Salva le correzioni' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await expectNoBarrierInEither(page);
});

test('two rows of one person are compared and merged: who stays has the appointments and notes of both', async ({ page, baseURL }) => {
  const family = ownFamilyName();
  await somebody(baseURL, { given: 'Nella', family, email: `${family}.1@example.org`.toLowerCase(), phone: null });
  await somebody(baseURL, { given: 'Nela', family, email: `${family}.2@example.org`.toLowerCase(), phone: '+393331239876' });
  await signInAsDemo(page, /Amministratore/, '/scrivania/persone');
  await untilFound(page, family, 2);
  const twin = await openPerson(page, `nela ${family}`);
  await page.getByLabel('Nuova nota*').fill('Preferisce il mattino.');
  await page.getByRole('button', { name: 'Aggiungi la nota' }).click();
  await expect(page.getByText('Nota aggiunta.')).toBeVisible();

  await openPerson(page, `nella ${family}`);
  const alike = page.getByRole('region', { name: 'Potrebbero essere la stessa persona' });
  await expect(alike.getByRole('listitem')).toContainText('Nome quasi uguale');
  await expectNoBarrierInEither(page);
  await alike.getByRole('link', { name: `Confronta con Nela ${family}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Confronta e unisci' })).toBeFocused();
  await page.getByRole('button', { name: 'Mostra i contatti di entrambe' }).click();
  await expect(page.getByRole('table')).toContainText(`${family}.2@example.org`.toLowerCase());
  const after = page.getByRole('region', { name: 'Dopo l’unione' });
  await expect(after).toContainText('Prende 1 appuntamento dall’altra.');
  await expect(after).toContainText('Prende dall’altra: telefono 333 123 9876.');
  await expect(after).toContainText(`Dell’altra si perde: e-mail ${family.toLowerCase()}.2@example.org`);
  await expectNoBarrierInEither(page);

  await page.getByRole('button', { name: 'Unisci le due schede' }).click();
  const dialog = page.getByRole('dialog', { name: 'Unire le due schede?' });
  await expect(dialog).toContainText('Non si può annullare');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Unisci per sempre' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Nella ${family}` })).toBeFocused();
  await expect(page.getByText('Le due schede sono ora una sola.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'In programma' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('Preferisce il mattino.')).toBeVisible();
  await page.goto(`/scrivania/persone/${twin}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Persona non trovata' })).toBeVisible();
  await expectNoBarrierInEither(page);
});

test('a duplicate that nothing gives away is found by search; where other offices are concerned the merge is refused plainly', async ({ page, browser, baseURL }) => {
  const [one, two] = [ownFamilyName(), ownFamilyName()];
  const service = 'certificato-destinazione-urbanistica';
  await somebody(baseURL, { given: 'Pia', family: one, service });
  await somebody(baseURL, { given: 'Gino', family: two, service, phone: '+393331239876' });
  await somebody(baseURL, { given: 'Gina', family: two, phone: '+393331239875' });
  const sees = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'it-IT' })).newPage();
  await signInAsDemo(sees, /Amministratore/, '/scrivania/persone');
  await mergeAsAdministrator(baseURL, await openPerson(sees, `gino ${two}`), await openPerson(sees, `gina ${two}`));
  await sees.context().close();

  await signInAsDemo(page, /Operatore Tecnico/, '/scrivania/persone');
  await openPerson(page, one);
  await expect(page.getByRole('region', { name: /GDPR/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Cerca un altro doppione' }).click();
  await expect(searchField(page)).toBeFocused();
  await expectNoBarrierInEither(page);
  await searchField(page).fill(two);
  await page.getByRole('link', { name: `Confronta con Gino ${two}` }).click();
  await expect(page.getByText(/^I nomi sono diversi/)).toBeVisible();
  await expect(page.getByRole('radio', { name: `La scheda 1: Pia ${one}` })).toBeChecked();
  await page.getByRole('radio', { name: `La scheda 2: Gino ${two}` }).check();
  await expect(page.getByRole('region', { name: 'Dopo l’unione' })).toContainText(`Resta una sola scheda: Gino ${two}.`);
  await page.getByRole('button', { name: 'Unisci le due schede' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unisci per sempre' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Una delle due persone ha appuntamenti anche con uffici che non ti sono affidati');
  await expectNoBarrier(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByRole('table')).toContainText(`Pia ${one}`);
});

test('a copy of the data is downloaded, with what is of the person and nothing of others; and read on a page to print', async ({ page, baseURL }) => {
  const [family, stranger] = [ownFamilyName(), ownFamilyName()];
  await somebody(baseURL, { given: 'Olga', family, email: `${family}@example.org`.toLowerCase() });
  await somebody(baseURL, { given: 'Aldo', family: stranger });
  await signInAsDemo(page, /Amministratore/, '/scrivania/persone');
  await openPerson(page, family);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Scarica il file (JSON)' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^dati-della-persona-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ person: { given_name: 'Olga', family_name: family, phone: '+390141123456' }, appointments: [{ state: 'confirmed', part: 'requester' }] });
  expect(text).toContain('"message": "confirmation"');
  expect(text).not.toContain(stranger);
  await expect(page.getByText('File scaricato.')).toBeVisible();

  await page.getByRole('link', { name: 'Leggi e stampa' }).click();
  const sheet = page.getByRole('article', { name: 'I dati che conserviamo di lei' });
  await expect(sheet).toContainText(family);
  await expect(sheet).toContainText('Conferma');
  await expectNoBarrierInEither(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Stampa', exact: true })).toBeHidden();
  await expect(sheet).toBeVisible();
});

test('an erasure with an appointment ahead waits for a tick and a word; whoever booked it for them is told, and nobody is found any more', async ({ page, baseURL }) => {
  const [daughter, mother] = [ownFamilyName(), ownFamilyName()];
  const email = `${daughter}@example.org`.toLowerCase();
  await bookAppointment({
    baseURL,
    email,
    person: { given_name: 'Sara', family_name: daughter },
    onBehalfOf: { kind: 'person', given_name: 'Teresa', family_name: mother, relation: 'family' },
  });
  await signInAsDemo(page, /Amministratore/, '/scrivania/persone');
  const id = await openPerson(page, mother);
  await expect(page.getByRole('region', { name: 'In programma' })).toContainText(`Prenotato da Sara ${daughter}`);
  await page.getByRole('button', { name: 'Cancella i dati…' }).click();
  const dialog = page.getByRole('dialog', { name: `Cancellare i dati di Teresa ${mother}?` });
  await expect(dialog.getByRole('heading', { name: 'Ha un appuntamento in programma' })).toBeVisible();
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Cancella per sempre' }).click();
  await expect(dialog.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await expectNoBarrier(page);
  await dialog.getByRole('checkbox', { name: 'Annulla anche questo appuntamento' }).check();
  await dialog.getByLabel(/^Scrivi CANCELLA/).fill('cancella');
  await dialog.getByRole('button', { name: 'Cancella per sempre' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Persone' })).toBeVisible();
  await expect(page.getByText('I dati della persona sono stati cancellati.')).toBeVisible();
  await searchField(page).fill(mother);
  await expect(page.getByRole('heading', { name: 'Nessuna persona trovata' })).toBeVisible();
  expect((await mailTo(page.request, email, /annullat/i)).text).toContain('Sara');
  await page.goto(`/scrivania/persone/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Dati cancellati' })).toBeVisible();
  await expectNoBarrierInEither(page);
});

test('a booking begins from somebody who was found; everything fits a phone', async ({ page, baseURL }) => {
  const family = ownFamilyName();
  await somebody(baseURL, { given: 'Ugo', family });
  await signInAsDemo(page, /Operatore Risposte/, '/scrivania/persone');
  await page.setViewportSize(phone);
  await openPerson(page, family);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Prenota per questa persona' }).click();
  await expect(page.getByText(`Ugo ${family}`)).toBeVisible();
  expect(page.url()).not.toContain(family);
  await open(page, '/scrivania/persone');
  await expectNoSidewaysScroll(page);
});
