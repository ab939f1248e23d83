import { type RecordItem, type RecordKind } from '@sportello/contract';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, open, tabTo } from './citizen.ts';
import { openDesk } from './desk-acts.ts';
import { test as ofOwnDesk } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

// What the union decides, by an administrator in the browser. What touches free times happens at a desk of its own.

const tuesday = '2026-12-01T07:00:00+01:00';

async function recordsOf(api: APIRequestContext, kind: RecordKind): Promise<RecordItem[]> {
  return ((await (await api.get(`/api/v1/staff/records/${kind}`)).json()) as { items: RecordItem[] }).items;
}

async function titled(api: APIRequestContext, kind: RecordKind, title: string): Promise<RecordItem> {
  const found = (await recordsOf(api, kind)).find((item) => item.title === title);
  if (!found) throw new Error(`there is no ${kind} called ${title}`);
  return found;
}

/** A question that this journey alone reads and changes. */
async function newQuestion(api: APIRequestContext): Promise<RecordItem> {
  const content = { kind: 'faq', position: 900, question: { it: `Una prova ${crypto.randomUUID().slice(0, 8)}?`, en: 'A try?' }, answer: { it: 'La risposta.', en: 'The answer.' } };
  const answer = await api.post('/api/v1/staff/records/faq', { data: { content } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as RecordItem;
}

const effect = (page: Page) => page.getByRole('region', { name: 'Che cosa succede' });

ofOwnDesk('an administrator changes which comuni an office serves, sees first what that does, and puts the old version back', async ({ page, desk }) => {
  await desk.startAt(tuesday);
  const booked = await bookAppointment({ baseURL: desk.url });
  const api = await asAdministrator(desk.url);
  const office = await titled(api, 'office', booked.office.name);
  const wanted = new URLSearchParams({ service_id: booked.service.id, channel: booked.channel, municipality_id: booked.municipality_id, from: '2026-12-01', to: '2026-12-07' });
  const countSlots = async () => ((await (await api.get(`/api/v1/slots?${wanted}`)).json()) as { items: unknown[] }).items.length;
  expect(await countSlots()).toBeGreaterThan(0);

  await signInAsDemo(page, /Amministratore/, `/unione/uffici/${office.id}`);
  await page.getByRole('checkbox', { name: 'Mombercelli' }).uncheck();
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(effect(page)).toContainText('1 appuntamento già preso non andrebbe più bene.');
  await expect(effect(page)).toContainText('L’ufficio non servirebbe quel comune');
  await expectNoBarrier(page);
  expect(await countSlots()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Ho visto l’effetto: salva' }).click();
  await expect(page.getByText('Salvato.')).toBeVisible();
  const refused = await api.get(`/api/v1/slots?${wanted}`);
  expect(refused.ok() ? await countSlots() : 0).toBe(0);

  await page.getByRole('link', { name: 'Storia delle modifiche' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Storia: ${office.title}` })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Così è ora' })).toContainText('Prima: Mombercelli');
  await expect(page.getByRole('listitem').filter({ hasText: 'Così è ora' })).toContainText('Amministratore Dimostrativo');
  await page.getByRole('button', { name: /^Ripristina questa versione: Com’era prima/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Mombercelli');
  await expectNoBarrier(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ripristina' }).click();
  await expect(page.getByText('Versione ripristinata.')).toBeVisible();
  expect(await countSlots()).toBeGreaterThan(0);
  await api.dispose();
});

ofOwnDesk('a closure shows the appointments that it touches before it is saved, and each is decided about from there', async ({ page, desk }) => {
  await desk.startAt(tuesday);
  const booked = await bookAppointment({ baseURL: desk.url });
  const day = booked.starts_at.slice(0, 10);
  await signInAsDemo(page, /Amministratore/, '/unione/chiusure/nuovo');
  await page.getByLabel('Primo giorno*').fill(day);
  await expect(page.getByLabel('Ultimo giorno*')).toHaveValue(day);
  await page.getByRole('checkbox', { name: 'Anche video, telefono e domicilio' }).check();
  await page.getByLabel('Motivo (italiano) (facoltativo)').fill('Festa del personale');
  await page.getByRole('button', { name: 'Vedi l’effetto' }).click();
  await expect(effect(page)).toContainText(/già pres[io] non andrebbe(ro)? più bene/);
  await expect(effect(page)).toContainText('Quel giorno sarebbe chiuso');
  const official = await openDesk(desk.url);
  const { id } = await official.look(booked);
  await official.close();
  const [appointment] = await Promise.all([page.waitForEvent('popup'), effect(page).locator(`a[href="/scrivania/appuntamenti/${id}"]`).click()]);
  await expect(appointment.getByRole('main')).toContainText(booked.code);
  await appointment.close();
  await page.getByRole('button', { name: 'Ho visto l’effetto: salva' }).click();
  await expect(page.getByText('Salvato.')).toBeVisible();

  // From the closure's own page: one stays, the others move together.
  await page.getByRole('link', { name: 'Sistemali' }).click();
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/scrivania/appuntamenti/${id}"]`) });
  await expect(row).toContainText('Quel giorno è chiuso');
  await expectNoBarrierInEither(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Vedi che cosa succede' }).click();
  await expect(page.getByText('Scegli prima che cosa fare di almeno un appuntamento.')).toBeVisible();
  await row.getByRole('combobox').selectOption('leave');
  await settle(page, 1);
  await expect(page.getByText('Restano come sono (1)')).toBeVisible();
  await page.getByText('Restano come sono (1)').click();
  await page.getByRole('button', { name: /^Decidi di nuovo/ }).click();
  await expect(row).toBeVisible();
  await row.getByRole('combobox').selectOption('cancel');
  await row.getByLabel('Messaggio per la persona').fill('Siamo chiusi: scegli un altro giorno.');
  await page.getByRole('button', { name: 'Vedi che cosa succede' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 viene annullato');
  await expect(page.getByRole('dialog')).toContainText('1 persona riceve un messaggio.');
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Fallo adesso' }).dblclick();
  await expect(page.getByText('1 appuntamento sistemato.')).toBeVisible();
  await expect(row).toHaveCount(0);
  const after = await openDesk(desk.url);
  expect((await after.look(booked)).state).toBe('cancelled');
  await after.close();

  // What is left over is there the next time, and goes with one press for all.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamenti da sistemare' })).toBeVisible();
  const others = await page.getByRole('combobox', { name: /^Che cosa fare di/ }).count();
  if (others > 1) await page.getByRole('button', { name: 'lascia com’è' }).click();
  else if (others === 1) await page.getByRole('combobox', { name: /^Che cosa fare di/ }).selectOption('leave');
  if (others > 0) await settle(page, others);
  await expect(page.getByText(`Tutto sistemato: ${others + 1} ${others === 0 ? 'appuntamento' : 'appuntamenti'}.`)).toBeVisible();

  await page.getByRole('link', { name: 'La chiusura' }).click();
  await expect(page.getByText('Tutto sistemato')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Chiusure', exact: true }).last().click();
  await expect(page.getByRole('region', { name: 'Chiusure' })).toContainText('Festa del personale');
  await expectNoBarrierInEither(page);
});

async function settle(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Vedi che cosa succede (${count})` }).click();
  await page.getByRole('button', { name: 'Fallo adesso' }).click();
  await expect(page.getByText(count === 1 ? '1 appuntamento sistemato.' : `${count} appuntamenti sistemati.`)).toBeVisible();
}

test('two administrators change one question at once: the second sees what the first wrote, and loses nothing', async ({ page, baseURL }) => {
  const api = await asAdministrator(baseURL ?? '');
  const faq = await newQuestion(api);
  await signInAsDemo(page, /Amministratore/, `/unione/domande/${faq.id}`);
  await page.getByLabel('Risposta (italiano)*').fill('La mia risposta.');
  const theirs = { ...faq.content, answer: { it: 'La risposta altrui.', en: 'Their answer.' } };
  expect((await api.post(`/api/v1/staff/records/faq/${faq.id}`, { data: { revision: faq.revision, content: theirs } })).ok()).toBe(true);

  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('heading', { name: 'Qualcun altro ha salvato una modifica mentre lavoravi' })).toBeFocused();
  await expect(page.getByRole('main')).toContainText('La risposta altrui.');
  await expect(page.getByLabel('Risposta (italiano)*')).toHaveValue('La mia risposta.');
  await expect(page.getByLabel('Risposta (inglese) (facoltativo)')).toHaveValue('Their answer.');
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('Salvato.')).toBeVisible();
  const saved = (await (await api.get(`/api/v1/staff/records/faq/${faq.id}`)).json()) as RecordItem;
  expect(saved.content).toMatchObject({ answer: { it: 'La mia risposta.', en: 'Their answer.' } });
  await api.dispose();
});

test('a change is kept as a draft, and gone on with; an error stands at its field', async ({ page, baseURL }) => {
  const api = await asAdministrator(baseURL ?? '');
  const faq = await newQuestion(api);
  await signInAsDemo(page, /Amministratore/, `/unione/domande/${faq.id}`);
  await page.getByLabel('Risposta (italiano)*').fill('');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' }).getByRole('link', { name: /^Risposta \(italiano\): / })).toBeVisible();
  await page.getByLabel('Risposta (italiano)*').fill('Una risposta per domani.');
  await page.getByRole('button', { name: 'Tieni come bozza' }).click();
  await expect(page.getByText('C’è una bozza non ancora in vigore.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Risposta (italiano)*')).toHaveValue('La risposta.');
  await page.getByRole('button', { name: 'Continua con la bozza' }).click();
  await expect(page.getByLabel('Risposta (italiano)*')).toHaveValue('Una risposta per domani.');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('Salvato.')).toBeVisible();
  await expect(page.getByText('C’è una bozza non ancora in vigore.')).toHaveCount(0);
  await api.dispose();
});

test('a new service is kept unfinished, found in the list, gone on with, looked at and discarded', async ({ page }) => {
  const name = `Servizio a metà ${crypto.randomUUID().slice(0, 8)}`;
  await signInAsDemo(page, /Amministratore/, '/unione/servizi/nuovo?da=vuoto');
  await page.getByLabel('Nome (italiano)*').fill(name);
  await page.getByRole('button', { name: 'Tieni come bozza' }).click();
  await expect(page.getByText('Tenuta come bozza: la ritrovi nell’elenco.')).toBeVisible();
  await expect(page.getByLabel('Nome (italiano)*')).toHaveValue(name);
  await page.goto('/unione/servizi');
  const drafts = page.getByRole('list', { name: 'Bozze non ancora create' });
  await expect(drafts.getByRole('listitem').filter({ hasText: name })).toContainText('bozza, non ancora creato');
  await expect(drafts.getByRole('listitem').filter({ hasText: name })).toContainText('Amministratore Dimostrativo');
  await expectNoBarrierInEither(page);
  await expectNoSidewaysScroll(page);
  await drafts.getByRole('link', { name }).click();
  await expect(page.getByLabel('Nome (italiano)*')).toHaveValue(name);
  await page.getByLabel('Nome (italiano)*').fill(`${name} bis`);
  await page.getByRole('button', { name: 'Tieni come bozza' }).click();
  await expect(page.getByText('Tenuta come bozza: la ritrovi nell’elenco.')).toBeVisible();
  await page.getByRole('link', { name: /^Anteprima/ }).click();
  await expect(page.getByRole('heading', { name: 'Come lo vedranno i cittadini' })).toBeVisible();
  await expect(page).toHaveURL(/bozza=/);
  await page.goto('/unione/servizi');
  await page.getByRole('button', { name: `Scarta la bozza: ${name} bis` }).click();
  await expectNoBarrier(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Scarta' }).click();
  await expect(page.getByText('Bozza scartata.')).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
});

test('a new question that was kept as a draft becomes a question, and the draft is over', async ({ page }) => {
  const question = `Una bozza che diventa domanda ${crypto.randomUUID().slice(0, 8)}?`;
  await signInAsDemo(page, /Amministratore/, '/unione/domande/nuovo');
  await page.getByLabel('Domanda (italiano)*').fill(question);
  await page.getByRole('button', { name: 'Tieni come bozza' }).click();
  await expect(page.getByText('Tenuta come bozza: la ritrovi nell’elenco.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Domanda (italiano)*')).toHaveValue(question);
  await page.getByLabel('Risposta (italiano)*').fill('Sì.');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  await page.goto('/unione/testi');
  await expect(page.getByRole('region', { name: 'Domande frequenti' })).toContainText(question);
  await expect(page.getByRole('region', { name: 'Domande frequenti' }).getByRole('listitem').filter({ hasText: question })).not.toContainText('non ancora creato');
});

test('an office that services hang on cannot be deleted, and the page says why', async ({ page, baseURL }) => {
  const api = await asAdministrator(baseURL ?? '');
  const [office] = await recordsOf(api, 'office');
  await signInAsDemo(page, /Amministratore/, `/unione/uffici/${office?.id}`);
  await page.getByRole('button', { name: 'Elimina' }).click();
  const dialog = page.getByRole('dialog', { name: `“${office?.title}” non si può eliminare` });
  await expect(dialog).toContainText(/\d+ serviz/);
  await expect(dialog).toContainText('Si può mettere in archivio');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Chiudi' }).click();
  await api.dispose();
});

test('a question is written, deleted and put back with the keyboard alone', async ({ page }) => {
  const question = `Si può senza mouse ${crypto.randomUUID().slice(0, 8)}?`;
  await signInAsDemo(page, /Amministratore/, '/unione/domande/nuovo');
  await expect(page.getByRole('heading', { level: 1, name: 'Nuova domanda' })).toBeVisible();
  await tabToLabel(page, 'Domanda (italiano)*');
  await page.keyboard.type(question);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sì.');
  await tabTo(page, 'Salva', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  await tabTo(page, 'Elimina', 'Enter');
  await expect(page.getByRole('dialog', { name: `Eliminare “${question}”?` })).toBeVisible();
  await tabTo(page, 'Elimina', 'Enter');
  await expect(page.getByText(`“${question}” è stato eliminato.`)).toBeVisible();
  await tabTo(page, 'Apri la storia per ripristinarlo', 'Enter');
  await expect(page.getByText('È stato eliminato. Ripristinando una versione torna com’era.')).toBeVisible();
  await tabTo(page, 'Ripristina questa versione', 'Enter');
  await tabTo(page, 'Ripristina', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Storia: ${question}` })).toBeVisible();
});

async function tabToLabel(page: Page, label: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.getByLabel(label).evaluate((field) => field === document.activeElement)) return;
  }
  throw new Error(`the keyboard never came to ${label}`);
}

ofOwnDesk('a new order of offices is tried, saved, and seen by citizens', async ({ page, desk }) => {
  await desk.startAt(tuesday);
  const api = await asAdministrator(desk.url);
  const [first, second] = await recordsOf(api, 'office');
  await signInAsDemo(page, /Amministratore/, '/unione/uffici');
  await page.getByRole('button', { name: `Sposta giù: ${first?.title}` }).click();
  await expect(page.getByRole('button', { name: `Sposta giù: ${first?.title}` })).toBeFocused();
  await page.getByRole('button', { name: 'Salva l’ordine' }).click();
  await expect(page.getByText('Ordine salvato.')).toBeVisible();
  expect((await recordsOf(api, 'office')).slice(0, 2).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  await page.goto('/uffici');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).or(page.getByRole('main').getByRole('heading', { level: 3 })).first()).toHaveText(second?.title ?? '');
  await api.dispose();
});

const pages = {
  'the first page': async () => '/unione',
  'the union': async () => '/unione/dati',
  comuni: async () => '/unione/comuni',
  'a comune': async (api: APIRequestContext) => `/unione/comuni/${(await recordsOf(api, 'municipality'))[0]?.id}`,
  offices: async () => '/unione/uffici',
  'an office': async (api: APIRequestContext) => `/unione/uffici/${(await recordsOf(api, 'office'))[0]?.id}`,
  places: async () => '/unione/sedi',
  'a place': async (api: APIRequestContext) => `/unione/sedi/${(await recordsOf(api, 'place'))[0]?.id}`,
  calendars: async () => '/unione/agende',
  'a calendar': async (api: APIRequestContext) => `/unione/agende/${(await recordsOf(api, 'calendar'))[0]?.id}`,
  closures: async () => '/unione/chiusure',
  'a new closure': async () => '/unione/chiusure/nuovo',
  'a new worked holiday': async () => '/unione/festivi/nuovo',
  texts: async () => '/unione/testi',
  'a life event': async (api: APIRequestContext) => `/unione/eventi/${(await recordsOf(api, 'life_event'))[0]?.id}`,
  'a privacy notice in force': async (api: APIRequestContext) => `/unione/informative/${(await recordsOf(api, 'privacy_notice'))[0]?.id}`,
} as const satisfies Readonly<Record<string, (api: APIRequestContext) => Promise<string>>>;

const together = 4;

/** Some pages in each journey, so that none takes too long. */
for (let begin = 0; begin < Object.keys(pages).length; begin += together) {
  const some = Object.entries(pages).slice(begin, begin + together);
  test(`nothing is a barrier, wide or on a phone: ${some.map(([name]) => name).join(', ')}`, async ({ page, baseURL }) => {
    test.slow();
    const api = await asAdministrator(baseURL ?? '');
    await signInAsDemo(page, /Amministratore/, '/unione');
    for (const [, addressOf] of some) {
      await open(page, await addressOf(api));
      await expectNoBarrierInEither(page);
      await expectNoSidewaysScroll(page);
    }
    await api.dispose();
  });
}
