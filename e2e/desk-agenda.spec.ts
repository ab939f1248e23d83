import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither, open, phone } from './citizen.ts';
import { agendaOf, bookWith, calendarNamed, colleague, morning, ownCalendar, thursday, wednesday } from './desk-calendars.ts';
import { countInput } from './desk-booking.ts';
import { mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

const agendaPage = `/scrivania/agenda?giorno=${wednesday}`;

function card(page: Page, name: string): Locator {
  return page.getByRole('grid').getByRole('button', { name });
}

function freeCell(page: Page, time: string, calendar: string): Locator {
  return page.getByRole('grid').getByRole('link', { name: new RegExp(`^Prenota alle ${time}, ${calendar.replace(/[()]/g, '\\$&')}`) });
}

/** Takes the card at its upper edge, so that its beginning comes to lie where the pointer lets go. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await expect(from).toBeVisible();
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('both ends must be in sight');
  await page.mouse.move(start.x + 40, start.y + 4);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 14, { steps: 3 });
  await page.mouse.move(end.x + 40, end.y + 6, { steps: 6 });
  await page.mouse.up();
}

test('an appointment is dragged to another time and calendar, the citizen is told, and it is put back', async ({ page, desk, request }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const [own, other] = [await calendarNamed(api, ownCalendar), await calendarNamed(api, colleague)];
  const email = 'trascinata@example.org';
  await bookWith(api, { day: wednesday, time: '09:00', calendarId: own, familyName: 'Trascinata', email });

  await signInAsDemo(page, /Amministratore/, `${agendaPage}&vista=giorno&agende=${own},${other}`);
  await expect(card(page, 'Ada Trascinata')).toContainText('09:00');
  await drag(page, card(page, 'Ada Trascinata'), freeCell(page, '11:00', ownCalendar));
  const dialog = page.getByRole('dialog', { name: 'Spostare l’appuntamento?' });
  await expect(dialog).toContainText('dalle ore 11:00 alle ore 11:30');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Sposta e avvisa il cittadino' }).click();
  await expect(card(page, 'Ada Trascinata')).toContainText('11:00');
  expect((await mailTo(request, email, /^L’ufficio ha spostato il tuo appuntamento/)).subject).toContain('mercoledì 3 febbraio 2027, ore 11:00');

  await page.getByRole('button', { name: 'Rimetti com’era' }).click();
  await expect(page.getByText('Rimesso com’era.')).toBeVisible();
  await expect(card(page, 'Ada Trascinata')).toContainText('09:00');
});

test('to tomorrow takes a drag and one click', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await bookWith(api, { day: wednesday, time: '09:00', calendarId: own, familyName: 'Domani' });
  await signInAsDemo(page, /Amministratore/, `${agendaPage}&vista=settimana&agende=${own}`);
  const counted = await countInput(page);

  await drag(page, card(page, 'Ada Domani'), page.locator(`a[href*="${encodeURIComponent(`${thursday}T09:00`)}"]`));
  await page.getByRole('dialog', { name: 'Spostare l’appuntamento?' }).getByRole('button', { name: /^Sposta/ }).first().click();
  await expect(card(page, 'Ada Domani')).toContainText('10:00');
  expect((await agendaOf(api, thursday)).items.map(({ starts_at }) => starts_at)).toContain(`${thursday}T10:00:00+01:00`);
  const { clicks, keys } = await counted();
  test.info().annotations.push({ type: 'input', description: `move to tomorrow: ${clicks} presses of the mouse, ${keys} keystrokes` });
  expect([clicks, keys]).toEqual([2, 0]);
});

test('who came first keeps a time; the appointment stays where it was, and the page says why', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await bookWith(api, { day: wednesday, time: '09:00', calendarId: own, familyName: 'Prima' });
  await bookWith(api, { day: wednesday, time: '10:00', calendarId: own, familyName: 'Seconda' });

  await signInAsDemo(page, /Amministratore/, `${agendaPage}&vista=giorno&agende=${own}`);
  await drag(page, card(page, 'Ada Prima'), card(page, 'Ada Seconda'));
  await expect(page.getByRole('alert')).toContainText('Non si può: in quell’orario c’è già Ada Seconda');
  await expect(card(page, 'Ada Prima')).toContainText('09:00');
});

test('by keyboard alone an appointment is moved, given up, and moved outside the hours with a warning', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const [own, other] = [await calendarNamed(api, ownCalendar), await calendarNamed(api, colleague)];
  await bookWith(api, { day: wednesday, time: '09:00', calendarId: own, familyName: 'Tastiera' });
  await signInAsDemo(page, /Amministratore/, `${agendaPage}&vista=giorno&agende=${own},${other}`);
  await expect(card(page, 'Ada Tastiera')).toBeVisible();

  await page.getByRole('button', { name: 'Vai alla tabella' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(card(page, 'Ada Tastiera')).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: 'Spostamento annullato' })).toHaveCount(1);
  await expect(card(page, 'Ada Tastiera')).toContainText('09:00');

  await page.keyboard.press('s');
  for (let hour = 0; hour < 4; hour++) await page.keyboard.press('PageDown');
  await expect(page.getByRole('group', { name: 'Stai spostando Ada Tastiera.' })).toContainText('ore 13:00');
  await expectNoBarrier(page);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Spostare l’appuntamento?' });
  await expect(dialog).toContainText('fuori dagli orari di apertura');
  await expect(dialog).toContainText('Non ha un’e-mail');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(card(page, 'Ada Tastiera')).toContainText('13:00');
  await expect(card(page, 'Ada Tastiera')).toBeFocused();
});

test('a calendar that moved under an open drag: the page says how it is now, and nothing is lost', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  const id = await bookWith(api, { day: wednesday, time: '09:00', calendarId: own, familyName: 'Contesa' });
  await signInAsDemo(page, /Amministratore/, `${agendaPage}&vista=giorno&agende=${own}`);
  await drag(page, card(page, 'Ada Contesa'), freeCell(page, '11:00', ownCalendar));
  const dialog = page.getByRole('dialog', { name: 'Spostare l’appuntamento?' });
  await expect(dialog).toBeVisible();

  const { items } = await agendaOf(api, wednesday);
  const moved = await api.post(`/api/v1/staff/appointments/${id}/moves`, {
    data: { revision: items.find((item) => item.id === id)?.revision, starts_at: `${wednesday}T10:00:00+01:00`, calendar_id: own, outside_hours: true, tell: false },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(moved.status(), await moved.text()).toBe(200);

  await dialog.getByRole('button', { name: 'Sposta senza avvisare' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nel frattempo qualcun altro l’ha cambiato');
  await expect(dialog.getByRole('alert')).toContainText('dalle ore 10:00');
  await expectNoBarrier(page);
  await dialog.getByRole('button', { name: 'Sposta senza avvisare' }).click();
  await expect(card(page, 'Ada Contesa')).toContainText('11:00');
});

test('a free time is one press away from booking it, and kept time is taken and given back', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await signInAsDemo(page, /Amministratore/, `${agendaPage}&vista=giorno&agende=${own}`);
  const href = await freeCell(page, '10:15', ownCalendar).getAttribute('href');
  expect(new URL(href ?? '', desk.url).searchParams.get('inizio')).toBe('2027-02-03T09:15:00.000Z');
  expect(new URL(href ?? '', desk.url).searchParams.get('agenda')).toBe(own);

  await page.getByRole('button', { name: 'Segna un impegno' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Segna l’impegno' }).click();
  await expect(dialog.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await expectNoBarrier(page);
  await dialog.getByLabel('Dalle*', { exact: true }).fill('10:00');
  await dialog.getByLabel('Alle*', { exact: true }).fill('11:00');
  await dialog.getByLabel('Motivo').fill('Riunione');
  await dialog.getByRole('button', { name: 'Segna l’impegno' }).click();
  await page.getByRole('grid').getByRole('button', { name: /Impegno/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Riunione');
  await page.getByRole('dialog').getByRole('button', { name: 'Togli l’impegno' }).click();
  await expect(page.getByRole('grid').getByRole('button', { name: /Impegno/ })).toHaveCount(0);
});

for (const view of ['giorno', 'settimana', 'elenco']) {
  test(`the view ${view} shows the appointment, and has no barrier on a wide screen and on a phone, in Italian and in English`, async ({ page, desk }) => {
    await desk.startAt(morning);
    const api = await asAdministrator(desk.url);
    const own = await calendarNamed(api, ownCalendar);
    await bookWith(api, { day: wednesday, time: '09:00', calendarId: own, familyName: 'Ovunque' });
    await signInAsDemo(page, /Amministratore/);
    await open(page, `${agendaPage}&vista=${view}&agende=${own}`);
    await expect(page.getByRole('main')).toContainText('Ada Ovunque');
    await expectNoBarrierInEither(page);
  });
}

test('on a phone the agenda is a list', async ({ page, desk }) => {
  await desk.startAt(morning);
  await page.setViewportSize(phone);
  await signInAsDemo(page, /Amministratore/);
  await open(page, agendaPage);
  await expect(page.getByRole('link', { name: 'Elenco' })).toHaveAttribute('aria-current', 'true');
});

test('a day and a week go on one sheet of paper', async ({ page, desk }) => {
  await desk.startAt(morning);
  await signInAsDemo(page, /Amministratore/);
  for (const view of ['giorno', 'settimana']) {
    await open(page, `${agendaPage}&vista=${view}`);
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
    expect(sheets).toHaveLength(1);
  }
});

test('who may only look moves and books nothing', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await bookWith(api, { day: thursday, time: '15:00', calendarId: own, familyName: 'Guardata' });
  await signInAsDemo(page, /Revisore/, `/scrivania/agenda?giorno=${thursday}&vista=giorno&agende=${own}`);
  await expect(page.getByRole('grid').getByRole('button')).toHaveCount(1);
  await expect(page.getByRole('grid').getByRole('link', { name: /^Prenota/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Segna un’assenza' })).toHaveCount(0);
  await expectNoBarrier(page);
});
