import { expect, test } from '@playwright/test';
import { open } from './citizen.ts';
import { mailsTo } from './mailbox.ts';

test('a page can be rated, and a low mark is asked what was hard', async ({ page }) => {
  await open(page, '/uffici');
  await page.getByRole('radio', { name: '2 stelle su 5' }).check();
  const panel = page.getByRole('region', { name: 'Quanto sono chiare le informazioni su questa pagina?' });
  await panel.getByRole('radio', { name: 'A volte le indicazioni non erano chiare' }).check();
  await panel.getByRole('textbox', { name: /Vuoi aggiungere altri dettagli/ }).fill('Non capivo quale ufficio.');
  await panel.getByRole('button', { name: 'Invia' }).click();
  await expect(panel.getByRole('status')).toHaveText('Grazie, il tuo parere ci aiuterà a migliorare il servizio!');
});

test('a high mark is asked what was good', async ({ page }) => {
  await open(page, '/servizi/informazioni-scia');
  await page.getByRole('radio', { name: '5 stelle su 5' }).check();
  await expect(page.getByRole('group', { name: 'Quali sono stati gli aspetti che hai preferito?' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Dove hai incontrato le maggiori difficoltà?' })).toBeHidden();
});

test('a problem is reported from the page where it was met, and arrives as a mail to the union', async ({ page, request, baseURL }) => {
  await open(page, '/servizi/aiuto-spid');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Segnalazione disservizio' }).click();
  await expect(page.getByText('Riguarda la pagina: /servizi/aiuto-spid')).toBeVisible();
  await page.getByRole('textbox', { name: 'La tua e-mail' }).fill('ada@');
  await page.getByRole('button', { name: 'Invia la segnalazione' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await page.getByRole('link', { name: /Scrivi che cosa è successo/ }).click();
  await expect(page.getByRole('textbox', { name: 'Che cosa è successo?' })).toBeFocused();

  const text = `Il pulsante non si apre: ${crypto.randomUUID()}`;
  await page.keyboard.type(text);
  await page.getByRole('textbox', { name: 'La tua e-mail' }).fill('ada@example.org');
  await page.getByRole('button', { name: 'Invia la segnalazione' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Segnalazione inviata' })).toBeFocused();
  const { email } = (await (await request.get('/api/v1/union')).json()) as { email: string };
  await expect(async () => {
    const reports = await mailsTo(request, email, /^Segnalazione/);
    const mail = reports.find((report) => report.text.includes(text));
    expect(mail?.text).toContain(`${baseURL}/servizi/aiuto-spid`);
    expect(mail?.text).toContain('ada@example.org');
  }).toPass({ timeout: 30_000 });
});
