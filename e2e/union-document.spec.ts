import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { morning } from './desk-calendars.ts';
import { test } from './own-desk.ts';
import { signInAsDemo } from './staff.ts';

async function choose(page: Page, content: string): Promise<void> {
  await page.getByLabel(/^Scegli/).setInputFiles({ name: 'unione.json', mimeType: 'application/json', buffer: Buffer.from(content) });
}

test('what the union decided is saved as a file, mended, looked through and read in again', async ({ page, desk }) => {
  await desk.startAt(morning);
  await signInAsDemo(page, /Amministratore/, '/unione/esporta-importa');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Scarica il file' }).click()]);
  await expect(page.getByText('Il file è stato scaricato.')).toBeVisible();
  const text = await readFile(await download.path(), 'utf8');
  const document = JSON.parse(text) as { records: { content: { kind: string; question?: { it: string }; phone?: string } }[] };

  await choose(page, text);
  await expect(page.getByText('non c’è niente da importare')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Importa', exact: true })).toHaveCount(0);

  await choose(page, 'una fotografia');
  await expect(page.getByText('non si riesce a leggere come JSON')).toBeVisible();

  const office = document.records.findIndex(({ content }) => content.kind === 'office');
  const wrong = structuredClone(document);
  (wrong.records[office] as (typeof wrong.records)[number]).content.phone = 'nessuno';
  await choose(page, JSON.stringify(wrong));
  await expect(page.getByText('C’è 1 cosa che non va, in 1 riga.')).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`records ${office + 1} .*/content/phone`) })).toContainText('telefono');
  await expectNoBarrier(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  const question = document.records.find(({ content }) => content.kind === 'faq')?.content.question;
  if (!question) throw new Error('the demo has questions');
  question.it = 'Come si legge un file importato?';
  await choose(page, JSON.stringify(document));
  await expect(page.getByRole('row', { name: 'Domande frequenti 0 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Importa', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Importa' }).click();
  await expect(page.getByText('Importato: 0 elementi nuovi, 1 cambiato.')).toBeVisible();

  await page.goto('/domande-frequenti');
  await expect(page.getByText('Come si legge un file importato?')).toBeVisible();
});

test('export and import, and the figures, have no barrier', async ({ page, desk }) => {
  await desk.startAt(morning);
  await signInAsDemo(page, /Amministratore/, '/unione/esporta-importa');
  for (const [path, heading] of [['/unione/esporta-importa', 'Esporta e importa'], ['/unione/statistiche', 'Statistiche']] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expectNoBarrierInEither(page);
  }
});
