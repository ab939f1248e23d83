import { expect, type Locator, type Page } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { open } from './citizen.ts';
import { asAdministrator } from './staff.ts';

// What journeys about people have in common. The desk is shared: each journey books for names of its own.

/** A family name that nobody else has, pronounceable enough to be mistyped. */
export function ownFamilyName(): string {
  const letters = 'aeiou';
  const syllables = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => `${'bdfglmnprstvz'[byte % 13]}${letters[byte % 5]}`);
  return `Qu${syllables.join('')}`;
}

interface Somebody {
  readonly given: string;
  readonly family: string;
  readonly email?: string;
  readonly phone?: string | null;
  readonly service?: string;
}

/** Somebody who booked on the site. */
export async function somebody(baseURL: string | undefined, { given, family, email, phone = '+390141123456', service }: Somebody) {
  const person = { given_name: given, family_name: family, phone };
  return bookAppointment({ baseURL, ...(email && { email }), ...(service && { service, channel: 'phone' }), person });
}

export function searchField(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Cerca una persona' });
}

export function results(page: Page): Locator {
  return page.getByRole('region', { name: 'Persone trovate' }).getByRole('listitem');
}

/** The page of somebody, by search, once a booking of a moment ago can be found; answers its id. */
export async function openPerson(page: Page, words: string): Promise<string> {
  await untilFound(page, words);
  await open(page, '/scrivania/persone');
  await searchField(page).fill(words);
  await results(page).first().getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Dati e contatti' })).toBeVisible();
  return idIn(page.url());
}

export function idIn(url: string): string {
  return new URL(url).pathname.split('/')[3] ?? '';
}

/** Who books on the site can be found a moment later. */
export async function untilFound(page: Page, words: string, count = 1): Promise<void> {
  const headers = { origin: new URL(page.url()).origin };
  await expect(async () => {
    const answer = await page.request.post('/api/v1/staff/people/search', { data: { words }, headers });
    expect(((await answer.json()) as { items: unknown[] }).items.length).toBeGreaterThanOrEqual(count);
  }).toPass({ timeout: 15_000 });
}

/** Makes two rows one, as somebody who sees all offices does. */
export async function mergeAsAdministrator(baseURL: string | undefined, kept: string, duplicate: string): Promise<void> {
  const api = await asAdministrator(baseURL ?? '');
  const answer = await api.post(`/api/v1/staff/people/${kept}/merges`, { data: { revision: 0, duplicate_id: duplicate, duplicate_revision: 0 } });
  expect(answer.status(), await answer.text()).toBe(200);
  await api.dispose();
}
