import { expect, type Page } from '@playwright/test';
import { call, cancelAppointment } from '@sportello/contract';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, expectNoBarrierInEither, open } from './citizen.ts';
import { test } from './own-desk.ts';
import { callOf, citizenComes, letIn, type Meeting, officialComes, openBrowserOf, openMeeting, withDevices } from './room-meeting.ts';
import { signInAsDemo } from './staff.ts';

const minute = 60_000;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test.use(withDevices);
test.describe.configure({ timeout: 120_000 });

/** The link of a message, as it opens one of the pages around the room. */
function linkTo(page: 'prova' | 'stanza', { code, manage_token }: Meeting['booked']): string {
  return `/appuntamento/${code}/${page}#${manage_token}`;
}

test('whoever comes on another day, too early or after it was cancelled is told so, and what to do; in time there is one button', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  const booked = await bookAppointment({ baseURL: desk.url });
  const cancelled = await bookAppointment({ baseURL: desk.url });
  await call(cancelAppointment, { base: `${desk.url}/api/v1`, params: { code: cancelled.code }, token: cancelled.manage_token, body: {} });
  await open(page, linkTo('stanza', booked));
  await expect(heading(page, 'Non è oggi')).toBeVisible();
  await expectNoBarrierInEither(page);

  await desk.startAt(Date.parse(booked.starts_at) - 40 * minute);
  await page.reload();
  await expect(heading(page, 'La stanza apre fra poco')).toBeVisible();
  await expect(page.getByText('Mancano 25 minuti.').or(page.getByText('Mancano 24 minuti.'))).toBeVisible();
  await expectNoBarrierInEither(page);

  await open(page, linkTo('stanza', cancelled));
  await expect(heading(page, 'L’appuntamento è annullato')).toBeVisible();
  await expectNoBarrierInEither(page);

  // When it is open, the one button is in sight on the smallest phone, and nothing lies over it.
  await desk.startAt(Date.parse(booked.starts_at) - 5 * minute);
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, linkTo('stanza', booked));
  const enter = page.getByRole('button', { name: 'Entra nella stanza' });
  await expect(enter).toBeInViewport({ ratio: 1 });
  expect(await enter.evaluate((button) => {
    const { left, right, bottom } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint((left + right) / 2, bottom - 2));
  })).toBe(true);
});

test('one waits, reads a delay, writes, is let in, asks for the phone, and the board says each', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const board = await openBrowserOf(browser, desk);
  await signInAsDemo(board, /Amministrator/);

  await citizenComes(citizen, meeting);
  await expect(heading(citizen, 'Sei nella sala d’attesa')).toBeFocused();
  await expect(citizen.getByText('Sei il prossimo.', { exact: true })).toBeVisible();
  await expect(citizen.getByText('Nessuno registra.')).toBeVisible();
  await expectNoBarrierInEither(citizen);
  const row = board.getByRole('listitem').filter({ hasText: meeting.citizenName });
  await expect(row.getByText(/in attesa dalle/)).toBeVisible();
  await expect(board.getByRole('region', { name: 'Nelle sale d’attesa' })).toContainText(meeting.citizenName);

  await citizen.getByLabel('Il tuo messaggio').fill('Arrivo subito');
  await citizen.getByRole('button', { name: 'Invia' }).click();
  await expect(citizen.getByRole('list', { name: 'I messaggi' })).toContainText('Arrivo subito');

  await row.getByRole('link', { name: /^Entra nella stanza/ }).click();
  await expect(callOf(board)).toBeVisible();
  await board.getByRole('button', { name: 'Sportello' }).click();
  await board.getByRole('button', { name: /Annuncia 10 min/ }).click();
  await expect(board.getByText('Annunciati 10 minuti di ritardo.')).toBeVisible();
  await expectNoBarrier(board);
  await board.getByRole('dialog').getByRole('button', { name: 'Torna alla videochiamata' }).last().click();
  await expect(citizen.getByText('L’ufficio è in ritardo di circa 10 minuti.').first()).toBeVisible({ timeout: 20_000 });

  await letIn(board, meeting.citizenName);
  await expect(callOf(citizen)).toBeVisible();
  await expect(citizen).toHaveTitle(/Tocca a te!/);
  await callOf(citizen).getByRole('button', { name: 'Chiamami al telefono' }).click();
  await citizen.getByRole('dialog').getByRole('button', { name: 'Chiamami al telefono' }).click();
  await expect(citizen.getByRole('dialog').getByText('L’ufficio è avvisato e ti chiama')).toBeVisible();
  const other = await openBrowserOf(browser, desk);
  await signInAsDemo(other, /Amministrator/);
  await expect(other.getByRole('listitem').filter({ hasText: meeting.citizenName }).getByText('per telefono')).toBeVisible();
});

test('a second tab takes over and the first says so; the guest of a link waits, and leaves when it is taken back', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  await open(citizen, linkTo('stanza', meeting.booked));
  await citizen.getByText('Far entrare qualcun altro').click();
  await citizen.getByLabel('Nome, come lo vedranno gli altri*').fill('Luca Rossi');
  await citizen.getByRole('button', { name: 'Crea il link' }).click();
  const link = await citizen.getByLabel('Il link per Luca Rossi').inputValue();
  await expectNoBarrierInEither(citizen);

  const guest = await openBrowserOf(browser, desk);
  await open(guest, link);
  expect(new URL(guest.url()).hash).toBe('');
  await guest.getByRole('button', { name: 'Entra nella stanza' }).click();
  await expect(heading(guest, 'Sei nella sala d’attesa')).toBeVisible();
  await expectNoBarrier(guest);

  await citizenComes(citizen, meeting);
  await expect(heading(citizen, 'Sei nella sala d’attesa')).toBeVisible();
  const second = await citizen.context().newPage();
  await citizenComes(second, meeting);
  await expect(heading(second, 'Sei nella sala d’attesa')).toBeVisible();
  await expect(heading(citizen, 'La videochiamata continua in un’altra scheda')).toBeVisible();
  await expectNoBarrier(citizen);
  await citizen.getByRole('button', { name: 'Continua qui' }).click();
  await expect(heading(citizen, 'Sei nella sala d’attesa')).toBeVisible();

  await citizen.getByText('Far entrare qualcun altro').click();
  await citizen.getByRole('button', { name: 'Ritira il link: Luca Rossi' }).click();
  await expect(heading(guest, 'Questo invito non vale più')).toBeVisible({ timeout: 20_000 });
});

test('the official ends the meeting with an outcome, and the citizen reads it and rates', async ({ page: citizen, browser, desk }) => {
  const meeting = await openMeeting(desk);
  const official = await openBrowserOf(browser, desk);
  await citizenComes(citizen, meeting);
  await officialComes(official, meeting, /Amministrator/);
  await letIn(official, meeting.citizenName);
  await expect(callOf(citizen)).toBeVisible();
  await callOf(official).getByRole('button', { name: /^Termina/ }).click();
  const ending = official.getByRole('dialog');
  await ending.getByLabel('Esito').fill('Domanda completa.');
  await expectNoBarrier(official);
  await ending.getByRole('button', { name: 'Termina', exact: true }).click();
  await expect(official.getByText('Incontro terminato.')).toBeVisible();
  await expect(official.getByRole('region', { name: 'Presenze' })).toContainText(meeting.citizenName);
  await expectNoBarrier(official);

  await expect(heading(citizen, 'L’incontro è finito')).toBeVisible();
  await expect(citizen.getByText('Domanda completa.')).toBeVisible();
  await expect(citizen.getByRole('heading', { name: /Quanto/ })).toBeVisible();
  await expectNoBarrierInEither(citizen);
});
