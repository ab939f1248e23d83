import { expect, test } from '@playwright/test';
import { chooseLanguage, expectNoBarrier, expectNoBarrierInEither, expectNoSidewaysScroll, phone } from './citizen.ts';
import { mailTo } from './mailbox.ts';
import { acceptInvitation, asAdministrator, inviteColleague, setUpApp, signInAsDemo, staffLinkIn } from './staff.ts';

test('an administrator invites a manager for some offices, who sets up the account and works', async ({ page, browser, request, baseURL }) => {
  const email = `responsabile-${Date.now()}@example.org`;
  await signInAsDemo(page, /Amministratore/, '/unione/personale');
  await page.getByRole('link', { name: 'Invita una persona' }).click();
  await page.getByRole('button', { name: 'Manda l’invito' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await page.getByLabel('Nome*', { exact: true }).fill('Carla');
  await page.getByLabel('Cognome*').fill('Neri');
  await page.getByLabel('E-mail di lavoro*').fill(email);
  await page.getByRole('radio', { name: /Responsabile/ }).check();
  await page.getByRole('button', { name: 'Manda l’invito' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toContainText('Scegli almeno un ufficio o un comune.');
  await page.getByRole('group', { name: 'Uffici' }).getByRole('checkbox', { name: 'Ufficio tecnico' }).check();
  await page.getByRole('group', { name: 'Comuni' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Manda l’invito' }).click();
  await expect(page.getByText(`Invito mandato a ${email}.`)).toBeVisible();

  const link = staffLinkIn(await mailTo(request, email, /./));
  const hers = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'it-IT' })).newPage();
  await acceptInvitation(hers, { id: '', email, link });
  await setUpApp(hers);
  await expect(hers.getByRole('heading', { level: 1, name: 'Ciao Carla' })).toBeVisible();
  await expect(hers.getByRole('navigation', { name: 'Navigazione del personale' }).getByRole('link')).toHaveText(['Scrivania', 'Unione']); // the figures
  await hers.goto('/unione/personale');
  await expect(hers.getByRole('heading', { level: 1, name: 'Non puoi aprire questa pagina' })).toBeVisible();
  await hers.context().close();

  await page.reload();
  await page.getByRole('link', { name: 'Carla Neri', exact: true }).click();
  await page.getByRole('button', { name: 'Sospendi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sospendi' }).click();
  await expect(page.getByText('Account sospeso.')).toBeVisible();
  await page.getByRole('button', { name: 'Riattiva' }).click();
  await expect(page.getByText('Account riattivato.')).toBeVisible();
  await page.getByRole('button', { name: 'Azzera il secondo fattore' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Azzera il secondo fattore' }).click();
  await expect(page.getByText('Secondo fattore azzerato.')).toBeVisible();
});

test('when somebody else changed the account meanwhile, the page says how it is now and keeps what was typed', async ({ page, baseURL }) => {
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await signInAsDemo(page, /Amministratore/, `/unione/personale/${colleague.id}`);
  await page.getByLabel('Cognome*').fill('Scritta da me');
  const api = await asAdministrator(baseURL ?? '');
  const { revision } = (await (await api.get(`/api/v1/staff/members/${colleague.id}`)).json()) as { revision: number };
  const changed = await api.patch(`/api/v1/staff/members/${colleague.id}`, { data: { revision, given_name: 'Cambiata' }, headers: { 'content-type': 'application/merge-patch+json' } });
  expect(changed.ok()).toBe(true);
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('heading', { name: 'Qualcun altro l’ha cambiato mentre lavoravi' })).toBeFocused();
  await expect(page.getByRole('main')).toContainText('Cambiata');
  await expectNoBarrierInEither(page);
  await expect(page.getByLabel('Cognome*')).toHaveValue('Scritta da me');
  await expect(page.getByLabel('Nome*', { exact: true })).toHaveValue('Cambiata');
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('Salvato.')).toBeVisible();
});

test('an invitation is sent again, and taken back', async ({ page, baseURL }) => {
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await signInAsDemo(page, /Amministratore/, `/unione/personale/${colleague.id}`);
  await page.getByRole('button', { name: 'Manda di nuovo l’invito' }).click();
  await expect(page.getByText('Nuovo invito mandato: il link di prima non vale più.')).toBeVisible();
  await page.getByRole('button', { name: 'Ritira l’invito' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ritira l’invito' }).click();
  await expect(page.getByText(`L’invito a ${colleague.email} è stato ritirato.`)).toBeVisible();
  await expect(page.getByRole('table')).not.toContainText(colleague.email);
});

test('the last administrator keeps the role, reads why, and is not offered to suspend themselves', async ({ page }) => {
  await signInAsDemo(page, /Amministratore/, '/unione/personale');
  await page.getByRole('link', { name: 'Amministratore Dimostrativo' }).click();
  await expect(page.getByRole('region', { name: 'Accesso' })).toContainText('Sospenderti può solo un altro amministratore.');
  await expect(page.getByRole('button', { name: 'Sospendi' })).toHaveCount(0);
  await page.getByRole('radio', { name: /Revisore/ }).check();
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('alert')).toContainText('È l’ultimo amministratore attivo');
  await expectNoBarrierInEither(page);
  await expect(page.getByRole('radio', { name: /Revisore/ })).toBeChecked();
});

test('leaving a form with something typed is asked about', async ({ page }) => {
  await signInAsDemo(page, /Amministratore/, '/unione/personale/invita');
  await page.getByLabel('Cognome*').fill('Bianchi');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('link', { name: 'Dati e registri' }).click();
  await expect(page.getByLabel('Cognome*')).toHaveValue('Bianchi');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Dati e registri' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Statistiche' })).toBeFocused();
});

for (const address of ['/scrivania', '/scrivania/profilo', '/unione/personale', '/unione/personale/invita', '/unione/registro', '/scrivania/appuntamenti/non-esiste', '/scrivania/niente']) {
  test(`${address}: no barrier on a wide screen and on a phone, in Italian and in English`, async ({ page }) => {
    await signInAsDemo(page, /Amministratore/);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoBarrier(page);
    await chooseLanguage(page, 'English');
    await page.setViewportSize(phone);
    await expectNoBarrier(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
  });
}
