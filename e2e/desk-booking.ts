import { expect, type Page } from '@playwright/test';
import { open } from './citizen.ts';

// What journeys of the desk's booking have in common.

export const service = 'carta-identita-elettronica';

export function times(page: Page) {
  return page.getByRole('toolbar', { name: 'Orari liberi' }).getByRole('button');
}

export function search(page: Page) {
  return page.getByRole('combobox', { name: /^Nome, telefono o codice fiscale/ });
}

/** Somebody new, as they say their name. */
export async function someone(page: Page, name: string, phone: string): Promise<void> {
  await search(page).fill(name);
  await page.getByRole('option', { name: `Nuova persona: ${name}` }).click();
  if (phone) await page.getByRole('textbox', { name: /^Telefono/ }).fill(phone);
}

export async function bookFor(page: Page, name: string): Promise<void> {
  await open(page, `/scrivania/prenota?servizio=${service}&modalita=phone`);
  await times(page).nth(2).click();
  await someone(page, name, '0141 123456');
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
}

export async function otherTime(page: Page, time: string): Promise<void> {
  await page.getByRole('button', { name: 'Un altro orario' }).click();
  await page.getByLabel('Giorno', { exact: true }).fill(nextMonday());
  await page.getByLabel('Ora', { exact: true }).fill(time);
  await page.getByLabel('Agenda', { exact: true }).last().selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Usa questo orario' }).click();
}

/** The id of an appointment, as the desk finds it by its code. */
export async function idOf(page: Page, code: string): Promise<string> {
  const answer = await page.request.post('/api/v1/staff/people/search', { data: { words: code }, headers: { origin: new URL(page.url()).origin } });
  const { items } = (await answer.json()) as { items: { next_appointment: { id: string } | null }[] };
  return items[0]?.next_appointment?.id ?? '';
}

/** Counts what a clerk presses, over all pages of the visit; the answer reads the sum. */
export async function countInput(page: Page): Promise<() => Promise<{ clicks: number; keys: number }>> {
  let [clicks, keys] = [0, 0];
  await page.exposeFunction('noteClick', () => (clicks += 1));
  await page.exposeFunction('noteKey', () => (keys += 1));
  const listen = () => {
    const told = window as unknown as { noteClick: () => void; noteKey: () => void };
    addEventListener('pointerdown', () => told.noteClick(), true);
    addEventListener('keydown', () => told.noteKey(), true);
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return () => Promise.resolve({ clicks, keys });
}

export function nextMonday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  return day.toISOString().slice(0, 10);
}
