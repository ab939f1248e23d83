import { expect, type Page, request as requests } from '@playwright/test';
import { expectNoBarrierInEither } from './citizen.ts';
import { mailTo } from './mailbox.ts';
import { type OwnDesk, test } from './own-desk.ts';
import { acceptInvitation, administrator, demoPassword, fillInCredentials, inviteColleague, password, setUpApp, signOut } from './staff.ts';

const minute = 60_000;
const mostOfAll = 200;

test('after five wrong passwords the page says how long to wait, and then lets the person in', async ({ page, desk }) => {
  await desk.startAt(Date.now());
  await page.goto('/scrivania/accesso');
  for (let at = 0; at < 5; at += 1) {
    await fillInCredentials(page, administrator, `sbagliata ${at}`);
    await expect(page.getByRole('alert')).toContainText('Accesso non riuscito');
    await expect(page.getByRole('button', { name: 'Accedi', exact: true })).toBeEnabled();
  }
  await fillInCredentials(page, administrator, demoPassword);
  await expect(page.getByRole('alert')).toContainText('Troppi tentativi: puoi riprovare tra 15 minuti. Con una passkey puoi accedere anche adesso.');
  await expectNoBarrierInEither(page);

  await desk.startAt(Date.now() + 16 * minute);
  await fillInCredentials(page, administrator, demoPassword);
  await expect(page.getByRole('heading', { level: 1, name: /^Ciao / })).toBeVisible();
});

test('while very many sign-ins fail the browser shows some work, which nobody notices', async ({ page, request, desk }) => {
  await desk.startAt(Date.now(), { TRUSTED_PROXIES: '127.0.0.1,::1' });
  const colleague = await inviteColleague({ baseURL: desk.url });
  await acceptInvitation(page, colleague);
  await setUpApp(page);
  await signOut(page);
  await failFromTwoPlaces(desk);
  // Two people and two networks: what they share is the count of all.
  desk.change('UPDATE sign_in_failures SET count = ? WHERE count = 2', mostOfAll);
  const answers = answersOf(page, '/staff/sign-ins');
  await fillInCredentials(page, colleague.email, password);
  await expect(page.getByLabel('Codice di sei cifre*')).toBeVisible();
  expect(answers).toEqual([403, 200]);

  await page.goto('/scrivania/password-dimenticata');
  await page.getByLabel('E-mail*').fill(colleague.email);
  await page.getByRole('button', { name: 'Manda il link' }).click();
  await expect(page.getByRole('heading', { name: 'Controlla la posta' })).toBeFocused();
  await mailTo(request, colleague.email, /password/i);
});

async function failFromTwoPlaces({ url }: OwnDesk): Promise<void> {
  for (const place of ['198.51.100.1', '203.0.113.1']) {
    const api = await requests.newContext({ baseURL: url, extraHTTPHeaders: { origin: url, 'x-forwarded-for': place } });
    const answer = await api.post('/api/v1/staff/sign-ins', { data: { email: `${place}@example.org`, password: 'sbagliata' } });
    expect(answer.status()).toBe(401);
    await api.dispose();
  }
}

function answersOf(page: Page, path: string): number[] {
  const answers: number[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith(path)) answers.push(response.status());
  });
  return answers;
}
