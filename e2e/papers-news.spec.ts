import { expect, type Page } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { expectNoBarrier, open } from './citizen.ts';
import { openDesk } from './desk-acts.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';
import { openBrowserOf } from './room-meeting.ts';
import { signInAsDemo } from './staff.ts';

const papers = (page: Page) => page.getByRole('region', { name: 'Documenti', exact: true });
const give = (page: Page, name: string) => papers(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`) });

test('a paper from the citizen is new on the board until it is opened, and one from the office reaches the citizen by mail', async ({ page: citizen, browser, desk }) => {
  const present = Date.now();
  await desk.startAt(present);
  const email = `${crypto.randomUUID()}@example.org`;
  const booked = await bookAppointment({ baseURL: desk.url, channel: 'desk', email });
  const { id } = await (await openDesk(desk.url)).look(booked);
  const official = await openBrowserOf(browser, desk);
  await signInAsDemo(official, /^Responsabile/);
  await official.goto(`/scrivania?giorno=${booked.starts_at.slice(0, 10)}`);
  const row = official.locator(`[data-row="${id}"]`);
  await expect(row).toBeVisible();
  await expect(row).not.toContainText('documento');

  await open(citizen, `/appuntamento/${booked.code}#${booked.manage_token}`);
  await give(citizen, 'Delega.pdf');
  await expect(papers(citizen).getByRole('button', { name: 'Scarica Delega.pdf' })).toBeVisible();
  await expect(row.getByText('1 documento nuovo')).toBeVisible(); // without a reload
  await expectNoBarrier(official);

  const days = `/scrivania/agenda?giorno=${booked.starts_at.slice(0, 10)}`;
  const calendars = (await (await openDesk(desk.url)).look(booked)).calendar_ids;
  await official.goto(`${days}&vista=giorno&agende=${calendars.join(',')}`);
  await expect(official.locator(`[data-item="${id}"]`)).toContainText('1 documento nuovo');
  await expectNoBarrier(official);
  await official.goto(`${days}&vista=elenco&agende=${calendars.join(',')}`);
  await expect(official.getByText('1 documento nuovo')).toBeVisible();
  await official.goto(`/scrivania?giorno=${booked.starts_at.slice(0, 10)}`);

  await row.getByRole('link', { name: 'Ada Rossi' }).click();
  await expect(papers(official).getByRole('status').getByText('1 documento nuovo')).toBeVisible();
  await expect(papers(official).getByRole('listitem')).toContainText('nuovo');
  await give(citizen, 'Pianta.pdf');
  await expect(papers(official).getByText('2 documenti nuovi')).toBeVisible();
  await expectNoBarrier(official);
  for (const name of ['Delega.pdf', 'Pianta.pdf']) {
    await Promise.all([official.waitForEvent('download'), papers(official).getByRole('button', { name: `Scarica ${name}` }).click()]);
  }
  await expect(papers(official).getByText(/nuov[oi]/)).toHaveCount(0);

  await give(official, 'Ricevuta di Ada.pdf');
  await expect(papers(official).getByRole('button', { name: 'Scarica Ricevuta di Ada.pdf' })).toBeVisible();
  await desk.startAt(present + 7 * 60_000);
  const mail = await mailTo(citizen.request, email, /documenti per te/);
  expect(mail.text).not.toContain('Ricevuta');
  const later = await openBrowserOf(browser, desk);
  await later.goto(linkIn(mail));
  await expect(papers(later).getByRole('button', { name: 'Scarica Ricevuta di Ada.pdf' })).toBeVisible();
});
