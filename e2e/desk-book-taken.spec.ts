import { type APIRequestContext, expect } from '@playwright/test';
import { open } from './citizen.ts';
import { service, someone, times } from './desk-booking.ts';
import { test } from './own-desk.ts';
import { signInAsDemo } from './staff.ts';

test('a time that somebody took meanwhile comes with others, and nothing typed is lost', async ({ page, desk, baseURL, request }) => {
  await desk.startAt(Date.now());
  // The desk's second time may be today's, so soon that citizens would be too late for it.
  desk.change('UPDATE service_channels SET notice_minutes = 0');
  await signInAsDemo(page, /Operatore Risposte/, '/scrivania');
  await open(page, `/scrivania/prenota?servizio=${service}&modalita=phone`);
  await times(page).nth(1).click();
  await someone(page, 'Lina Costa', '0141 123456');
  const start = await times(page).nth(1).getAttribute('data-start');
  // The hold ends, and others take all that was free at that time.
  desk.change('UPDATE claims SET held_until = ? WHERE held_until IS NOT NULL', Date.now() - 60_000);
  desk.change("UPDATE appointments SET held_until = ? WHERE state = 'held'", Date.now() - 60_000);
  await takeAll(request, baseURL ?? '', start ?? '');
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await expect(page.getByText('è appena stato preso. Liberi più vicini:')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Cognome', exact: true })).toHaveValue('Costa');
  await page.getByRole('alert').getByRole('button').first().click();
  await expect(page.getByText(/^Riservato fino alle/)).toBeVisible();
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento prenotato' })).toBeVisible();
});

/** Citizens take all that is free at that time. */
async function takeAll(request: APIRequestContext, baseURL: string, startsAt: string): Promise<void> {
  const { id: service_id } = (await (await request.get(`${baseURL}/api/v1/services/${service}`)).json()) as { id: string };
  const { items } = (await (await request.get(`${baseURL}/api/v1/municipalities`)).json()) as { items: { id: string }[] };
  let status = 201;
  while (status === 201) {
    const data = { service_id, channel: 'phone', municipality_id: items[0]?.id, starts_at: startsAt };
    status = (await request.post(`${baseURL}/api/v1/holds`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })).status();
  }
  expect(status).toBe(409);
}
