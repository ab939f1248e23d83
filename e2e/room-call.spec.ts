import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectNoBarrier, expectNoSidewaysScroll, phone } from './citizen.ts';
import { test } from './own-desk.ts';
import { callOf, citizenComes, control, expectGrowing, expectToSee, guestComes, letIn, linkOfGuest, type Meeting, networkOf, officialComes, openBrowserOf, openMeeting, pictureOf, withDevices, write } from './room-meeting.ts';

test.use(withDevices);
// Several browsers decode pictures on one machine.
test.describe.configure({ timeout: 120_000 });

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n');
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Both are in, and see each other. */
async function meet(citizen: Page, official: Page, meeting: Meeting): Promise<void> {
  await citizenComes(citizen, meeting);
  await officialComes(official, meeting);
  await letIn(official, meeting.citizenName);
  await expect(callOf(citizen)).toBeVisible();
  await expectToSee(official, meeting.citizenName);
}

const others = (page: Page) => page.getByRole('list', { name: 'Persone nella videochiamata' }).locator('[data-connected]');

test('citizen and official meet: they see each other, write, show a screen, hand over a paper, and it ends with an outcome and a question', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  await meet(citizen, official, meeting);
  await expectGrowing(others(citizen).first());
  await expect(citizen.getByText('Non registriamo')).toBeVisible();

  await control(official, /^Messaggi/).click();
  await write(official, 'Buongiorno, mi sente?');
  await control(citizen, /^Messaggi: un messaggio nuovo/).click();
  await expect(citizen.getByRole('listitem').filter({ hasText: 'Buongiorno, mi sente?' })).toBeVisible();
  await write(citizen, 'Sì, la sento bene.');
  await expect(official.getByRole('listitem').filter({ hasText: 'Sì, la sento bene.' })).toBeVisible();

  await control(official, 'Mostra schermo').click();
  const screen = citizen.getByRole('listitem').filter({ hasText: /^Schermo di / });
  await expect(screen).toBeVisible();
  await expect.poll(() => screen.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  await control(official, 'Smetti di mostrare').click();
  await expect(screen).toHaveCount(0);

  await control(citizen, /^Documenti/).click();
  await citizen.locator('input[type=file]').setInputFiles({ name: 'planimetria.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(citizen.getByRole('listitem').filter({ hasText: 'planimetria.pdf' })).toBeVisible();
  await control(official, /^Documenti: documenti nuovi/).click();
  const coming = official.waitForEvent('download');
  await official.getByRole('button', { name: /planimetria\.pdf/ }).first().click();
  expect(digestOf(await readFile(await (await coming).path()))).toBe(digestOf(pdf));

  await control(official, /^Termina/).click();
  const ending = official.getByRole('dialog');
  await ending.getByLabel('Esito').fill('Domanda completa.');
  await ending.getByLabel('Prossimo passo').fill('Porta la marca da bollo entro venerdì.');
  await ending.getByRole('button', { name: 'Termina' }).click();
  await expect(citizen.getByText('Domanda completa.')).toBeVisible();
  await expect(citizen.getByText('Porta la marca da bollo entro venerdì.')).toBeVisible();
  await expect(citizen.getByRole('heading', { name: 'Quanto è stato facile usare questo servizio?' })).toBeVisible();
});

test('a network that is gone for ten seconds, a refresh in the middle and another way through the network ask nobody anything', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  const network = await networkOf(citizen);
  await meet(citizen, official, meeting);

  await network.drop();
  await expect(citizen.getByText('Ti stiamo ricollegando: non devi fare niente.')).toBeVisible();
  await control(citizen, /^Messaggi/).click();
  await write(citizen, 'Scritto senza rete.');
  await citizen.waitForTimeout(10_000); // as long as the network is gone
  network.giveBack();
  await expect(citizen.getByText('Ti stiamo ricollegando: non devi fare niente.')).toBeHidden({ timeout: 30_000 });
  await expectToSee(official, meeting.citizenName);
  await control(official, /^Messaggi: un messaggio nuovo/).click();
  await expect(official.getByRole('listitem').filter({ hasText: 'Scritto senza rete.' })).toHaveCount(1);

  await citizen.reload();
  await expect(callOf(citizen)).toBeVisible();
  await expectGrowing(others(citizen).first());
  await expectToSee(official, meeting.citizenName);

  // As from Wi-Fi to mobile: both look for another way at once, and one gives way.
  for (const page of [citizen, official]) await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expectGrowing(others(citizen).first());
  await expectToSee(official, meeting.citizenName);
});

test('the second tab of a person takes over, and the first one says so and can have it back', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  await meet(citizen, official, meeting);
  const second = await citizen.context().newPage();
  await citizenComes(second, meeting);
  await expect(callOf(second)).toBeVisible();
  await expect(callOf(citizen)).toBeHidden();
  await expectToSee(official, meeting.citizenName);
  await citizen.getByRole('main').getByRole('button').first().click();
  await expect(callOf(citizen)).toBeVisible();
  await expect(callOf(second)).toBeHidden();
});

test('three people meet, one of them with the link of a relative, on a phone and with the keyboard alone, without a barrier in any state', async ({ browser, desk }) => {
  const meeting = await openMeeting(desk);
  const citizen = await openBrowserOf(browser, desk, { viewport: phone });
  const official = await openBrowserOf(browser, desk);
  const relative = await openBrowserOf(browser, desk);
  await meet(citizen, official, meeting);
  await guestComes(relative, await linkOfGuest(meeting, desk, 'Ugo Rossi'));
  await letIn(official, 'Ugo Rossi');
  await expect(callOf(relative)).toBeVisible();
  for (const [page, name] of [[official, 'Ugo Rossi'], [citizen, 'Ugo Rossi'], [relative, 'Ada Rossi'], [official, 'Ada Rossi']] as const) await expectToSee(page, name);

  await expectNoBarrier(citizen);
  await expectNoSidewaysScroll(citizen);
  await expectNoBarrier(official);
  await relative.goto('/stanza?lingua=en&passo=entra');
  await expect(relative.getByText('Not recorded')).toBeVisible();
  await relative.getByRole('button', { name: 'Messages' }).click();
  await expectNoBarrier(relative);
  await control(citizen, 'Spegni il microfono').focus();
  await citizen.keyboard.press('Enter');
  await expect(control(citizen, 'Accendi il microfono')).toBeFocused();
  await expect(official.getByRole('log')).toContainText('Ada Rossi ha spento il microfono.');
  await expect(pictureOf(official, 'Ada Rossi').getByText('Microfono spento')).toBeAttached();
  await control(citizen, 'Spegni la videocamera').focus();
  await citizen.keyboard.press('Space');
  await expect(pictureOf(official, 'Ada Rossi').locator('video')).toHaveCount(0);
  await control(citizen, /^Messaggi/).focus();
  await citizen.keyboard.press('Enter');
  await expect(citizen.getByRole('heading', { name: 'Messaggi' })).toBeFocused();
  await expectNoBarrier(citizen);
  await citizen.keyboard.press('Escape');
  await expect(control(citizen, /^Messaggi/)).toBeFocused();
  await control(citizen, 'Documenti').click();
  await expectNoBarrier(citizen);
  await citizen.keyboard.press('Escape');
  await control(citizen, 'Altro').click();
  await citizen.getByLabel('Solo voce').check();
  await expectNoBarrier(citizen);
  await citizen.getByRole('dialog').getByRole('button', { name: 'Chiudi' }).click();
  await expect(citizen.getByText('Solo voce: le immagini sono spente.')).toBeVisible();
  await citizen.getByRole('button', { name: 'Torna al video' }).click();
  await expectToSee(citizen, 'Ugo Rossi');
  await control(citizen, 'Chiamami al telefono').click();
  await expectNoBarrier(citizen);
  await citizen.keyboard.press('Escape');
  await control(citizen, 'Esci').click();
  await expectNoBarrier(citizen);
  await citizen.getByRole('dialog').getByRole('button', { name: 'Esci' }).click();
  await expect(callOf(citizen)).toBeHidden();
  await expect(official.getByRole('log')).toContainText('Ada Rossi non è più nella videochiamata.');
});
