import { expect, test } from '@playwright/test';
import { expectNoBarrierInEither } from './citizen.ts';
import { test as ownTest } from './own-desk.ts';
import { acceptInvitation, codeOf, demoPassword, inviteColleague, setUpApp, signInAsDemo, signOut } from './staff.ts';

const minute = 60_000;

test('a session that is ended elsewhere asks to sign in over the page, and what was typed is saved', async ({ page, context }) => {
  await signInAsDemo(page, /Amministratore/, '/unione/personale/invita');
  const email = `aggiunta-${Date.now()}@example.org`;
  await page.getByLabel('Nome*', { exact: true }).fill('Bruna');
  await page.getByLabel('Cognome*').fill('Verdi');
  await page.getByLabel('E-mail di lavoro*').fill(email);
  await page.getByRole('radio', { name: /Revisore/ }).check();

  await context.clearCookies();
  await page.getByRole('button', { name: 'Manda l’invito' }).click();
  const dialog = page.getByRole('dialog', { name: 'La sessione è finita' });
  await expect(dialog).toContainText('amministratore@example.org');
  await expect(dialog.getByLabel('Password*')).toBeFocused();

  await dialog.getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByText('Non hai effettuato l’accesso.')).toBeVisible();
  await expect(page.getByLabel('E-mail di lavoro*')).toHaveValue(email);

  await page.getByRole('button', { name: 'Manda l’invito' }).click();
  await dialog.getByLabel('Password*').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page.getByText(`Invito mandato a ${email}.`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bruna Verdi' })).toBeVisible();
});

test('a session revoked from another browser is over at once; the second factor is asked in the dialog too', async ({ page, browser, baseURL }) => {
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await acceptInvitation(page, colleague);
  const { secret, codes } = await setUpApp(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Ciao / })).toBeVisible();

  const other = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'it-IT' })).newPage();
  await other.goto('/scrivania/accesso?torna=/scrivania/profilo');
  await other.getByLabel('E-mail*').fill(colleague.email);
  await other.getByLabel('Password*').fill('il gatto dorme al sole');
  await other.getByRole('button', { name: 'Accedi', exact: true }).click();
  await other.getByLabel('Codice di sei cifre*').fill(codeOf(secret, 1));
  await other.getByRole('button', { name: 'Conferma', exact: true }).click();
  const sessions = other.getByRole('region', { name: 'Dove sono collegato' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await sessions.getByRole('button', { name: /^Scollega (?!tutti)/ }).click();
  await expect(sessions).toContainText('Dispositivo scollegato.');
  await expect(sessions.getByRole('listitem')).toHaveCount(1);

  const dialog = page.getByRole('dialog', { name: 'La sessione è finita' });
  await dialog.getByLabel('Password*').fill('il gatto dorme al sole');
  await dialog.getByRole('button', { name: 'Accedi', exact: true }).click();
  await dialog.getByRole('button', { name: 'Usa un codice di recupero' }).click();
  await dialog.getByLabel('Codice di recupero*').fill(codes[0] ?? '');
  await dialog.getByRole('button', { name: 'Conferma', exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Giorno successivo' }).click();
  await expect(page.getByRole('link', { name: 'Torna a oggi' })).toBeVisible();
  await other.context().close();
});

test('who signs out in one tab is asked in the other, and nothing of theirs stays behind', async ({ page, context }) => {
  await signInAsDemo(page, /Operatore Risposte/);
  const second = await context.newPage();
  await second.goto('/scrivania');
  await expect(second.getByRole('heading', { level: 1, name: /^Ciao / })).toBeVisible();
  await signOut(second);
  await expect(page.getByRole('dialog', { name: 'La sessione è finita' })).toBeVisible();
  await second.goBack();
  await expect(second.getByRole('heading', { level: 1, name: 'Accesso del personale' })).toBeVisible();
});

ownTest('after half an hour without a sign of life the session is over; a token that is only old is renewed unseen', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  await signInAsDemo(page, /Operatore Risposte/);
  await expect(page.getByRole('heading', { level: 1, name: /^Ciao / })).toBeVisible();
  await desk.startAt(Date.now() + 10 * minute);
  const next = page.getByRole('link', { name: 'Giorno successivo' });
  await next.click();
  await expect(page.getByRole('link', { name: 'Torna a oggi' })).toBeVisible();
  await expect(next).toBeFocused();
  await desk.startAt(Date.now() + 45 * minute);
  // The page looks for the desk again every quarter of a minute at the latest.
  await expect(page.getByRole('dialog', { name: 'La sessione è finita' })).toBeVisible({ timeout: 40_000 });
});

ownTest('two minutes before the end the page warns, and the person stays', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  await page.clock.install();
  await signInAsDemo(page, /Operatore Risposte/);
  await expect(page.getByRole('heading', { level: 1, name: /^Ciao / })).toBeVisible();
  await desk.startAt(Date.now() + 28 * minute);
  await page.clock.fastForward('28:20');
  await expect(page.getByText('Sei ancora qui?')).toBeVisible();
  await page.getByRole('button', { name: 'Resta collegato' }).click();
  await expect(page.getByText('Sei ancora qui?')).toBeHidden();
});

ownTest('what could lock somebody out, later than ten minutes after the sign-in, asks who it is and then goes on', async ({ page, browser, desk }) => {
  await desk.startAt(Date.now());
  const colleague = await inviteColleague({ baseURL: desk.url });
  const theirs = await (await browser.newContext({ baseURL: desk.url, locale: 'it-IT' })).newPage();
  await acceptInvitation(theirs, colleague);
  await setUpApp(theirs);
  await theirs.context().close();
  await signInAsDemo(page, /Amministratore/, `/unione/personale/${colleague.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Ines Collega' })).toBeVisible();
  await desk.startAt(Date.now() + 11 * minute);
  await page.getByRole('button', { name: 'Azzera il secondo fattore' }).click();
  const question = page.getByRole('dialog', { name: /^Azzerare il secondo fattore/ });
  await question.getByRole('button', { name: 'Azzera il secondo fattore' }).click();
  const dialog = page.getByRole('dialog', { name: 'Conferma che sei tu' });
  await expect(dialog.getByLabel('Password*')).toBeFocused();

  await dialog.getByRole('button', { name: 'Annulla' }).click();
  await expect(question.getByRole('alert')).toContainText('serve un accesso di meno di dieci minuti fa');
  await expect(page.getByText('Non hai effettuato l’accesso.')).toHaveCount(0);
  await question.getByRole('button', { name: 'Azzera il secondo fattore' }).click();
  await dialog.getByLabel('Password*').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page.getByText('Secondo fattore azzerato.')).toBeVisible();
  await expectNoBarrierInEither(page);
});
