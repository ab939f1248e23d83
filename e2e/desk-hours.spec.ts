import { expect, type Page } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither, open } from './citizen.ts';
import { agendaOf, bookWith, calendarNamed, colleague, morning, ownCalendar, thursday, wednesday } from './desk-calendars.ts';
import { mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';
import { asAdministrator, signInAsDemo } from './staff.ts';

/** The first while a colleague receives too, the others in the afternoon. */
const times = ['09:15', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30'];

function touched(page: Page, name: string) {
  return page.getByRole('combobox', { name: new RegExp(`^Che cosa fare di Ada ${name},`) });
}

test('tomorrow I am away: seven appointments are resolved in different ways, and all of it is undone', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  for (const [at, time] of times.entries()) await bookWith(api, { day: thursday, time, calendarId: own, familyName: `Toccata ${at}`, email: `toccata-${at}@example.org` });

  await signInAsDemo(page, /Operatore Tecnico/, '/scrivania/assenze/nuova');
  await expect(page.getByRole('status').filter({ hasText: 'Questi 7 appuntamenti sono toccati' })).toBeVisible();
  await expectNoBarrierInEither(page);
  await expect(touched(page, 'Toccata 0')).toHaveValue(/^move /);
  await touched(page, 'Toccata 1').selectOption({ label: 'Annulla l’appuntamento' });
  await page.getByLabel(/^Messaggio per la persona/).fill('Ci dispiace molto.');
  await touched(page, 'Toccata 2').selectOption({ label: 'Lascia com’è' });
  await touched(page, 'Toccata 0').selectOption({ label: `Affida a ${colleague}, alla stessa ora` });
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Salva l’assenza' }).click();

  const toast = page.getByRole('status').filter({ hasText: 'Assenza salvata.' });
  await expect(toast).toContainText('4 appuntamenti spostati, 1 affidato a un collega, 1 annullato');
  await expectNoBarrier(page);
  const away = await agendaOf(api, thursday);
  expect(away.calendars.find(({ id }) => id === own)?.absences).toHaveLength(1);
  expect(away.items.filter(({ state, calendar_ids }) => state === 'confirmed' && calendar_ids.includes(own)).map(({ person }) => person?.name)).toEqual(['Ada Toccata 2']);

  // The way back is there on another page of the desk too.
  await page.getByRole('navigation', { name: 'Sezioni della scrivania' }).getByRole('link', { name: 'Oggi' }).click();
  await toast.getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByText('Annullato: tutto è come prima e nessun messaggio è partito.')).toBeVisible();
  const back = await agendaOf(api, thursday);
  expect(back.calendars.find(({ id }) => id === own)?.absences).toHaveLength(0);
  expect(back.items.filter(({ person, calendar_ids }) => person?.name.startsWith('Ada Toccata') && calendar_ids.includes(own)).map(({ starts_at }) => starts_at?.slice(11, 16))).toEqual(times);
});

test('by keyboard alone, tomorrow’s absence takes six keys at most', async ({ page, desk, request }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await bookWith(api, { day: thursday, time: '14:00', calendarId: own, familyName: 'Veloce', email: 'veloce@example.org' });
  await signInAsDemo(page, /Operatore Tecnico/);
  await page.getByRole('navigation', { name: 'Sezioni della scrivania' }).getByRole('link', { name: 'Agenda' }).focus();

  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeFocused();
  await press('Tab');
  await press('Enter');
  await press('a');
  await expect(page.getByRole('heading', { level: 1, name: 'Segna un’assenza' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Questo appuntamento è toccato' })).toBeVisible();
  await press('Control+Enter');
  await expect(page.getByText('Assenza salvata. 1 appuntamento spostato.')).toBeVisible();
  test.info().annotations.push({ type: 'keystrokes', description: `tomorrow's absence: ${keys} by keyboard; by mouse 2 clicks` });
  expect(keys).toBeLessThanOrEqual(6);

  // The messages leave when the minute is over.
  await desk.startAt(Date.parse(morning) + 5 * 60_000);
  await mailTo(request, 'veloce@example.org', /^L’ufficio ha spostato il tuo appuntamento/);
});

test('hours are changed in place: the preview tells what citizens will find, and it is true', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  const before = (await agendaOf(api, '2027-02-10')).calendars.find(({ id }) => id === own)?.open;
  expect(before?.map(({ ends_at }) => ends_at.slice(11, 16))).toEqual(['12:30']);

  await signInAsDemo(page, /Operatore Tecnico/, `/scrivania/agende/${own}/orari`);
  await expect(page.getByRole('heading', { level: 1, name: /^Orari di/ })).toBeVisible();
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: /^Modifica: mercoledì/ }).click();
  await page.getByLabel('Alle*', { exact: true }).fill('08:00');
  await page.getByRole('button', { name: 'Salva gli orari' }).click();
  await expect(page.getByText('L’ora di fine deve venire dopo quella di inizio.')).toBeVisible();
  await page.getByLabel('Alle*', { exact: true }).fill('11:30');
  await expect(page.getByRole('group', { name: 'Anteprima' })).toContainText('08:30–11:30');
  const line = page.getByRole('status').filter({ hasText: 'nelle prossime quattro settimane' });
  await expect(line).toContainText(/prima \d+, dopo \d+/);
  const promised = Number(/dopo (\d+)/.exec((await line.textContent()) ?? '')?.[1]);
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'Salva gli orari' }).click();
  await expect(page.getByText('Salvato.')).toBeVisible();

  const after = (await agendaOf(api, '2027-02-10')).calendars.find(({ id }) => id === own)?.open;
  expect(after?.map(({ ends_at }) => ends_at.slice(11, 16))).toEqual(['11:30']);
  await page.getByRole('button', { name: 'Aggiungi un giorno' }).click();
  await page.getByLabel('Giorno*', { exact: true }).fill(wednesday);
  await expect(line).toContainText(`prima ${promised}`);
  await page.getByRole('button', { name: 'Salva il giorno' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'mercoledì 3 febbraio 2027' })).toContainText('chiuso');

  const thursday = '2027-02-04';
  await page.getByRole('button', { name: 'Aggiungi un giorno' }).click();
  await page.getByLabel('Giorno*', { exact: true }).fill(thursday);
  await page.getByRole('radio', { name: 'Orari diversi' }).check();
  const piece = page.getByRole('group', { name: 'Fascia 1' });
  await piece.getByLabel('Dalle*', { exact: true }).fill('15:00');
  await piece.getByLabel('Alle*', { exact: true }).fill('17:00');
  await piece.getByRole('checkbox', { name: 'Allo sportello' }).check();
  await piece.getByRole('combobox', { name: /^Sede/ }).selectOption({ label: 'Sede dell\'Unione' });
  await page.getByRole('button', { name: 'Aggiungi una fascia a questo giorno' }).click();
  await expect(page.getByRole('group', { name: 'Fascia 2' }).getByRole('combobox', { name: /^Sede/ })).toHaveValue(/.+/);
  await page.getByRole('button', { name: 'Togli la fascia 2' }).click();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Salva il giorno' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'giovedì 4 febbraio 2027' })).toContainText('15:00–17:00 · Allo sportello · Sede dell\'Unione');
  const open = (await agendaOf(api, thursday)).calendars.find(({ id }) => id === own)?.open ?? [];
  expect(open.map(({ starts_at, channels, place_id }) => [starts_at.slice(11, 16), channels, place_id !== null])).toEqual([['15:00', ['desk'], true]]);
  await expectNoBarrier(page);
});

test('hours that a colleague changed meanwhile are shown, and what was written stays', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const own = await calendarNamed(api, ownCalendar);
  await signInAsDemo(page, /Operatore Tecnico/, `/scrivania/agende/${own}/orari`);
  await page.getByRole('button', { name: /^Modifica: mercoledì/ }).click();
  await page.getByLabel('Alle*', { exact: true }).fill('11:30');

  const change = { kind: 'rules', calendar_ids: [own], rules: [{ start_minute: 600, end_minute: 660, recurrence: { kind: 'weekly', days: [3], every_weeks: 1 } }] };
  const saved = await api.post('/api/v1/staff/calendar-changes', { data: { change, resolutions: [], tell: false }, headers: { 'idempotency-key': crypto.randomUUID() } });
  expect(saved.status(), await saved.text()).toBe(201);
  await expect(async () => {
    await page.getByRole('button', { name: 'Salva gli orari' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Nel frattempo qualcuno ha cambiato questi orari' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByLabel('Alle*', { exact: true })).toHaveValue('11:30');
  await expectNoBarrier(page);
});

test('hours are copied to a colleague', async ({ page, desk }) => {
  await desk.startAt(morning);
  const api = await asAdministrator(desk.url);
  const [own, other] = [await calendarNamed(api, ownCalendar), await calendarNamed(api, colleague)];
  await signInAsDemo(page, /Amministratore/);
  await open(page, `/scrivania/agende/${own}/orari`);
  await page.getByRole('button', { name: 'Copia gli orari ai colleghi' }).click();
  await page.getByRole('group', { name: 'A chi' }).getByRole('checkbox', { name: colleague }).check();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Copia gli orari', exact: true }).click();
  await expect(page.getByText('Salvato.')).toBeVisible();
  const { calendars } = await agendaOf(api, '2027-02-12');
  const hours = (id: string) => calendars.find((calendar) => calendar.id === id)?.open.map(({ starts_at }) => starts_at);
  expect(hours(other)).toEqual(hours(own));
});
