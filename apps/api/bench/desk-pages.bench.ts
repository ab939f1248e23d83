import type { AddressInfo } from 'node:net';
import { addDays } from '@sportello/scheduling';
import { adminSession, cookieOf } from './admin-session.ts';
import { type Browser, openBrowser } from './browser.ts';
import { fillMonth } from './busy-month.ts';
import { openBenchDesk } from './desk.ts';

const visits = 5;
const quietMilliseconds = 1_000;

/** What the page is asked to note, in milliseconds from the navigation on. */
interface Noted {
  /** When it first showed what it is about. */
  readonly shownAt: number;
  /** When the last task of over 50 ms ended, which kept it from answering. */
  readonly busyUntil: number;
}

interface Stop {
  readonly title: string;
  readonly path: string;
  /** What is seen once the page is there. */
  readonly shows: string;
}

/** A script of the page. */
const noteWhen = (shows: string) => `
  window.noted = { shownAt: 0, busyUntil: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.noted.busyUntil = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelector(${JSON.stringify(shows)})) window.noted.shownAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Until the page shows its appointments and answers at once, in milliseconds: the later of the two, once a second has been quiet. */
async function visit(browser: Browser, address: string, sessionId: string, { path, shows }: Stop, slowdown: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'it-IT', bypassCSP: true }); // the questions are asked as text
  const [name = '', value = ''] = cookieOf(sessionId).split('=');
  await context.addCookies([{ name, value, url: address }]);
  await context.addInitScript({ content: noteWhen(shows) });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`${address}${path}`, { waitUntil: 'commit' });
  await page.waitForFunction('window.noted.shownAt > 0');
  let before: number | null = null;
  let noted: Noted = await page.evaluate('window.noted');
  while (before !== noted.busyUntil) {
    before = noted.busyUntil;
    await new Promise((resolve) => setTimeout(resolve, quietMilliseconds));
    noted = await page.evaluate('window.noted');
  }
  await context.close();
  return Math.max(noted.shownAt, noted.busyUntil);
}

function tell(title: string, took: readonly number[]): void {
  const inOrder = took.toSorted((one, other) => one - other).map(Math.round);
  console.log(`  ${title.padEnd(58)} median ${inOrder[Math.floor(inOrder.length / 2)]} ms   (${inOrder[0]} to ${inOrder.at(-1)})`);
}

const desk = await openBenchDesk({ calendars: 40, claims: 0, withPages: true });
const { monday } = await fillMonth(desk, 3000);
const sessionId = await adminSession(desk.database);
await desk.app.listen({ port: 0, host: '127.0.0.1' });
const address = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
const week = addDays(monday, 7);
const stops: readonly Stop[] = [
  { title: 'the board of a day, 150 appointments', path: `/scrivania?giorno=${week}`, shows: '.person-row' },
  { title: 'the week of one calendar', path: `/scrivania/agenda?vista=settimana&giorno=${week}&agende=${desk.calendarIds[0]}`, shows: '.agenda-card' },
  { title: 'the day of 40 calendars side by side', path: `/scrivania/agenda?vista=giorno&giorno=${week}&agende=${desk.calendarIds.join(',')}`, shows: '.agenda-card' },
  { title: 'the week of 40 calendars as a list', path: `/scrivania/agenda?vista=elenco&giorno=${week}&agende=${desk.calendarIds.join(',')}`, shows: '.agenda-list-day' },
];

console.log(`From the address to a page that answers, first visit, ${visits} times: 40 calendars, 3,000 appointments in the month, SQLite; server and Chromium share this machine`);
const browser = await openBrowser();
try {
  for (const slowdown of [1, 4]) {
    for (const stop of stops) {
      const took: number[] = [];
      for (let count = 0; count < visits; count += 1) took.push(await visit(browser, address, sessionId, stop, slowdown));
      tell(slowdown === 1 ? stop.title : `${stop.title}, at a quarter of the speed`, took);
    }
  }
} finally {
  await browser.close();
  await desk.close();
}
