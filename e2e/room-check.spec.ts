import { expect, test } from '@playwright/test';
import type { ConfirmedAppointment } from '@sportello/contract';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, expectNoSidewaysScroll, open, phone, tabTo } from './citizen.ts';
import { withDevices } from './room-meeting.ts';

test.use(withDevices);

/** The link of a message, as it opens the check. */
function linkTo({ code, manage_token }: ConfirmedAppointment): string {
  return `/appuntamento/${code}/prova#${manage_token}`;
}

test('the check of the devices says step by step that everything works, and in one sentence that one is ready', async ({ page, baseURL }) => {
  const booked = await bookAppointment({ baseURL });
  await open(page, linkTo(booked));
  expect(new URL(page.url()).hash).toBe('');
  await expectNoBarrierInEither(page);
  await expect(page.getByText('Prova tutti e quattro i passi')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chiamami al telefono' })).toBeVisible();

  await page.getByRole('button', { name: 'Prova il microfono' }).click();
  await expect(page.getByText('Il microfono funziona.')).toBeVisible();
  await expect(page.getByRole('meter', { name: 'Volume della tua voce' })).toBeVisible();
  await page.getByRole('button', { name: 'Prova la videocamera' }).click();
  await expect(page.getByText('La videocamera funziona.')).toBeVisible();
  await page.getByRole('button', { name: 'Fai sentire la musica' }).click();
  await page.getByRole('button', { name: 'Sì, la sento' }).click();
  await page.getByRole('button', { name: 'Prova il collegamento' }).click();
  await expect(page.getByText('Sei pronto', { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByText('I dettagli della prova, per chi ti aiuta').click();
  await expect(page.getByText('non previsto: non si può provare').first()).toBeVisible();
  await expectNoBarrierInEither(page);

  await page.getByRole('link', { name: 'Torna all’appuntamento' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Il mio appuntamento' })).toBeVisible();
});

test('the check goes without a camera, by keyboard alone and on a phone', async ({ page, baseURL }) => {
  const booked = await bookAppointment({ baseURL });
  await page.setViewportSize(phone);
  await open(page, linkTo(booked));
  await tabTo(page, 'Prova il microfono', 'Enter');
  await expect(page.getByText('Il microfono funziona.')).toBeVisible();
  await tabTo(page, 'Non uso la videocamera', 'Enter');
  await expect(page.getByText('Va bene: ti si sentirà e non ti si vedrà.')).toBeVisible();
  await tabTo(page, 'Fai sentire la musica', 'Enter');
  await tabTo(page, 'Sì, la sento', 'Enter');
  await tabTo(page, 'Prova il collegamento', 'Enter');
  await expect(page.getByText('Puoi parlare con noi, senza farti vedere')).toBeVisible({ timeout: 20_000 });
  await expectNoSidewaysScroll(page);
});
