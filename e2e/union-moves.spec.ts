import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, findSlots, listMunicipalities, listServices, showService } from '@sportello/contract';
import { expect } from '@playwright/test';
import { type } from './command.ts';
import { test } from './own-desk.ts';
import { chooseServer, type Server } from './server.ts';
import { makeFirstAccount, signInAsDemo } from './staff.ts';

// What a union decided goes from one installation to an empty one, in a browser; the free times of both are asked of their API.

// A real desk has the real time.
const dayAhead = (count: number) => new Date(Date.now() + count * 24 * 60 * 60_000).toISOString().slice(0, 10);
/** So far ahead that nobody of the demonstration has an appointment. */
const days = { from: dayAhead(35), to: dayAhead(50) };

/** The free starts of each service and channel. */
async function freeTimes(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const base = `${url}/api/v1`;
  const [comune] = (await call(listMunicipalities, { base, querystring: {} })).items;
  const found = new Map<string, readonly string[]>();
  for (const { id } of (await call(listServices, { base, querystring: {} })).items) {
    const { channels } = await call(showService, { base, params: { id } });
    for (const { channel } of channels) {
      const { items } = await call(findSlots, { base, querystring: { service_id: id, channel, municipality_id: comune?.id ?? '', ...days } });
      found.set(`${id} ${channel}`, items.map(({ starts_at, place_id }) => `${starts_at} ${place_id ?? ''}`));
    }
  }
  return found;
}

const emptyTest = test.extend<{ readonly empty: { readonly server: Server; readonly link: string } }>({
  // eslint-disable-next-line no-empty-pattern -- it stands on no other fixture, which Playwright reads from the pattern
  empty: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sportello-empty-desk-'));
    const server = await chooseServer();
    const settings = { DEMO: 'off', DATA_DIR: folder, PUBLIC_URL: server.url, CLOCK_OFFSET_MINUTES: '0' };
    await server.start(settings);
    const { said } = await type(['staff', 'link'], settings);
    const link = /https?:\/\/\S+\/scrivania\/benvenuto#[\w-]+/.exec(said)?.[0];
    if (!link) throw new Error(`no link in:\n${said}`);
    await use({ server, link });
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

emptyTest('what the union decided is read into an empty installation, which then offers the same free times', async ({ page, desk, empty }) => {
  await desk.startAt(Date.now(), { CLOCK_OFFSET_MINUTES: '0' });
  await signInAsDemo(page, /Amministratore/, '/unione/esporta-importa');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Scarica il file' }).click()]);
  const file = await download.path();
  const there = empty.server.url;
  expect((await freeTimes(there)).size).toBe(0);

  await makeFirstAccount(page, empty.link, { given: 'Ada', family: 'Rossi' });
  await page.goto(`${there}/unione/esporta-importa`);
  await page.getByLabel(/^Scegli/).setInputFiles(file);
  await page.getByRole('button', { name: 'Importa', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Importa' }).click();
  await expect(page.getByText(/Importato: \d+ elementi nuovi/)).toBeVisible();

  const here = await freeTimes(desk.url);
  expect(here.size).toBeGreaterThan(20);
  expect([...here.values()].flat().length).toBeGreaterThan(100);
  expect(await freeTimes(there)).toEqual(here);
});
