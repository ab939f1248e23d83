import { expect, type Page, test } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrierInEither, open, phone, tabTo } from './citizen.ts';
import { openDesk } from './desk-acts.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { onTheWall } from './wall-time.ts';

const words = 'Quel giorno siamo in sopralluogo: va bene due giorni dopo?';
const newEmail = () => `${crypto.randomUUID()}@example.org`;
const request = (baseURL: string | undefined, daysAhead: number, email = newEmail()) => bookAppointment({ baseURL, service: 'eventi-e-manifestazioni', email, daysAhead });
const isProposed = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'L’ufficio ti propone un altro orario' })).toBeVisible();
const isConfirmed = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'Appuntamento confermato' })).toBeFocused();
const accept = (page: Page) => page.getByRole('button', { name: /^Accetta / });

test('the link of the mail shows both times, one tap accepts, and the mail of confirmation follows', async ({ page, context, request: api, baseURL }) => {
  test.slow();
  const email = newEmail();
  const asked = await request(baseURL, 5, email);
  const official = await openDesk(baseURL);
  const proposed = onTheWall(await official.propose(asked, words));
  const link = linkIn(await mailTo(api, email, /propone/));
  await open(page, link);
  await isProposed(page);
  const panel = page.getByRole('region', { name: 'La proposta dell’ufficio' });
  await expect(panel.getByRole('definition').first()).toContainText(onTheWall(asked.starts_at).day);
  await expect(panel.getByRole('definition').last()).toContainText(`${proposed.day}, dalle ore ${proposed.time}`);
  await expect(panel.getByText(words)).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Scegli un altro orario' })).toHaveAttribute('href', /\/sposta/);
  await expectNoBarrierInEither(page);

  const other = await context.newPage();
  await open(other, link);
  await isProposed(other);
  await accept(page).dblclick();
  await isConfirmed(page);
  await expect(page.getByText('Hai accettato l’orario proposto dall’ufficio.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`${proposed.day}dalle ore ${proposed.time}`);
  await expectNoBarrierInEither(page);
  const mail = await mailTo(api, email, /^Appuntamento confermato/);
  expect(mail.subject).toContain(`${proposed.day}, ore ${proposed.time}`);
  expect(mail.ics).toContain('STATUS:CONFIRMED');

  if (await accept(other).isVisible()) await accept(other).click();
  await expect(other.getByText('Confermato', { exact: true }).filter({ visible: true })).toBeVisible();
  await official.close();
});

test('a proposal that the office changed, or decided upon, meanwhile is told with what holds now', async ({ page, baseURL }) => {
  const asked = await request(baseURL, 12);
  const official = await openDesk(baseURL);
  await official.propose(asked, words);
  await open(page, `/appuntamento/${asked.code}#${asked.manage_token}`);
  await isProposed(page);
  const newer = onTheWall(await official.propose(asked, 'Meglio così.', 3));
  await accept(page).click();
  await expect(page.getByRole('alert')).toContainText('L’ufficio ha cambiato la sua proposta');
  await expect(page.getByRole('button', { name: `Accetta ${newer.day}, ore ${newer.time}` })).toBeVisible();
  await official.approve(asked);
  await accept(page).click();
  await expect(page.getByRole('alert')).toContainText('Nel frattempo l’appuntamento è cambiato');
  await expect(page.getByText('Confermato', { exact: true }).filter({ visible: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await official.close();
});

test('on a phone a proposal is accepted with the keyboard alone', async ({ page, baseURL }) => {
  await page.setViewportSize(phone);
  const asked = await request(baseURL, 19);
  const official = await openDesk(baseURL);
  const { day, time } = onTheWall(await official.propose(asked, words));
  await open(page, `/appuntamento/${asked.code}#${asked.manage_token}`);
  await tabTo(page, `Accetta ${day}, ore ${time}`, 'Enter');
  await isConfirmed(page);
  await official.close();
});

test('instead of accepting, another time is chosen or the request is cancelled', async ({ page, baseURL }) => {
  const asked = await request(baseURL, 26);
  const official = await openDesk(baseURL);
  await official.propose(asked, words);
  await open(page, `/appuntamento/${asked.code}#${asked.manage_token}`);
  await page.getByRole('link', { name: 'Scegli un altro orario' }).click();
  await page.getByRole('button', { name: /orari? liber[oi]$/ }).last().click();
  await page.getByRole('group', { name: /Mattina|Pomeriggio/ }).getByRole('button').last().click();
  await page.getByRole('button', { name: 'Conferma e sposta' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento spostato' })).toBeFocused();
  await expect(page.getByText('In attesa di conferma', { exact: true }).filter({ visible: true })).toBeVisible();
  await expect(accept(page)).toBeHidden();
  await official.close();
});
