import { expect, type Page, test } from '@playwright/test';
import { answerQuestions, ada, comeToTimes, earliest, expectConfirmed, fillIn, goOn, send, takeNearest } from './book-journey.ts';
import { expectNoBarrierInEither, open, phone, tabTo } from './citizen.ts';
import { test as testOfOwnDesk } from './own-desk.ts';

const wish = { service: 'accesso-agli-atti', channel: 'video' } as const;
const withWhom = (page: Page) => page.getByRole('radiogroup', { name: /^Con chi\?/ });

test('who may choose the operator sees only their times, and the choice survives going back and a refresh until it is booked', async ({ page }) => {
  test.slow();
  await comeToTimes(page, wish);
  const people = withWhom(page).getByRole('radio');
  await expect(people.first()).toBeChecked();
  const chosen = (await withWhom(page).locator('label').last().textContent()) ?? '';
  const asked = page.waitForRequest(/\/slots\?.*operator_id=/);
  await people.last().check();
  await asked;
  await expect(page).toHaveURL(/operatore=/);
  await expect(earliest(page).nth(3)).toBeVisible();
  await expectNoBarrierInEither(page);
  await earliest(page).nth(3).check();
  await goOn(page);
  await expect(page).toHaveURL(/dettagli.*operatore=/);
  await page.goBack();
  await expect(people.last()).toBeChecked();
  await page.reload();
  await expect(people.last()).toBeChecked();
  await goOn(page);
  await takeNearest(page);
  await answerQuestions(page);
  await goOn(page);
  await fillIn(page, { ...ada, 'E-mail': 'con-chi@example.org' });
  await goOn(page);
  await expect(page.getByRole('region', { name: 'Data e orario' })).toContainText(chosen);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Data e orario' })).toContainText(chosen);
  await send(page);
  await expectConfirmed(page);
});

test('a time that was picked with anybody is asked again when somebody is chosen, and an unknown name leaves everybody', async ({ page }) => {
  await comeToTimes(page, wish);
  await earliest(page).first().check();
  await expect(page.getByText('Hai scelto:')).toBeVisible();
  await withWhom(page).getByRole('radio').last().check();
  await expect(page.getByText('Hai scelto:')).toBeHidden();
  await goOn(page);
  await expect(page.getByText('Scegli un orario.')).toBeVisible();
  await open(page, page.url().replace(/operatore=[^&]+/, 'operatore=nessuno'));
  await expect(page.getByText('La persona del link che hai seguito non è più disponibile')).toBeVisible();
  await expect(withWhom(page).getByRole('radio').first()).toBeChecked();
  await expect(earliest(page).first()).toBeVisible();
});

testOfOwnDesk('where the chosen one has no time, that is said and everybody is offered', async ({ page, request, desk }) => {
  await desk.startAt(Date.now());
  const { channels } = (await (await request.get(`/api/v1/services/${wish.service}`)).json()) as { channels: { channel: string; operators: { id: string; name: string }[] }[] };
  const [first] = channels.find(({ channel }) => channel === 'video')?.operators ?? [];
  desk.change('DELETE FROM opening_rules WHERE calendar_id = ?', first?.id ?? '');
  desk.change('UPDATE calendars SET revision = revision + 1, rules_revision = rules_revision + 1 WHERE id = ?', first?.id ?? '');
  await comeToTimes(page, wish);
  await withWhom(page).getByRole('radio', { name: first?.name ?? '' }).check();
  await expect(page.getByRole('heading', { name: `${first?.name} non ha orari liberi` })).toBeVisible();
  await expect(page.getByText(/^Con un’altra persona il primo orario libero è/)).toBeVisible();
  await expectNoBarrierInEither(page);
  await page.getByRole('button', { name: 'Mostra gli orari di tutti' }).click();
  await expect(earliest(page).first()).toBeVisible();
  await expect(withWhom(page)).toBeFocused();
  await expect(withWhom(page).getByRole('radio').first()).toBeChecked();
});

test('on a phone the operator is chosen with the keyboard, and the focus stays with the choice', async ({ page }) => {
  await page.setViewportSize(phone);
  await comeToTimes(page, wish);
  await tabTo(page, 'Chiunque sia libero');
  const theirTimes = page.waitForResponse(/\/slots\?.*operator_id=/);
  await page.keyboard.press('ArrowDown');
  await expect(withWhom(page).getByRole('radio').nth(1)).toBeFocused();
  await expect(withWhom(page).getByRole('radio').nth(1)).toBeChecked();
  await expect(page).toHaveURL(/operatore=/);
  await theirTimes;
  await expect(earliest(page).first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText('Hai scelto:')).toBeVisible();
  await tabTo(page, 'Avanti', 'Enter');
  await expect(page).toHaveURL(/dettagli.*operatore=/);
});
