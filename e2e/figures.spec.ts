import { expect } from '@playwright/test';
import { expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { test } from './own-desk.ts';

test('the figures are read on a phone without scrolling sideways, and are a table to a screen reader on any screen', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const lastMonth = new Date();
  lastMonth.setUTCDate(0);
  lastMonth.setUTCHours(10, 0, 0, 0);
  const instant = lastMonth.getTime();
  desk.change(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
     INSERT INTO events (id, at, kind, actor, appointment_id, new_starts_at, service_id, channel, office_id, municipality_id, planned_minutes)
     SELECT 'figure-' || i, ?, 'confirmed', 'citizen', 'figure-' || i, ?, (SELECT id FROM services LIMIT 1), 'video', (SELECT id FROM offices LIMIT 1), (SELECT id FROM municipalities LIMIT 1), 30 FROM n`,
    instant,
    instant + 86_400_000,
  );
  await page.setViewportSize(phone);
  await page.goto('/cifre');
  const table = page.getByRole('table', { name: 'I numeri per mese' });
  await expect(table).toBeVisible();
  await expectNoSidewaysScroll(page);
  expect(await table.evaluate((element) => element.scrollWidth <= element.clientWidth && element.parentElement !== null && element.parentElement.scrollWidth <= element.parentElement.clientWidth)).toBe(true);
  const row = table.getByRole('row').last();
  await expect(row.getByRole('rowheader')).toBeVisible();
  await expect(row.getByRole('cell')).toHaveCount(6);
  await expect(row.getByRole('cell').first()).toHaveText(/Presi\s*12/);
  for (const cell of await row.getByRole('cell').all()) {
    const box = await cell.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= phone.width).toBe(true);
  }
  await expectNoBarrierInEither(page);

  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(table.getByRole('columnheader')).toHaveCount(7);
  await expect(table.getByRole('columnheader').first()).toBeVisible();
  await expect(row.getByText('Presi')).toBeHidden();
});
