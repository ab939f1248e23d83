import { expect, type Page } from '@playwright/test';
import { test } from './desk-of-two.ts';
import { callOf, citizenComes, control, expectToSee, letIn, officialComes, openBrowserOf, openMeeting, withDevices, write } from './room-meeting.ts';

test.use(withDevices);
// A database, two servers and two browsers that decode pictures on one machine.
test.describe.configure({ timeout: 120_000 });

/** To whom this page keeps the line of its room. To be asked before the page comes to the room. */
function lineOf(page: Page): Promise<string> {
  return page.waitForEvent('websocket', (socket) => socket.url().endsWith('/api/v1/room')).then((socket) => new URL(socket.url()).host);
}

const otherNames = (page: Page) => page.getByRole('list', { name: 'Persone nella videochiamata' }).locator('[data-connected]');

test('citizen and official meet although each speaks to another process: they see each other, write, one refreshes the page, and it ends', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk.beside);
  const lines = Promise.all([lineOf(citizen), lineOf(official)]);
  await citizenComes(citizen, meeting);
  await officialComes(official, meeting);
  expect(await lines).toEqual([new URL(desk.url).host, new URL(desk.beside.url).host]);

  await letIn(official, meeting.citizenName);
  await expect(callOf(citizen)).toBeVisible();
  await expectToSee(official, meeting.citizenName);
  await expect(otherNames(citizen)).toHaveCount(1);
  await expectToSee(citizen, (await otherNames(citizen).locator('.call-name-text').innerText()).split(' · ')[0] ?? '');

  await control(official, /^Messaggi/).click();
  await write(official, 'Buongiorno, mi sente?');
  await control(citizen, /^Messaggi: un messaggio nuovo/).click();
  await expect(citizen.getByRole('listitem').filter({ hasText: 'Buongiorno, mi sente?' })).toBeVisible();
  await write(citizen, 'Sì, la sento bene.');
  await expect(official.getByRole('listitem').filter({ hasText: 'Sì, la sento bene.' })).toBeVisible();

  await citizen.reload();
  await expect(callOf(citizen)).toBeVisible();
  await expectToSee(official, meeting.citizenName);

  await control(official, /^Termina/).click();
  const ending = official.getByRole('dialog');
  await ending.getByLabel('Esito').fill('Domanda completa.');
  await ending.getByRole('button', { name: 'Termina', exact: true }).click();
  await expect(official.getByText('Incontro terminato.')).toBeVisible();
  await expect(citizen.getByText('Domanda completa.')).toBeVisible();
});
