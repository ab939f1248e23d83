import type { Channel } from '@sportello/contract';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { open } from './citizen.ts';

const mombercelli = '005066';

export interface Wish {
  readonly service: string;
  readonly channel: Channel;
  /** Which of the first free times: journeys that run side by side take different ones. */
  readonly nth?: number;
}

export const ada = { Nome: 'Ada', Cognome: 'Rossi' };

/** From the link of a comune to the free times, with privacy and conditions accepted. */
export async function comeToTimes(page: Page, { service, channel }: Wish): Promise<void> {
  await open(page, `/prenota?comune=${mombercelli}&servizio=${service}&modalita=${channel}`);
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
  await goOn(page);
  if (channel === 'desk') {
    await page.getByRole('radiogroup', { name: 'Sede' }).getByRole('radio').first().check();
    await goOn(page);
  }
  await expect(page.getByRole('heading', { name: 'Appuntamenti disponibili' })).toBeVisible();
}

export async function comeToDetails(page: Page, wish: Wish): Promise<void> {
  await comeToTimes(page, wish);
  await earliest(page).nth(wish.nth ?? 0).check();
  await goOn(page);
  await takeNearest(page);
}

/** Another journey that runs at the same moment may have taken the time: then one of those that are offered instead. */
export async function takeNearest(page: Page): Promise<void> {
  const nearest = page.getByRole('group', { name: 'L’orario è appena stato preso' }).getByRole('button').first();
  await expect(field(page, 'Motivo').or(nearest)).toBeVisible();
  if (await nearest.isVisible()) await nearest.click();
  await expect(field(page, 'Motivo')).toBeVisible();
}

/** To the summary, with an e-mail or, as a choice, only a phone. */
export async function comeToSummary(page: Page, wish: Wish, contact: Readonly<Record<string, string>>): Promise<void> {
  await comeToDetails(page, wish);
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, { ...ada, ...contact });
  await goOn(page);
  await expect(page).toHaveURL(/\/prenota\/riepilogo/);
}

export function earliest(page: Page): Locator {
  return page.getByRole('group', { name: 'Primi orari liberi' }).getByRole('radio');
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Avanti' }).click();
}

export async function fillIn(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await field(page, label).fill(text);
}

/** By how its label begins: the optional ones say so at the end. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${label}`) });
}

/** Whatever the office asks: the first choice, or a few words. */
export async function answerQuestions(page: Page): Promise<void> {
  const asked = page.getByRole('region', { name: 'Domande dell’ufficio' });
  for (const group of await asked.getByRole('radiogroup').all()) await group.getByRole('radio').first().check();
  for (const list of await asked.getByRole('combobox').all()) await list.selectOption({ index: 1 });
  for (const text of await asked.locator('[aria-required]:is(textarea, input:not([type=radio]))').all()) await text.fill('Via Roma 1');
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await page.getByRole('dialog', { name: 'Termini e condizioni' }).getByRole('button', { name: 'Conferma e invia' }).click();
}

export async function expectConfirmed(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento confermato' })).toBeFocused();
  await expect(page).toHaveURL('/prenota/fatto');
  await expect(page.getByRole('main')).toContainText(/Codice dell’appuntamento [A-Z2-9]{4}-[A-Z2-9]{4}/);
}

/** Another visitor, or several where several officials are free, take the time through the API. */
export async function takeTime(request: APIRequestContext, { service, channel }: Wish, startsAt: string): Promise<void> {
  const { id: service_id } = (await (await request.get(`/api/v1/services/${service}`)).json()) as { id: string };
  const { items } = (await (await request.get('/api/v1/municipalities')).json()) as { items: { id: string; istat_code: string }[] };
  const municipality_id = items.find(({ istat_code }) => istat_code === mombercelli)?.id;
  const data = { service_id, channel, municipality_id, starts_at: startsAt };
  let status = 201;
  while (status === 201) status = (await request.post('/api/v1/holds', { data, headers: { 'idempotency-key': crypto.randomUUID() } })).status();
  expect(status).toBe(409);
}

/** The hold of this visit, from the storage of its tab. */
export async function holdOf(page: Page): Promise<{ readonly id: string; readonly token: string; readonly starts_at: string }> {
  const kept = await page.evaluate(() => sessionStorage.getItem('sportello.booking') ?? '');
  return (JSON.parse(kept) as { hold: { id: string; token: string; starts_at: string } }).hold;
}

/** The hold ends before its time: its own token lets it go. */
export async function endHold(page: Page, request: APIRequestContext): Promise<void> {
  const hold = await holdOf(page);
  const answer = await request.delete(`/api/v1/holds/${hold.id}`, { headers: { authorization: `Bearer ${hold.token}` } });
  expect(answer.status()).toBe(204);
}
