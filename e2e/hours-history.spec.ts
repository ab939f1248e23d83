import type { CalendarHours } from '@sportello/contract';
import { expect } from '@playwright/test';
import { expectNoBarrierInEither, expectNoSidewaysScroll } from './citizen.ts';
import { test as ofOwnDesk } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

// How the hours of a calendar changed, and the way back.

ofOwnDesk('hours that were shortened by mistake are put back from their history, with the effect seen before', async ({ page, desk }) => {
  await desk.startAt('2026-12-01T07:00:00+01:00');
  const api = await asAdministrator(desk.url);
  const { items } = (await (await api.get('/api/v1/staff/records/calendar')).json()) as { items: { id: string; title: string }[] };
  const calendar = items.find(({ title }) => title === 'Sportello imprese 1 (demo)');
  const path = `/api/v1/staff/calendars/${calendar?.id}/hours`;
  const hours = (await (await api.get(path)).json()) as CalendarHours;
  const shortened = hours.rules.map((rule) => Object.fromEntries(Object.entries({ ...rule, end_minute: rule.end_minute - 60 }).filter(([name]) => name !== 'id')));
  const change = { kind: 'rules', calendar_ids: [calendar?.id], rules: shortened };
  expect((await api.post('/api/v1/staff/calendar-changes', { data: { change, resolutions: [], tell: false } })).status()).toBe(201);

  await signInAsDemo(page, /Amministratore/, `/scrivania/agende/${calendar?.id}/orari`);
  await page.getByRole('link', { name: 'Storia degli orari' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Storia degli orari di Sportello imprese 1 (demo)' })).toBeVisible();
  const newest = page.getByRole('listitem').filter({ hasText: 'Così è ora' });
  await expect(newest).toContainText('lunedì');
  await expect(newest).toContainText('09:00–12:30');
  await expect(newest).toContainText('09:00–11:30');
  await expect(newest).toContainText('da Amministratore Dimostrativo');
  await expectNoBarrierInEither(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: /^Riporta questi orari: Com’era prima/ }).click();
  await expect(page.getByText(/Orari che i cittadini potrebbero prenotare/)).toBeVisible();
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'Riporta gli orari' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Orari cambiati' })).toHaveCount(2);
  const now = (await (await api.get(path)).json()) as CalendarHours;
  expect(now.rules.map(({ end_minute }) => end_minute).sort()).toEqual(hours.rules.map(({ end_minute }) => end_minute).sort());
  await api.dispose();
});
