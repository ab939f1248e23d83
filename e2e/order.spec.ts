import type { RecordItem, ServicePage } from '@sportello/contract';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { expectNoBarrierInEither } from './citizen.ts';
import { expectFocusKept, pressAt } from './keyboard.ts';
import { test } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

// An administrator puts things in order, with the mouse and without; citizens see them so. A desk of its own: everybody sees the order.

async function titlesOf(api: APIRequestContext, kind: 'faq' | 'office'): Promise<readonly string[]> {
  const { items } = (await (await api.get(`/api/v1/staff/records/${kind}`)).json()) as { items: readonly RecordItem[] };
  return items.map(({ title }) => title);
}

const rowsOf = (list: Locator) => list.locator('.ordered-rows > li');
const handleOf = (row: Locator) => row.locator('.drag-handle');

/** What somebody hears who does not see the rows move. */
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('frequent questions are dragged into order, given up, and ordered with the keyboard alone; citizens read them so', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const api = await asAdministrator(desk.url);
  const [first = '', second = '', third = ''] = await titlesOf(api, 'faq');
  await signInAsDemo(page, /Amministrat/, '/unione/testi');
  const list = page.getByRole('region', { name: 'Domande frequenti' });
  const rows = rowsOf(list);
  await expect(rows.nth(0)).toContainText(first);

  // With the mouse: down by two, and everything as it was with one press.
  await handleOf(rows.nth(0)).dragTo(rows.nth(2));
  await expect(rows.nth(2)).toContainText(first);
  await expect(rows.nth(0)).toContainText(second);
  await expect(list.getByText('Il nuovo ordine non è ancora salvato.')).toBeVisible();
  await expectNoBarrierInEither(page);
  await list.getByRole('button', { name: 'Annulla', exact: true }).click();
  await expect(rows.nth(0)).toContainText(first);
  expect((await titlesOf(api, 'faq')).slice(0, 3)).toEqual([first, second, third]);

  // Without it: the first down, and saved.
  await pressAt(page, list.getByRole('button', { name: `Sposta giù: ${first}` }));
  await expect(said(page, `${first}: ora al posto 2 di`)).toBeAttached();
  await expect(list.getByRole('button', { name: `Sposta giù: ${first}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page, `${first}: ora al posto 3 di`)).toBeAttached();
  await pressAt(page, list.getByRole('button', { name: 'Salva l’ordine' }));
  await expect(list.getByText('Ordine salvato.')).toBeVisible();
  await expectFocusKept(page);
  expect((await titlesOf(api, 'faq')).slice(0, 3)).toEqual([second, third, first]);

  // And by dragging, up again to the first place.
  await handleOf(rows.nth(2)).dragTo(rows.nth(0));
  await list.getByRole('button', { name: 'Salva l’ordine' }).click();
  await expect(list.getByText('Ordine salvato.')).toBeVisible();
  expect((await titlesOf(api, 'faq')).slice(0, 3)).toEqual([first, second, third]);
  await page.reload();
  await handleOf(rows.nth(1)).dragTo(rows.nth(0));
  await list.getByRole('button', { name: 'Salva l’ordine' }).click();
  await expect(list.getByText('Ordine salvato.')).toBeVisible();
  await page.goto('/domande-frequenti');
  await expect(page.getByRole('main').locator('details, h2, h3').filter({ hasText: second }).first()).toBeVisible();
  const read = await page.getByRole('main').innerText();
  expect(read.indexOf(second)).toBeLessThan(read.indexOf(first));
  await api.dispose();
});

test('the questions of a service are dragged into another order, saved, and asked in it', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const api = await asAdministrator(desk.url);
  const serviceOf = async () => (await (await api.get('/api/v1/services/informazioni-scia')).json()) as ServicePage;
  const asked = async () => (await serviceOf()).channels.find(({ channel }) => channel === 'video')?.questions.map(({ label }) => label) ?? [];
  await signInAsDemo(page, /Amministrat/, `/unione/servizi/${(await serviceOf()).id}`);
  await page.getByRole('navigation', { name: 'Parti del servizio' }).getByRole('link', { name: 'Videochiamata' }).click();
  await page.locator('summary').filter({ hasText: 'Domande', visible: true }).click();
  const lines = page.locator('.question-rows:visible > li > .question-line');
  const before = await asked();
  for (const label of ['Prima di prova?', 'Seconda di prova?']) {
    await page.getByRole('button', { name: 'Aggiungi una domanda' }).click();
    await page.keyboard.type(label);
    await page.getByRole('button', { name: `Chiudi la domanda: ${label}` }).click();
  }
  await expect(lines).toHaveCount(before.length + 2);

  await lines.nth(before.length + 1).dragTo(lines.nth(0));
  await expect(lines.nth(0)).toContainText('Seconda di prova?');
  await expect(said(page, `Seconda di prova?: ora al posto 1 di ${before.length + 2}.`)).toBeAttached();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  const confirm = page.getByRole('button', { name: 'Ho visto l’effetto: salva' });
  const saved = page.getByText('Salvato.', { exact: true });
  await expect(confirm.or(saved)).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(saved).toBeVisible();
  expect(await asked()).toEqual(['Seconda di prova?', ...before, 'Prima di prova?']);
  await api.dispose();
});
