import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, phone, tabTo } from './citizen.ts';
import { agendaOf, bookWith, calendarNamed, morning, ownCalendar, thursday } from './desk-calendars.ts';
import { busyAt, type OtherCalendar, test } from './other-calendar.ts';
import { asAdministrator, demoPassword, signInAsDemo } from './staff.ts';

const afternoon = { day: thursday, from: '15:00', to: '16:00' };

async function openLinks(page: Page, calendarId: string, who: RegExp = /Operatore Tecnico/): Promise<void> {
  await signInAsDemo(page, who, `/scrivania/agende/${calendarId}/orari`);
  await page.getByRole('link', { name: 'Calendari collegati', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Calendari collegati a ${ownCalendar}` })).toBeFocused();
}

async function link(page: Page, address: string): Promise<void> {
  await page.getByLabel('Indirizzo dell’altro calendario*').fill(address);
  await page.getByRole('button', { name: 'Collega il calendario' }).click();
}

/** The calendar as a colleague linked it before. */
async function follow(api: APIRequestContext, calendarId: string, { port }: OtherCalendar): Promise<void> {
  const linked = await api.post(`/api/v1/staff/calendars/${calendarId}/busy-sources`, { data: { address: `http://localhost:${port}/impegni.ics` } });
  expect(linked.status(), await linked.text()).toBe(201);
}

/** When the calendar is open that Thursday: "14:00-17:30". */
async function hoursOf(api: APIRequestContext, calendarId: string): Promise<readonly string[] | undefined> {
  const { calendars } = await agendaOf(api, thursday);
  return calendars.find(({ id }) => id === calendarId)?.open.map(({ starts_at, ends_at }) => `${starts_at.slice(11, 16)}-${ends_at.slice(11, 16)}`);
}

test('by keyboard alone, an official makes a private address: it tells when and what, never who, and ends when it is taken back', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await bookWith(api, { day: thursday, time: '14:00', calendarId: own, familyName: 'Riservata', email: 'riservata@example.org' });
  await openLinks(page, own);

  await tabTo(page, 'Crea un indirizzo privato', 'Enter');
  await expect(page.getByRole('heading', { name: 'Il tuo indirizzo privato' })).toBeFocused();
  await expectNoBarrierInEither(page);
  const address = await page.getByLabel('Indirizzo', { exact: true }).inputValue();
  await expect(page.getByRole('link', { name: 'Apri nel calendario di questo dispositivo' })).toHaveAttribute('href', address.replace('http:', 'webcal:'));

  // As a program asks, without a cookie.
  const read = await fetch(address);
  expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const file = (await read.text()).replaceAll('\r\n ', '');
  expect(file).toContain('DTSTART:20270204T130000Z');
  expect(file).toContain('SUMMARY:Certificato di destinazione urbanistica');
  expect(file).not.toMatch(/Ada|Riservata|riservata|141123456/);

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: 'Creato: oggi alle 07:4' });
  await expect(row).toContainText('Letto l’ultima volta: oggi alle 07:4');
  await expect(page.getByText(address)).toBeHidden();
  await tabTo(page, 'Togli', 'Enter');
  const question = page.getByRole('dialog', { name: 'Togliere questo indirizzo?' });
  await expectNoBarrier(page);
  await tabTo(page, 'Togli l’indirizzo', 'Enter');
  await expect(question).toBeHidden();
  await expect(page.getByText('Indirizzo tolto.')).toBeVisible();
  await expect(page.getByText('Non ne hai ancora creato nessuno.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'I tuoi indirizzi per questa agenda' })).toBeFocused();
  expect((await fetch(address)).status).toBe(404);
});

test('what is busy in another calendar closes this one: the agenda and the hours say so, and somebody is told who falls into it', async ({ page, desk, elsewhere }) => {
  await desk.startAt(morning, { BUSY_PRIVATE_HOSTS: 'localhost' });
  elsewhere.answer = busyAt(afternoon);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await bookWith(api, { day: thursday, time: '15:30', calendarId: own, familyName: 'Toccata' });
  expect(await hoursOf(api, own)).toEqual(['14:00-17:30']);

  await openLinks(page, own);
  await link(page, `http://localhost:${elsewhere.port}/impegni.ics`);
  await expect(page.getByText('Calendario collegato. Letti 1 impegno da oggi in poi.')).toBeVisible();
  await expect(page.getByLabel('Indirizzo dell’altro calendario*')).toHaveValue('');
  expect(await hoursOf(api, own)).toEqual(['14:00-15:00', '16:00-17:30']);
  const row = page.getByRole('listitem').filter({ hasText: 'localhost' });
  await expect(row).toContainText('1 appuntamento cade in questi impegni (giovedì 4 febbraio 2027)');
  await expectNoBarrier(page);

  await row.getByRole('link', { name: 'Guarda l’agenda' }).click();
  await expect(page.getByRole('link', { name: /^Prenota alle 15:00, .*Impegno da un altro calendario$/ })).toBeAttached();
  await page.getByText(`Agenda: ${ownCalendar}`).click();
  await page.getByRole('link', { name: `Orari di ${ownCalendar}` }).click();
  const away = page.getByRole('region', { name: 'Assenze' });
  await away.getByText('1 impegno da un altro calendario').click();
  await expect(away.getByRole('listitem')).toContainText('giovedì 4 febbraio 2027, dalle 15:00 alle 16:00');
  await expect(away.getByRole('button', { name: /^Togli/ })).toHaveCount(0);
  await expect(page.getByText('Visita medica')).toHaveCount(0);
  await expectNoBarrier(page);
});

test('a calendar elsewhere that fails is told of and what it said before stays; removed, it leaves the time free again', async ({ page, desk, elsewhere }) => {
  await desk.startAt(morning, { BUSY_PRIVATE_HOSTS: 'localhost' });
  elsewhere.answer = busyAt(afternoon);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await follow(api, own, elsewhere);
  await openLinks(page, own);
  const row = page.getByRole('listitem').filter({ hasText: 'localhost' });
  const readNow = row.getByRole('button', { name: 'Leggi adesso localhost' });

  elsewhere.answer = { status: 503, text: '' };
  await readNow.click();
  await expect(row).toContainText(/Non riusciamo più a leggerlo\. Ultima lettura riuscita: oggi alle 07:4.*Gli impegni letti prima restano validi/);
  await expectNoBarrierInEither(page);
  expect(await hoursOf(api, own)).toEqual(['14:00-15:00', '16:00-17:30']);

  elsewhere.answer = busyAt({ ...afternoon, from: '16:00', to: '17:00' });
  await readNow.click();
  await expect(page.getByText('localhost: letto adesso.')).toBeVisible();
  expect(await hoursOf(api, own)).toEqual(['14:00-16:00', '17:00-17:30']);

  await row.getByRole('button', { name: 'Togli localhost' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Togli il calendario' }).click();
  await expect(page.getByText('Nessun calendario collegato.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Calendari che chiudono questa agenda' })).toBeFocused();
  expect(await hoursOf(api, own)).toEqual(['14:00-17:30']);
});

test('an address that is no calendar, or lies in a private network, is refused in words, and what was typed stays', async ({ page, context, desk, elsewhere }) => {
  await desk.startAt(morning, { BUSY_PRIVATE_HOSTS: 'localhost' });
  const own = await calendarNamed(await asAdministrator(desk.url), ownCalendar);
  await openLinks(page, own);
  const field = page.getByLabel('Indirizzo dell’altro calendario*');
  const summary = page.getByRole('group', { name: 'Controlla questi dati' });

  for (const [address, said] of [
    ['calendar.example.org/impegni.ics', 'L’indirizzo deve cominciare con https://'],
    ['http://', 'Manca il nome del sito'],
    [`http://127.0.0.1:${elsewhere.port}/impegni.ics`, 'Questo indirizzo porta dentro una rete privata'],
  ] as const) {
    await link(page, address);
    await expect(summary).toContainText(said);
    await expect(summary).toBeFocused();
    await expect(field).toHaveValue(address);
  }
  await expectNoBarrierInEither(page);

  elsewhere.answer = { status: 200, text: '<!doctype html><title>Il mio calendario</title>' };
  const address = `http://localhost:${elsewhere.port}/pagina`;
  await link(page, address);
  await expect(summary).toContainText('A questo indirizzo non c’è un calendario');
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await summary.getByRole('link').click();
  await expect(field).toBeFocused();

  // The session ends meanwhile: what was typed goes on once the person is known again.
  elsewhere.answer = busyAt(afternoon);
  await context.clearCookies();
  await page.getByRole('button', { name: 'Collega il calendario' }).click();
  const again = page.getByRole('dialog', { name: 'La sessione è finita' });
  await again.getByLabel('Password*').fill(demoPassword);
  await expect(field).toHaveValue(address);
  await again.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page.getByText('Calendario collegato. Letti 1 impegno da oggi in poi.')).toBeVisible();
});

test('who may only look sees which calendars close this one, and changes none', async ({ page, desk, elsewhere }) => {
  await desk.startAt(morning, { BUSY_PRIVATE_HOSTS: 'localhost' });
  elsewhere.answer = busyAt(afternoon);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await follow(api, own, elsewhere);
  await openLinks(page, own, /Revisore/);
  await expect(page.getByRole('listitem').filter({ hasText: 'localhost' })).toContainText('1 impegno da oggi in poi');
  await expect(page.getByRole('button', { name: /^(Leggi adesso|Togli)/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Collega il calendario' })).toHaveCount(0);
  await expectNoBarrier(page);
});
