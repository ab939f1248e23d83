import { expect, type Page } from '@playwright/test';
import { expectNoBarrierInEither, expectNoSidewaysScroll } from './citizen.ts';
import { beside, connectGoto } from './goto-connection.ts';
import { test } from './own-goto.ts';
import { callOf, citizenComes, expectToSee, type Meeting, openBrowserOf, openMeeting, withDevices } from './room-meeting.ts';
import { signInAsDemo } from './staff.ts';

test.use(withDevices);
test.describe.configure({ timeout: 120_000 });

const open = (page: Page) => page.getByRole('button', { name: 'Apri la videochiamata' });
const admission = (page: Page, name: string) => page.getByRole('button', { name: `Fai entrare: ${name}` });

/** Presses the button, and answers with the tab that it opened. */
async function vendorTab(page: Page, name = 'Apri la videochiamata'): Promise<Page> {
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name }).click()]);
  return tab;
}

async function officialWaits(page: Page, { id, citizenName }: Meeting): Promise<void> {
  await signInAsDemo(page, /Operatore Risposte/, `/scrivania/stanza/${id}`);
  await page.getByRole('button', { name: 'Entra nella stanza', exact: true }).click();
  await expect(page.getByText('L’Unione si incontra su GoToMeeting')).toBeVisible();
  await expect(admission(page, citizenName)).toBeVisible();
}

test('a union that meets at GoToMeeting: our waiting room is the gate, and each comes to the vendor’s in a tab of their own', async ({ page: citizen, browser, desk, goto }) => {
  await desk.startAt(Date.now(), beside);
  const administrator = await openBrowserOf(browser, desk);
  await connectGoto(administrator, goto);
  await administrator.context().close();
  const meeting = await openMeeting(desk, beside);
  const official = await openBrowserOf(browser, desk);

  await citizenComes(citizen, meeting);
  await expect(citizen.getByRole('heading', { level: 1, name: 'Sei nella sala d’attesa' })).toBeVisible();
  await expect(open(citizen)).toHaveCount(0); // nobody comes to the vendor's who was not let in
  await officialWaits(official, meeting);
  await expectNoBarrierInEither(official);
  const leading = await vendorTab(official);
  await expect(leading).toHaveURL(new RegExp(`^http://${goto.host}/host/\\d+\\?authentication=`));
  await expect(official.getByText('Torna qui per far passare chi aspetta')).toBeVisible();
  await admission(official, meeting.citizenName).click();

  await expect(citizen.getByRole('heading', { level: 1, name: 'L’ufficio ti aspetta' })).toBeFocused();
  await expect(citizen.getByText('Lascia aperta questa pagina')).toBeVisible();
  await expectNoBarrierInEither(citizen);
  await expectNoSidewaysScroll(citizen);
  const joined = await vendorTab(citizen);
  await expect(joined).toHaveURL(new RegExp(`^http://${goto.host}/join/\\d+$`));
  expect(await joined.evaluate(() => window.opener === null)).toBe(true); // the vendor's page has no hold of ours
  await joined.close();
  await expect(citizen.getByText('Se l’hai chiusa o non la trovi, riaprila con il pulsante.')).toBeVisible();
  await expect(await vendorTab(citizen, 'Riapri la videochiamata')).toHaveURL(new RegExp(`^http://${goto.host}/join/\\d+$`));

  // What is written and given goes on in our own page.
  await official.getByLabel('Il tuo messaggio').fill('Le mando il modulo');
  await official.getByRole('button', { name: 'Invia' }).click();
  await expect(citizen.getByRole('list', { name: 'I messaggi' })).toContainText('Le mando il modulo');
  await official.getByRole('region', { name: 'Documenti' }).locator('input[type=file]').setInputFiles({ name: 'Modulo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await expect(citizen.getByRole('button', { name: 'Scarica Modulo.pdf' })).toBeVisible();
});

test('a vendor that is down: both meet in our own room and are told so', async ({ page: citizen, browser, desk, goto }) => {
  await desk.startAt(Date.now(), beside);
  const administrator = await openBrowserOf(browser, desk);
  await connectGoto(administrator, goto);
  await administrator.context().close();
  const meeting = await openMeeting(desk, beside);
  const official = await openBrowserOf(browser, desk);
  await citizenComes(citizen, meeting);
  await officialWaits(official, meeting);
  await admission(official, meeting.citizenName).click();
  await expect(open(citizen)).toBeVisible();
  await goto.stop();
  await open(citizen).click();
  for (const page of [citizen, official]) {
    await expect(callOf(page)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Il servizio di videochiamata esterno non risponde: continuiamo qui.')).toBeVisible();
  }
  expect(citizen.context().pages()).toHaveLength(1); // the tab that found nobody is gone
  await expectToSee(official, meeting.citizenName);
});
