import { expect, test } from '@playwright/test';
import { expectNoBarrier, expectNoBarrierInEither } from './citizen.ts';
import { acceptInvitation, inviteColleague, password, plugInPasskey, setUpApp } from './staff.ts';

test('an official minds the own account: names, notices, password, passkeys, codes', async ({ page, baseURL }) => {
  await plugInPasskey(page);
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await acceptInvitation(page, colleague);
  await expectNoBarrierInEither(page);
  await setUpApp(page, { atEachStep: () => expectNoBarrierInEither(page) });
  await page.getByRole('button', { name: /^Il mio account/ }).click();
  await page.getByRole('link', { name: 'Profilo e sicurezza' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profilo e sicurezza' })).toBeFocused();

  const about = page.getByRole('region', { name: 'I tuoi dati' });
  await about.getByLabel('Cognome*').fill('Nuova');
  await about.getByRole('button', { name: 'Salva' }).click();
  await expect(about).toContainText('Salvato.');
  await expect(page.getByRole('button', { name: /^Il mio account/ })).toContainText('Ines Nuova');

  const notices = page.getByRole('region', { name: 'Avvisi per e-mail' });
  await notices.getByLabel('Un appuntamento annullato').check();
  await notices.getByRole('button', { name: 'Salva' }).click();
  await expect(notices).toContainText('Salvato.');

  const secrets = page.getByRole('region', { name: 'Password' });
  await secrets.getByLabel('Password attuale*').fill('sbagliata davvero');
  await secrets.getByLabel('Nuova password*').fill('un’altra frase molto lunga');
  await secrets.getByRole('button', { name: 'Cambia la password' }).click();
  await expect(secrets.getByRole('group', { name: 'Controlla questi dati' })).toContainText('La password attuale non è giusta.');
  await secrets.getByLabel('Password attuale*').fill(password);
  await secrets.getByRole('button', { name: 'Cambia la password' }).click();
  await expect(secrets).toContainText('Password cambiata.');

  const app = page.getByRole('region', { name: 'App di autenticazione' });
  await app.getByRole('button', { name: 'Rimuovi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rimuovi' }).click();
  await expect(page.getByRole('dialog')).toContainText('È il tuo ultimo secondo fattore');
  await expectNoBarrier(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla' }).click();
  await expect(app.getByRole('button', { name: 'Rimuovi' })).toBeFocused();

  const passkeys = page.getByRole('region', { name: 'Passkey' });
  await passkeys.getByRole('button', { name: 'Aggiungi una passkey' }).click();
  await passkeys.getByLabel('Nome della passkey*').fill('Portatile');
  await passkeys.getByRole('button', { name: 'Crea la passkey' }).click();
  await expect(passkeys).toContainText('Passkey aggiunta.');
  await passkeys.getByRole('button', { name: 'Rinomina Portatile' }).click();
  await passkeys.getByLabel('Nome della passkey*').fill('Portatile dell’ufficio');
  await passkeys.getByRole('button', { name: 'Salva' }).click();
  await expect(passkeys).toContainText('Portatile dell’ufficio');
  await passkeys.getByRole('button', { name: 'Rimuovi Portatile dell’ufficio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rimuovi' }).click();
  await expect(passkeys).toContainText('Passkey rimossa.');

  const codes = page.getByRole('region', { name: 'Codici di recupero' });
  await codes.getByRole('button', { name: 'Crea nuovi codici' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Crea nuovi codici' }).click();
  await expect(codes.getByRole('list', { name: 'Codici di recupero' })).toBeVisible();
  await expectNoBarrier(page);
  await codes.getByRole('button', { name: 'Continua' }).click();
  await expect(codes).toContainText('Prima di continuare salva i codici');
  await codes.getByLabel('Ho salvato i codici in un posto sicuro*').check();
  await codes.getByRole('button', { name: 'Continua' }).click();
  await expect(codes).toContainText('Nuovi codici creati');
});
