import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { call, type ConfirmedAppointment, inviteGuest } from '@sportello/contract';
import { bookAppointment } from './appointments.ts';
import { openDesk } from './desk-acts.ts';
import type { DeskInTime } from './own-desk.ts';
import { signInAsDemo } from './staff.ts';

// What journeys of the video room have in common: an appointment that is about to begin, and who meets in it.

const minute = 60_000;

/** A browser with a camera and a microphone of its own making, five pictures a second so that one machine carries several, and no question about them. */
export const withDevices = {
  launchOptions: {
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream=fps=5', '--use-fake-ui-for-media-stream'],
  },
};

export interface Meeting {
  readonly booked: ConfirmedAppointment;
  readonly id: string;
  readonly citizenName: string;
}

/** Five minutes before a meeting by video, at a desk with these settings. */
export async function openMeeting(desk: DeskInTime, settings: Readonly<Record<string, string>> = {}): Promise<Meeting> {
  await desk.startAt(Date.now(), settings);
  const booked = await bookAppointment({ baseURL: desk.url, channel: 'video' });
  await desk.startAt(Date.parse(booked.starts_at) - 5 * minute, settings);
  const { id } = await (await openDesk(desk.url)).look(booked);
  return { booked, id, citizenName: 'Ada Rossi' };
}

/** As the browser of a person of its own. */
export async function openBrowserOf(browser: Browser, desk: { readonly url: string }, more: object = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: desk.url, locale: 'it-IT', viewport: { width: 1280, height: 800 }, ...more });
  return context.newPage();
}

/** The citizen follows their link and presses the one button: then they wait. */
export async function citizenComes(page: Page, { booked }: Meeting): Promise<void> {
  await page.goto(`/appuntamento/${booked.code}/stanza#${booked.manage_token}`);
  await page.getByRole('main').getByRole('button', { name: 'Entra' }).first().click();
}

/** The official signs in and goes into the room. */
export async function officialComes(page: Page, { id }: Meeting, who: RegExp = /Operatore Risposte/): Promise<void> {
  await signInAsDemo(page, who, `/scrivania/stanza/${id}`);
  await page.getByRole('button', { name: 'Entra nella stanza', exact: true }).click();
  await expect(callOf(page)).toBeVisible();
}

export async function letIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Fai entrare ${name}` }).first().click();
}

/** The link of somebody whom the citizen invites. */
export async function linkOfGuest({ booked }: Meeting, desk: { readonly url: string }, name: string): Promise<string> {
  const { guest_token } = await call(inviteGuest, { base: `${desk.url}/api/v1`, params: { code: booked.code }, token: booked.manage_token, body: { name, role: 'relative' } });
  return `/stanza#${guest_token}`;
}

/** The guest follows their link and presses the one button: then they wait. */
export async function guestComes(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('main').getByRole('button', { name: 'Entra' }).first().click();
}

/** The call, as it fills the screen. */
export function callOf(page: Page): Locator {
  return page.getByRole('group', { name: 'Comandi della videochiamata' });
}

export function control(page: Page, name: string | RegExp): Locator {
  return callOf(page).getByRole('button', { name });
}

/** Whose picture it is, on the screen of this person. */
export function pictureOf(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Persone nella videochiamata' }).getByRole('listitem').filter({ hasText: name });
}

/** Pictures of this person go on arriving. */
export async function expectToSee(page: Page, name: string): Promise<void> {
  await expectGrowing(pictureOf(page, name).first());
}

export async function expectGrowing(picture: Locator): Promise<void> {
  const frames = async () => Number(await picture.getAttribute('data-frames-decoded'));
  await expect(picture).toHaveAttribute('data-connected', 'true', { timeout: 30_000 });
  const before = await frames();
  await expect.poll(frames, { timeout: 30_000 }).toBeGreaterThan(before);
}

export async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Scrivi un messaggio').fill(text);
  await page.getByLabel('Scrivi un messaggio').press('Enter');
}

/** The network of one page, which can be taken away and given back. To be made before the page comes to the room. */
export async function networkOf(page: Page): Promise<{ readonly drop: () => Promise<void>; readonly giveBack: () => void }> {
  let isDown = false;
  const open = new Set<{ close: (options?: { code?: number }) => Promise<void> }>();
  await page.routeWebSocket(/\/api\/v1\/room$/, (socket) => {
    if (isDown) return void socket.close({ code: 1011 });
    const server = socket.connectToServer();
    open.add(socket).add(server);
  });
  return {
    async drop() {
      isDown = true;
      for (const socket of open) await socket.close({ code: 1011 }).catch(() => undefined);
      open.clear();
    },
    giveBack() {
      isDown = false;
    },
  };
}
