import type { ConfirmedAppointment } from '@sportello/contract';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import type { OwnDesk } from './own-desk.ts';
import { signInAsDemo } from './staff.ts';

const oneDay = 24 * 60 * 60_000;
const people = [
  ['Bruna', 'Conti'],
  ['Carlo', 'Ferri'],
  ['Dina', 'Gallo'],
] as const;

export interface DeskDay {
  /** `2026-11-23` */
  readonly day: string;
  readonly names: readonly [string, string, string];
}

/** The early morning of a working day on which three people are expected at the counter of the SUAP. */
export async function openDay(desk: OwnDesk): Promise<DeskDay> {
  await desk.startAt(earlyOn(new Date(Date.now() + oneDay).toISOString()));
  const first = await expectSomebody(desk, people[0]);
  const day = first.starts_at.slice(0, 10);
  const { time } = (await (await fetch(`${desk.url}/api/v1/status`)).json()) as { time: string };
  // Tomorrow may be no working day.
  if (time.slice(0, 10) !== day) await desk.startAt(earlyOn(day));
  const others = [await expectSomebody(desk, people[1]), await expectSomebody(desk, people[2])];
  expect(others.map(({ starts_at }) => starts_at.slice(0, 10))).toEqual([day, day]);
  return { day, names: ['Bruna Conti', 'Carlo Ferri', 'Dina Gallo'] };
}

/** So early that citizens may still book for the same day. */
function earlyOn(day: string): string {
  return `${day.slice(0, 10)}T03:30:00Z`;
}

async function expectSomebody(desk: OwnDesk, [given, family]: readonly [string, string]): Promise<ConfirmedAppointment> {
  const booked = await bookAppointment({ baseURL: desk.url, channel: 'desk', daysAhead: 0 });
  const person = 'SELECT person_id FROM appointment_people JOIN appointments ON appointments.id = appointment_id WHERE code = ?';
  desk.change(`UPDATE people SET given_name = ?, family_name = ? WHERE id IN (${person})`, given, family, booked.code.replace('-', ''));
  return booked;
}

/** The board as somebody of the demonstration sees it, once the live stream stands. */
export async function openBoard(page: Page, who: RegExp = /Operatore Risposte/): Promise<void> {
  const live = page.waitForResponse((response) => response.url().endsWith('/staff/live') && response.ok());
  await signInAsDemo(page, who);
  await expect(page.getByRole('heading', { level: 2, name: /^Oggi/ })).toBeVisible();
  await live;
}

/** The same board in a browser of its own. */
export async function openElsewhere(browser: Browser, desk: OwnDesk, who: RegExp = /Responsabile/): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: desk.url, locale: 'it-IT' })).newPage();
  await openBoard(page, who);
  return page;
}

/** Who stands in a group of the board. */
export function inGroup(page: Page, group: string, name: string): Locator {
  return page.getByRole('region', { name: new RegExp(`^${group}`) }).getByRole('listitem').filter({ hasText: name });
}
