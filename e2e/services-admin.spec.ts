import type { RecordEffect, RecordItem, ServicePage } from '@sportello/contract';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { answerQuestions, comeToDetails, expectConfirmed, fillIn, goOn, send, ada } from './book-journey.ts';
import { expectNoBarrier, expectNoBarrierInEither } from './citizen.ts';
import { test } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

// What an administrator does with services; each journey has a desk of its own, since what it changes is seen by everybody.

const model = 'informazioni-scia';

async function modelOf(api: APIRequestContext): Promise<ServicePage> {
  return (await (await api.get(`/api/v1/services/${model}`)).json()) as ServicePage;
}

function part(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Parti del servizio' }).getByRole('link', { name });
}

/** Opens rules that belong together. */
async function openGroup(page: Page, title: string): Promise<void> {
  await page.locator('summary').filter({ hasText: title, visible: true }).click();
}

/** What the page was told that the change would do by video. */
async function effectByVideo(page: Page, press: () => Promise<void>) {
  const answer = page.waitForResponse((response) => response.url().endsWith('/effects'));
  await press();
  const effect = (await (await answer).json()) as RecordEffect;
  const way = effect.free_times.find(({ channel }) => channel === 'video');
  if (!way) throw new Error('by video nothing would change');
  return { ...effect, way };
}

async function freeTimes(api: APIRequestContext, serviceId: string, { from, to }: Pick<RecordEffect, 'from' | 'to'>): Promise<number> {
  const { items: comuni } = (await (await api.get('/api/v1/municipalities')).json()) as { items: { id: string }[] };
  const query = new URLSearchParams({ service_id: serviceId, channel: 'video', municipality_id: comuni[0]?.id ?? '', from, to });
  return ((await (await api.get(`/api/v1/slots?${query}`)).json()) as { items: unknown[] }).items.length;
}

test('a service is made as a copy, asked about, looked at, published, changed with its true effect, and booked', async ({ page, desk }) => {
  test.slow();
  await desk.startAt(Date.now());
  const api = await asAdministrator(desk.url);
  const source = await modelOf(api);
  await signInAsDemo(page, /Amministrat/, '/unione/servizi');
  await page.getByLabel('Cerca per nome').fill(source.name.slice(0, 8));
  await expect(page.getByRole('link', { name: source.name, exact: true })).toBeVisible();
  await expect(page).toHaveURL(/cerca=/);
  await expectNoBarrierInEither(page);

  // A copy, with a name of its own.
  await page.getByRole('link', { name: 'Nuovo servizio' }).click();
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByRole('link', { name: 'Scegli il servizio da copiare.' })).toBeVisible();
  await expectNoBarrier(page);
  await page.getByLabel(/^Servizio da copiare/).selectOption({ label: source.name });
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('textbox', { name: 'Nome (italiano)' }).fill('Consulenza per il mercato');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Consulenza per il mercato' })).toBeVisible();
  await expect(page.getByText('I cittadini non vedono ancora questo servizio.')).toBeVisible();
  expect((await api.get('/api/v1/services/consulenza-per-il-mercato')).status()).toBe(404);

  // A question, put first by keyboard.
  await part(page, 'Videochiamata').click();
  await openGroup(page, 'Domande');
  await page.getByRole('button', { name: 'Aggiungi una domanda' }).click();
  await expect(page.getByRole('textbox', { name: 'Domanda (italiano)', exact: true })).toBeFocused();
  await page.keyboard.type('Quanti banchi?');
  await page.getByRole('checkbox', { name: 'La risposta è obbligatoria' }).check();
  const questions = (source.channels.find(({ channel }) => channel === 'video')?.questions.length ?? 0) + 1;
  for (let place = questions - 1; place >= 1; place -= 1) {
    await page.getByRole('button', { name: 'Sposta su: Quanti banchi?' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: `Quanti banchi?: ora al posto ${place} di ${questions}.` })).toBeAttached();
    await expect(page.getByRole('button', { name: 'Sposta su: Quanti banchi?' })).toBeFocused();
  }
  await expectNoBarrierInEither(page);

  // As citizens will see it, though nothing of it is saved.
  await part(page, 'Anteprima').click();
  const preview = page.getByRole('region', { name: 'Domande: Videochiamata' });
  await expect(preview.getByRole('textbox').first()).toHaveAccessibleName(/^Quanti banchi\?/);
  await expect(page.getByRole('region', { name: 'La pagina del servizio' })).toContainText('Consulenza per il mercato');
  await page.getByRole('region', { name: 'La pagina del servizio' }).getByRole('link', { name: 'Prenota una videochiamata' }).click();
  await expect(page).toHaveURL(/parte=anteprima/);
  await expectNoBarrierInEither(page);

  // Published: what it offers is shown before.
  await part(page, 'Pubblicazione').click();
  await page.getByRole('radio', { name: /^Pubblicato/ }).check();
  await expectNoBarrier(page);
  const published = await effectByVideo(page, () => page.getByRole('button', { name: 'Vedi l’effetto' }).click());
  expect(published.way.before).toBe(0);
  await page.getByRole('button', { name: 'Ho visto l’effetto: salva' }).click();
  await expect(page.getByRole('link', { name: 'Guardalo nel sito' })).toBeVisible();
  const { id } = (await (await api.get('/api/v1/services/consulenza-per-il-mercato')).json()) as ServicePage;
  expect(await freeTimes(api, id, published)).toBe(published.way.after);

  // Longer: as many times are left as the page says.
  await part(page, 'Videochiamata').click();
  await page.getByRole('textbox', { name: /^Durata/ }).fill('1,5');
  await page.getByRole('combobox', { name: 'Durata: unità' }).selectOption('ore');
  const longer = await effectByVideo(page, () => page.getByRole('button', { name: 'Salva', exact: true }).click());
  expect(longer.way.after).toBeLessThan(longer.way.before);
  await expect(page.getByRole('region', { name: 'Che cosa succede' })).toContainText(`Orari liberi: ora ${longer.before}, dopo ${longer.after}.`);
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'Ho visto l’effetto: salva' }).click();
  await expect(page.getByText('Salvato.', { exact: true })).toBeVisible();
  expect(await freeTimes(api, id, longer)).toBe(longer.way.after);
  const saved = (await (await api.get(`/api/v1/staff/records/service/${id}`)).json()) as RecordItem;
  expect(saved.content).toMatchObject({ is_published: true, channels: expect.arrayContaining([expect.objectContaining({ channel: 'video', duration_minutes: 90 })]) });

  // A citizen books it, and is asked.
  await comeToDetails(page, { service: 'consulenza-per-il-mercato', channel: 'video' });
  await expect(page.getByRole('textbox', { name: /^Quanti banchi\?/ })).toBeVisible();
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, { ...ada, 'E-mail': 'mercato@example.org' });
  await goOn(page);
  await send(page);
  await expectConfirmed(page);
});

test('of two administrators on one service neither loses what they wrote, and what is wrong is found in its part', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const api = await asAdministrator(desk.url);
  const { id } = await modelOf(api);
  const record = `/api/v1/staff/records/service/${id}`;
  const before = (await (await api.get(record)).json()) as RecordItem;
  await signInAsDemo(page, /Amministrat/, `/unione/servizi/${id}`);

  // What is wrong stands in a part that is out of sight: its link opens it.
  await part(page, 'Telefono').click();
  await page.getByRole('textbox', { name: /^Durata/ }).fill('3');
  await part(page, 'Testi').click();
  await page.getByRole('textbox', { name: 'In breve (italiano)' }).fill('Scritto dalla prima.');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByRole('link', { name: /^Durata: / }).click();
  await expect(page.getByRole('textbox', { name: /^Durata/ })).toBeFocused();
  await expectNoBarrier(page);
  await page.getByRole('textbox', { name: /^Durata/ }).fill('15');

  // Meanwhile somebody else changes another field.
  const changed = await api.post(record, { data: { revision: before.revision, content: { ...before.content, popularity: 7 } } });
  expect(changed.status()).toBe(200);
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Qualcun altro ha salvato una modifica mentre lavoravi' })).toBeFocused();
  await expectNoBarrierInEither(page);
  await part(page, 'Testi').click();
  await expect(page.getByRole('textbox', { name: 'In breve (italiano)' })).toHaveValue('Scritto dalla prima.');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  const confirm = page.getByRole('button', { name: 'Ho visto l’effetto: salva' });
  await expect(confirm.or(page.getByText('Salvato.', { exact: true }))).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(page.getByText('Salvato.', { exact: true })).toBeVisible();
  const after = (await (await api.get(record)).json()) as RecordItem;
  expect(after.content).toMatchObject({ popularity: 7, summary: { it: 'Scritto dalla prima.' } });
});
