import { expect } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, open, phone } from './citizen.ts';
import { openDesk } from './desk-acts.ts';
import { test } from './own-desk.ts';

test('on the day the page tells of a delay while one looks on, and afterwards how it went and what to do', async ({ page, desk }) => {
  test.slow();
  await desk.startAt(Date.now());
  const booked = await bookAppointment({ baseURL: desk.url, channel: 'desk', daysAhead: 1 });
  await desk.startAt(Date.parse(booked.starts_at) - 30 * 60_000);
  const official = await openDesk(desk.url);
  await page.clock.install();
  await open(page, `/appuntamento/${booked.code}#${booked.manage_token}`);
  await expect(page.getByText(/è in ritardo/)).toBeHidden();
  await official.announceDelay(booked, 10);
  await page.clock.fastForward('01:05');
  await expect(page.getByRole('heading', { name: 'L’ufficio è in ritardo di circa 10 minuti' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'L’ufficio è in ritardo di circa 10 minuti' })).toBeAttached();
  await page.setViewportSize(phone);
  await expectNoBarrierInEither(page);
  await official.announceDelay(booked, 0);
  await page.clock.fastForward('01:05');
  await expect(page.getByRole('heading', { name: /è in ritardo/ })).toBeHidden();

  await official.attend(booked, 'arrived');
  await official.attend(booked, 'in_progress');
  await official.attend(booked, 'served');
  await official.conclude(booked, 'Abbiamo controllato la domanda: è completa.', 'Porta la marca da bollo entro venerdì.');
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Com’è andata' })).toBeVisible();
  await expect(page.getByText('Abbiamo controllato la domanda: è completa.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Che cosa fare ora' })).toBeVisible();
  await expect(page.getByText('Porta la marca da bollo entro venerdì.')).toBeVisible();
  await expectNoBarrierInEither(page);
  await official.close();
});
