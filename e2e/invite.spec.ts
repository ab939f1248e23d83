import { expect, type Page, test } from '@playwright/test';
import { answerQuestions, ada, earliest, expectConfirmed, fillIn, goOn, send, takeNearest } from './book-journey.ts';
import { expectNoBarrierInEither, open, phone, tabTo } from './citizen.ts';
import { openDesk } from './desk-acts.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { test as testOfOwnDesk } from './own-desk.ts';

const minute = 60_000;
const isInvited = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'L’ufficio ti invita a prenotare' })).toBeVisible();
const isOver = (page: Page) => expect(page.getByRole('heading', { name: 'Questo invito non vale più' })).toBeVisible();

testOfOwnDesk('what nobody may book freely is booked once with the invitation of the mail, which opens nothing a second time', async ({ page, request, desk }) => {
  test.slow();
  await desk.startAt(Date.now());
  // The nearest time may be tomorrow's: it can be moved all the same.
  desk.change(`UPDATE service_channels SET who_may_book = 'invited', move_cutoff_minutes = 0 WHERE service_id = (SELECT id FROM services WHERE slug = ?)`, 'informazioni-scia');
  await open(page, '/servizi/informazioni-scia');
  await expect(page.getByText('Questo servizio si prenota solo su invito dell’ufficio.')).toBeVisible();
  const official = await openDesk(desk.url);
  await official.invite('informazioni-scia', 'ada@example.org');
  const link = inviteIn(await mailTo(request, 'ada@example.org', /^Puoi prenotare/));

  await open(page, link);
  await isInvited(page);
  expect(page.url()).toBe(`${desk.url}/invito`);
  await comeToTimes(page);
  await earliest(page).first().check();
  await goOn(page);
  await takeNearest(page);
  await answerQuestions(page);
  await page.reload();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Appuntamenti disponibili' })).toBeVisible();
  await page.goForward();
  await takeNearest(page);
  await goOn(page);
  await fillIn(page, { ...ada, 'E-mail': 'ada@example.org' });
  await goOn(page);
  await expect(page).toHaveURL(/\/prenota\/riepilogo/);

  await desk.startAt(Date.now() + 11 * minute);
  await page.reload();
  await page.getByRole('button', { name: /^Riserva di nuovo/ }).click();
  await expect(page.getByText('Orario riservato fino alle')).toBeVisible();
  await send(page);
  await expectConfirmed(page);

  await page.goBack();
  await isOver(page);
  await expect(page.getByRole('main').getByRole('link', { name: /^Vedi l’appuntamento/ })).toBeVisible();
  await open(page, link);
  await isOver(page);
  await open(page, linkIn(await mailTo(request, 'ada@example.org', /confermato/)));
  await page.getByRole('link', { name: 'Sposta l’appuntamento' }).click();
  await expect(page.getByRole('button', { name: /orari? liber[oi]$/ }).first()).toBeVisible();
  await official.close();
});

test('of two tabs with one invitation the first books, and the second is told and keeps its answers', async ({ page, context, baseURL }) => {
  test.slow();
  const official = await openDesk(baseURL);
  const { link } = await official.invite('tributi-locali');
  const other = await context.newPage();
  for (const [tab, nth] of [[page, 2], [other, 3]] as const) {
    await open(tab, link);
    await comeToTimes(tab);
    await earliest(tab).nth(nth).check();
    await goOn(tab);
    await takeNearest(tab);
    await answerQuestions(tab);
    await goOn(tab);
    await fillIn(tab, { ...ada, 'E-mail': `scheda-${nth}@example.org` });
    await goOn(tab);
  }
  await send(page);
  await expectConfirmed(page);
  await send(other);
  await isOver(other);
  await expect(other.getByRole('region', { name: 'Richiedente' })).toContainText('Ada Rossi');
  await official.close();
});

test('an invitation that is taken back says so wherever somebody stands with it, and who to call', async ({ page, baseURL }) => {
  const official = await openDesk(baseURL);
  const invited = await official.invite('tributi-locali');
  await open(page, invited.link);
  await comeToTimes(page);
  await expect(earliest(page).first()).toBeVisible();
  await official.revoke(invited);
  await earliest(page).first().check();
  await goOn(page);
  await isOver(page);
  await expectNoBarrierInEither(page);
  await page.reload();
  await expect(page).toHaveURL('/invito');
  await isOver(page);
  await expect(page.getByRole('main').getByRole('link', { name: '0141 000 010', exact: true })).toBeVisible();
  await official.close();
});

test('the address of a step without the invitation itself, and a wrong link, say what is needed', async ({ page, baseURL }) => {
  const official = await openDesk(baseURL);
  const { id } = await official.invite('tributi-locali');
  await open(page, `/prenota/orario?comune=005066&servizio=tributi-locali&modalita=video&invito=${id}`);
  await expect(page).toHaveURL('/invito');
  await expect(page.getByRole('heading', { level: 1, name: 'Per prenotare serve il link del tuo invito' })).toBeVisible();
  await page.goto(`/invito#${'x'.repeat(64)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Questo link non apre nessun invito' })).toBeVisible();
  expect(page.url()).toBe(`${baseURL}/invito`);
  await expectNoBarrierInEither(page);
  await official.close();
});

test('on a phone, with the keyboard alone, an invitation leads to its free times', async ({ page, baseURL }) => {
  await page.setViewportSize(phone);
  const official = await openDesk(baseURL);
  const { link } = await official.invite('tributi-locali');
  await open(page, link);
  await isInvited(page);
  await expectNoBarrierInEither(page);
  await tabTo(page, 'Scegli giorno e ora', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Prenotazione appuntamento' })).toBeFocused();
  await tabTo(page, 'checkbox', 'Space');
  await tabTo(page, 'Avanti', 'Enter');
  await expect(page).toHaveURL(/luogo/);
  await page.getByRole('main').getByRole('combobox').focus();
  await page.keyboard.type('Momb');
  await tabTo(page, 'Avanti', 'Enter');
  await expect(page.getByRole('heading', { name: 'Appuntamenti disponibili' })).toBeVisible();
  await expect(page).toHaveURL(/invito=/);
  await official.close();
});

/** From the page of the invitation to the free times: only the comune is still to be said. */
async function comeToTimes(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Scegli giorno e ora' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Prenotazione appuntamento' })).toBeVisible();
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
  await goOn(page);
  await page.getByRole('main').getByRole('combobox').selectOption('Mombercelli');
  await goOn(page);
  await expect(page.getByRole('heading', { name: 'Appuntamenti disponibili' })).toBeVisible();
}

function inviteIn({ text }: { readonly text: string }): string {
  const link = /https?:\/\/\S+\/invito#[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error(`no invitation in:\n${text}`);
  return link;
}
