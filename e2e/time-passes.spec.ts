import { expect } from '@playwright/test';
import { bookAppointment } from './appointments.ts';
import { comeToSummary, comeToTimes, earliest, answerQuestions, ada, expectConfirmed, fillIn, goOn, holdOf, send, takeTime } from './book-journey.ts';
import { open } from './citizen.ts';
import { linkIn, mailsTo, mailTo } from './mailbox.ts';
import { test } from './own-desk.ts';
import { onTheWall, startIn } from './wall-time.ts';

// Journeys in which time passes: the desk begins again on the same data with its clock shifted.

const minute = 60_000;
const hour = 60 * minute;

test('a time that was held too long keeps the answers, and when somebody else has it the nearest are offered', async ({ page, request, desk }) => {
  const wish = { service: 'certificati-anagrafici', channel: 'video' } as const;
  await desk.startAt(Date.now());
  await comeToSummary(page, wish, { 'E-mail': 'lenta@example.org' });
  const { starts_at } = await holdOf(page);
  await desk.startAt(Date.now() + 11 * minute);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Il tempo è finito' })).toBeVisible();
  await takeTime(request, wish, starts_at);
  await page.getByRole('button', { name: /^Riserva di nuovo/ }).click();
  const taken = page.getByRole('group', { name: 'L’orario è appena stato preso' });
  await expect(taken.getByRole('heading')).toBeFocused();
  await taken.getByRole('button').first().click();
  await expect(page.getByText('Orario riservato fino alle')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Richiedente' })).toContainText('Ada Rossi');
  await send(page);
  await expectConfirmed(page);
});

test('two reminders come with the time on the clock of the desk; after the terms only the phone is left', async ({ page, request, desk }) => {
  await desk.startAt(Date.now());
  const email = 'promemoria@example.org';
  const { starts_at } = await bookAppointment({ baseURL: desk.url, email });
  const { day, time } = onTheWall(starts_at);
  const start = Date.parse(starts_at);

  await desk.startAt(start - 48 * hour + minute);
  const reminder = await mailTo(request, email, /^Promemoria/);
  expect(reminder.subject).toContain(`${day}, ore ${time}`);
  await open(page, linkIn(reminder));
  await expect(page.getByRole('link', { name: 'Sposta l’appuntamento' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Annulla l’appuntamento' })).toBeVisible();

  await desk.startAt(start - 2 * hour + minute);
  const [second] = await mailsTo(request, email, /^Promemoria/, 2);
  expect(second?.subject).toBe(reminder.subject);
  await page.reload();
  const actions = page.getByRole('region', { name: 'Che cosa puoi fare' });
  await expect(actions).toContainText('Da qui non si può più spostare o annullare.');
  await expect(actions.getByRole('link', { name: '0141 000 012' })).toBeVisible();
  await expect(actions.getByRole('link', { name: 'Sposta l’appuntamento' })).toBeHidden();
  await expect(actions.getByRole('button', { name: 'Annulla l’appuntamento' })).toBeHidden();
});

for (const { night, clock, heldUntil, offset } of [
  { night: 'spring', clock: '2027-03-28T01:55:00+01:00', heldUntil: /fino alle 03:0[5-8]/, offset: '+02:00' },
  { night: 'autumn', clock: '2027-10-31T02:55:00+02:00', heldUntil: /fino alle 02:0[5-8]/, offset: '+01:00' },
]) {
  test(`who books in the night in which the clocks change in ${night} reads the same time on the site, in the mail and in the calendar`, async ({ page, request, desk }) => {
    await desk.startAt(clock);
    await comeToTimes(page, { service: 'informazioni-scia', channel: 'video' });
    const first = earliest(page).first();
    const startsAt = await first.inputValue();
    const { day, time } = onTheWall(startsAt);
    expect(startsAt.slice(11)).toBe(`${time}:00${offset}`);
    await expect(page.getByRole('radio', { name: time }).first()).toHaveValue(startsAt);
    await first.check();
    await goOn(page);
    await expect(page.getByText(heldUntil)).toBeVisible();
    await answerQuestions(page);
    await goOn(page);
    await fillIn(page, { ...ada, 'E-mail': `${night}@example.org` });
    await goOn(page);
    await send(page);
    await expectConfirmed(page);
    await expect(page.getByRole('main')).toContainText(`${day}, dalle ore ${time}`);

    const mail = await mailTo(request, `${night}@example.org`, /confermato/);
    expect(mail.subject).toContain(`${day}, ore ${time}`);
    expect(startIn(mail.ics ?? '')).toBe(Date.parse(startsAt));
    await open(page, linkIn(mail));
    await expect(page.getByRole('main')).toContainText(day);
    await expect(page.getByRole('main')).toContainText(`dalle ore ${time}`);
  });
}
