import { expect as hasty, type Page } from '@playwright/test';
import { expectNoBarrier, expectNoSidewaysScroll, phone } from './citizen.ts';
import { test } from './own-desk.ts';
import { callOf, citizenComes, control, expectGrowing, guestComes, letIn, linkOfGuest, officialComes, openBrowserOf, openMeeting, pictureOf, withDevices } from './room-meeting.ts';
import { signInAsDemo } from './staff.ts';

test.use(withDevices);
// Four browsers decode three pictures each on one machine, and two more look on: what one of them shows may take a while.
test.describe.configure({ timeout: 120_000 });
const expect = hasty.configure({ timeout: 30_000 });

const others = (page: Page) => page.getByRole('list', { name: 'Persone nella videochiamata' }).locator('[data-connected]');

/** That many others are on the screen, and the picture of each goes on arriving. */
async function expectToSeeAll(page: Page, count: number): Promise<void> {
  await expect(others(page)).toHaveCount(count);
  for (let index = 0; index < count; index += 1) await expectGrowing(others(page).nth(index));
  await expect.poll(() => others(page).locator('video').evaluateAll((videos: HTMLVideoElement[]) => videos.filter(({ videoWidth, paused }) => videoWidth > 0 && !paused).length)).toBe(count);
}

test('four people meet and everybody sees everybody; the fifth finds the room full, and has the place of who leaves; the end is known to all', async ({ page: official, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const [citizen, relative, fifth, colleague, thirdOfDesk] = await Promise.all([phone, ...Array(4).fill({ width: 1280, height: 800 })].map((viewport) => openBrowserOf(browser, desk, { viewport }))) as [Page, Page, Page, Page, Page];
  await citizenComes(citizen, meeting);
  await officialComes(official, meeting);
  await letIn(official, meeting.citizenName);
  await guestComes(relative, await linkOfGuest(meeting, desk, 'Ugo Rossi'));
  await letIn(official, 'Ugo Rossi');
  await officialComes(colleague, meeting, /Amministrator/);
  for (const page of [official, citizen, relative, colleague]) await expectToSeeAll(page, 3);
  await expectNoSidewaysScroll(citizen);
  await expectNoBarrier(citizen);

  // Whoever waits is not let in, and whoever needs no leave is told so on a page of its own.
  await guestComes(fifth, await linkOfGuest(meeting, desk, 'Lia Verdi'));
  await expect(official.getByText('Lia Verdi aspetta, ma la stanza è piena')).toBeVisible();
  await expect(official.getByRole('button', { name: 'Fai entrare Lia Verdi' })).toHaveCount(0);
  await control(official, /^In attesa/).click();
  await expect(official.getByText('La stanza è piena: ci stanno quattro persone.')).toBeVisible();
  await expect(official.getByRole('button', { name: 'Fai entrare Lia Verdi' })).toHaveCount(0);
  await expectNoBarrier(official);
  await signInAsDemo(thirdOfDesk, /Responsabile/, `/scrivania/stanza/${meeting.id}`);
  await thirdOfDesk.getByRole('button', { name: 'Entra nella stanza', exact: true }).click();
  await expect(thirdOfDesk.getByText('La stanza è piena: ci stanno quattro persone.')).toBeVisible();
  await expect(thirdOfDesk.getByRole('button', { name: 'Rientra nella stanza' })).toBeVisible();

  await control(relative, 'Esci').click();
  await relative.getByRole('dialog').getByRole('button', { name: 'Esci' }).click();
  for (const page of [official, citizen, colleague]) {
    await expect(pictureOf(page, 'Ugo Rossi')).toHaveCount(0);
    await expectToSeeAll(page, 2);
  }
  await letIn(official, 'Lia Verdi');
  await expect(callOf(fifth)).toBeVisible();
  for (const page of [citizen, fifth]) await expectToSeeAll(page, 3);

  await official.keyboard.press('Escape');
  await control(official, /^Termina/).click();
  await official.getByRole('dialog').getByRole('button', { name: 'Termina', exact: true }).click();
  for (const page of [citizen, fifth]) await expect(callOf(page)).toBeHidden();
  await expect(colleague.getByText('L’incontro è terminato: il cittadino è uscito.')).toBeVisible();
  const stayOf = (name: string) => official.getByRole('region', { name: 'Presenze' }).getByRole('row').filter({ hasText: name });
  await expect(stayOf('Amministratore')).toContainText('è qui');
  await expect(stayOf('Operatore Risposte')).not.toContainText('è qui');
});
