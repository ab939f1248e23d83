import type { RecordItem } from '@sportello/contract';
import { expect, type Page } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoSidewaysScroll, open, phone } from './citizen.ts';
import { pressAt } from './keyboard.ts';
import { test } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

// What is put into the archive, and used again: what the dialogs say before, and what citizens find afterwards.

const dialogOf = (page: Page) => page.getByRole('dialog');

test('a service is put into the archive after its effect was shown: nobody finds it, what was booked stays, and it is used again', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const booked = await bookAppointment({ baseURL: desk.url });
  const { id, name } = booked.service;
  await signInAsDemo(page, /Amministrat/, `/unione/servizi/${id}`);

  // Looked at, and left alone.
  await pressAt(page, page.getByRole('button', { name: 'Metti in archivio' }));
  await expect(dialogOf(page)).toHaveAccessibleName(`Mettere in archivio “${name}”?`);
  await expect(dialogOf(page)).toContainText('Puoi rimetterlo in uso quando vuoi.');
  await expect(dialogOf(page)).toContainText(/Orari liberi: ora \d+, dopo 0\./);
  await expectNoBarrier(page);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Metti in archivio' })).toBeFocused();
  expect((await page.request.get(`/api/v1/services/${id}`)).status()).toBe(200);

  // Pressed twice, as some do: it is one change.
  await page.getByRole('button', { name: 'Metti in archivio' }).click();
  await dialogOf(page).getByRole('button', { name: 'Metti in archivio' }).dblclick();
  await expect(page.getByText('Messo in archivio.')).toBeVisible();
  await expect(page.getByText('È in archivio: per cambiarlo, prima rimettilo in uso.')).toBeVisible();
  await expectNoBarrier(page);
  expect((await page.request.get(`/api/v1/services/${id}`)).status()).toBe(404);
  await page.goto('/unione/servizi?stato=archived');
  await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible();
  await open(page, `/appuntamento/${booked.code}#${booked.manage_token}`);
  await expect(page.getByRole('main').getByText('Confermato', { exact: true }).filter({ visible: true })).toHaveCount(1);

  // On a phone, back in use; citizens see it once it is published.
  await page.setViewportSize(phone);
  await page.goto(`/unione/servizi/${id}`);
  await page.getByRole('button', { name: 'Rimetti in uso' }).click();
  await expect(dialogOf(page)).toHaveAccessibleName(`Rimettere in uso “${name}”?`);
  await expectNoSidewaysScroll(page);
  await expectNoBarrier(page);
  await dialogOf(page).getByRole('button', { name: 'Rimetti in uso' }).click();
  await expect(page.getByText('Rimesso in uso.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Metti in archivio' })).toBeVisible();
});

test('a place that somebody else changed meanwhile is not put into the archive unseen', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const api = await asAdministrator(desk.url);
  const { items } = (await (await api.get('/api/v1/staff/records/place')).json()) as { items: readonly RecordItem[] };
  const [place] = items;
  if (!place) throw new Error('the demo has places');
  await signInAsDemo(page, /Amministrat/, `/unione/sedi/${place.id}`);
  await page.getByRole('button', { name: 'Metti in archivio' }).click();
  await expect(dialogOf(page)).toBeVisible();
  const changed = await api.post(`/api/v1/staff/records/place/${place.id}`, { data: { revision: place.revision, content: { ...place.content, street: 'Via Nuova 1' } } });
  expect(changed.status()).toBe(200);
  await dialogOf(page).getByRole('button', { name: 'Metti in archivio' }).click();
  await expect(dialogOf(page).getByRole('alert')).toBeVisible();
  await expectNoBarrier(page);
  const now = (await (await api.get(`/api/v1/staff/records/place/${place.id}`)).json()) as RecordItem;
  expect(now).toMatchObject({ state: 'used', content: { street: 'Via Nuova 1' } });
  await api.dispose();
});
