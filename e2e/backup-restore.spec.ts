import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { comeToSummary, expectConfirmed, send } from './book-journey.ts';
import { expectNoBarrier, open } from './citizen.ts';
import { openBoard } from './desk-day.ts';
import { type LostDesk, test } from './lost-desk.ts';
import { linkIn, mailTo } from './mailbox.ts';

// A desk loses its database and gets it back: what a citizen and an official see before, meanwhile and afterwards.

/** A Wednesday, so early that citizens may still book, and cancel, for the same day. */
const early = '2027-02-03T04:30:00+01:00';

const meanwhile = { sqlite: 'Non riusciamo a collegarci', pg: 'Il servizio è fermo per un momento' } as const;

async function bookInBrowser(page: Page, email: string): Promise<string> {
  await comeToSummary(page, { service: 'informazioni-scia', channel: 'video' }, { 'E-mail': email });
  await send(page);
  await expectConfirmed(page);
  return linkIn(await mailTo(page.request, email, /conferma/i));
}

/** What the link tells about the appointment, opened anew: the page that is there asks nobody when only what follows # changes. */
async function toldByLink(page: Page, link: string): Promise<readonly string[]> {
  await page.goto('about:blank');
  await open(page, link);
  await expect(page.getByRole('main').getByText('Confermato', { exact: true }).filter({ visible: true })).toHaveCount(1);
  return page.getByRole('region', { name: 'I dati dell’appuntamento' }).allInnerTexts();
}

/** Who is expected today, as an official sees it in a browser of their own. */
async function expectedToday(browser: Browser, desk: LostDesk): Promise<readonly string[]> {
  const context = await browser.newContext({ baseURL: desk.url, locale: 'it-IT' });
  const page = await context.newPage();
  await openBoard(page, /Responsabile/);
  const people = page.getByRole('main').getByRole('listitem').filter({ hasText: /\d\d:\d\d/ });
  await expect(people.first()).toBeVisible();
  await expect(people.filter({ hasText: 'Allo sportello' })).toHaveCount(0); // until the names of the places are there
  const names = await people.allInnerTexts();
  await context.close();
  return names;
}

for (const kind of ['sqlite', 'pg'] as const) {
  test.describe(() => {
    test.use({ kind });

    test(`what was booked is there again after its database was lost: ${kind === 'pg' ? 'PostgreSQL' : 'SQLite'}`, async ({ page, browser, desk }) => {
      await desk.startAt(early);
      const link = await bookInBrowser(page, 'ritrovata@example.org');
      const seen = await toldByLink(page, link);
      const board = await expectedToday(browser, desk);
      expect(board.join('\n')).toContain('Ada Rossi');

      // While the desk runs and somebody looks at it.
      const file = join(desk.backups, 'sportello.jsonl.gz');
      const backup = desk.type('backup', file);
      expect(await toldByLink(page, link)).toEqual(seen);
      expect(await backup).toMatchObject({ code: 0, said: expect.stringContaining('Checked: everything fits together.') });

      // What is pressed meanwhile changes nothing, and the page does not say otherwise.
      await desk.loseDatabase();
      await page.getByRole('button', { name: 'Annulla l’appuntamento' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sì, annulla l’appuntamento' }).click();
      await expect(page.getByRole('dialog')).toContainText(meanwhile[kind], { timeout: 30_000 });
      await expect(page.getByText('Appuntamento annullato')).toHaveCount(0);
      await expectNoBarrier(page);
      await desk.stop();

      expect(await desk.type('restore', file)).toMatchObject({ code: 0, said: expect.stringContaining('Restored.') });
      await desk.startAt(early);
      expect(await toldByLink(page, link)).toEqual(seen);
      expect(await expectedToday(browser, desk)).toEqual(board);

      // And it is alive: the time is still taken, and the appointment can be cancelled.
      await page.getByRole('button', { name: 'Annulla l’appuntamento' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sì, annulla l’appuntamento' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento annullato' })).toBeFocused();
    });
  });
}
