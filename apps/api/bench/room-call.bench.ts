import { call, confirmHold, type ConfirmedAppointment, findSlots, holdSlot, listMunicipalities, showService, showStatus, showUnion } from '@sportello/contract';
import { type Browser, openBrowser, type Page } from './browser.ts';
import { openDemoDesk } from './demo-desk.ts';

const times = 5;
const account = { email: 'amministratore@example.org', password: 'dimostrazione-aperta' };
const viewport = { width: 1280, height: 800 };
const oneDay = 86_400_000;

/** A script of the page: when it was pressed, and when the first picture of somebody else was shown. */
const noteFirstPicture = `
  window.noted = { pressedAt: 0, seenAt: 0 };
  addEventListener('click', () => (window.noted = { pressedAt: performance.timeOrigin + performance.now(), seenAt: 0 }), true);
  const look = () => {
    const video = document.querySelector('.call-tile[data-connected] video');
    if (video && video.videoWidth > 0 && video.currentTime > 0) window.noted.seenAt ||= performance.timeOrigin + performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

const press = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`;
const isThere = (selector: string) => `document.querySelector(${JSON.stringify(selector)}) !== null`;
const admitButton = '.call-notice .call-notice-button';

async function bookByVideo(base: string): Promise<ConfirmedAppointment> {
  const [{ time }, service, { items: comuni }, { privacy_notice }] = await Promise.all([
    call(showStatus, { base }),
    call(showService, { base, params: { id: 'informazioni-scia' } }),
    call(listMunicipalities, { base, querystring: {} }),
    call(showUnion, { base }),
  ]);
  const questions = service.channels.find(({ channel }) => channel === 'video')?.questions ?? [];
  const wanted = { service_id: service.id, channel: 'video' as const, municipality_id: comuni[0]?.id ?? '' };
  const day = (days: number) => new Date(Date.parse(time) + days * oneDay).toISOString().slice(0, 10);
  const { items } = await call(findSlots, { base, querystring: { ...wanted, from: day(2), to: day(30) } });
  const hold = await call(holdSlot, { base, body: { ...wanted, starts_at: items[0]?.starts_at ?? '' } });
  const answers = questions.filter(({ required }) => required).map(({ id, kind, choices }) => ({ question_id: id, value: kind === 'yes_no' ? false : kind === 'date' ? day(90) : (choices[0]?.value ?? 'Una prova') }));
  const person = { given_name: 'Ada', family_name: 'Rossi', email: 'ada@example.org', phone: '+390141123456' };
  return call(confirmHold, { base, token: hold.token, body: { hold_id: hold.id, person, on_behalf_of: null, answers, language: 'it', privacy_notice_version: privacy_notice.version } });
}

async function signIn(url: string): Promise<{ name: string; value: string; url: string }> {
  const answer = await fetch(`${url}/api/v1/staff/sign-ins`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify(account) });
  const [cookie = ''] = answer.headers.getSetCookie();
  const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=') ?? [];
  return { name, value, url };
}

async function idOf(url: string, { code, starts_at }: ConfirmedAppointment, cookie: { name: string; value: string }): Promise<string> {
  const board = await fetch(`${url}/api/v1/staff/board?day=${starts_at.slice(0, 10)}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
  const { items } = (await board.json()) as { items: { id: string; code: string }[] };
  return items.find((item) => item.code === code)?.id ?? '';
}

async function openPage(browser: Browser): Promise<{ page: Page; context: Awaited<ReturnType<Browser['newContext']>> }> {
  const context = await browser.newContext({ viewport, locale: 'it-IT', bypassCSP: true }); // the questions are asked as text
  await context.addInitScript({ content: noteFirstPicture });
  return { context, page: await context.newPage() };
}

interface Noted {
  readonly pressedAt: number;
  readonly seenAt: number;
}

const desk = await openDemoDesk();
const browser = await openBrowser(['--use-fake-device-for-media-stream=fps=10', '--use-fake-ui-for-media-stream']);
try {
  await desk.startAt(Date.now());
  const booked = await bookByVideo(`${desk.url}/api/v1`);
  await desk.startAt(Date.parse(booked.starts_at) - 5 * 60_000);
  const cookie = await signIn(desk.url);
  const id = await idOf(desk.url, booked, cookie);

  const official = await openPage(browser);
  await official.context.addCookies([cookie]);
  await official.page.goto(`${desk.url}/scrivania/stanza/${id}?entra=si`, { waitUntil: 'commit' });
  await official.page.waitForFunction(isThere('.call-controls'));
  const address = `${desk.url}/appuntamento/${booked.code}/stanza`;

  const admitted: number[] = [];
  const cameBack: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const citizen = await openPage(browser);
    await citizen.page.goto(`${address}#${booked.manage_token}`, { waitUntil: 'commit' });
    await citizen.page.waitForFunction(isThere('.room-ways button'));
    await citizen.page.evaluate(press('.room-ways button'));
    await official.page.waitForFunction(isThere(admitButton));
    await official.page.evaluate(press(admitButton));
    await citizen.page.waitForFunction('window.noted.seenAt > 0');
    const pressed: Noted = await official.page.evaluate('window.noted');
    const seen: Noted = await citizen.page.evaluate('window.noted');
    admitted.push(seen.seenAt - pressed.pressedAt);

    // The same person opens the link again: they are let in already, so that the tap alone decides.
    const again = await citizen.context.newPage();
    await again.goto(`${address}#${booked.manage_token}`, { waitUntil: 'commit' });
    await again.waitForFunction(isThere('.room-ways button'));
    await again.evaluate(press('.room-ways button'));
    await again.waitForFunction('window.noted.seenAt > 0');
    const noted: Noted = await again.evaluate('window.noted');
    cameBack.push(noted.seenAt - noted.pressedAt);

    await again.evaluate(press('.call-control-danger'));
    await again.waitForFunction(isThere('dialog .btn-danger'));
    await again.evaluate(press('dialog .btn-danger'));
    await again.waitForFunction(`!(${isThere('.call-controls')})`);
    await citizen.context.close();
  }

  console.log(`The room, two browsers of one Chromium with made-up cameras, server and both on this machine, ${times} times`);
  tell('from "Fai entrare" to the first picture at the citizen', admitted);
  tell('from the tap "Entra" of somebody who was let in to the first picture', cameBack);
} finally {
  await browser.close();
  await desk.close();
}

function tell(title: string, took: readonly number[]): void {
  const inOrder = took.toSorted((one, other) => one - other).map(Math.round);
  console.log(`  ${title.padEnd(70)} median ${inOrder[Math.floor(inOrder.length / 2)]} ms   (${inOrder[0]} to ${inOrder.at(-1)})`);
}
