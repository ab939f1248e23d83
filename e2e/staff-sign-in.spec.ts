import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fromSources } from '../scripts/from-sources.mjs';
import { chooseLanguage, expectNoBarrier, expectNoSidewaysScroll, open, phone } from './citizen.ts';
import { freePort } from './free-port.ts';
import { mailTo } from './mailbox.ts';
import { acceptInvitation, codeOf, fillInCredentials, inviteColleague, makeFirstAccount, password, plugInPasskey, saveCodes, setUpApp, signInAsDemo, signOut, staffLinkIn } from './staff.ts';

const desk = /^Ciao /;

test('who is not signed in is led to the sign-in, and afterwards to the page that was asked for', async ({ page }) => {
  await page.goto('/unione/registro?azione=reveal');
  await expect(page).toHaveURL(/\/scrivania\/accesso\?torna=/);
  await page.getByRole('button', { name: /Amministratore Dimostrativo/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Registro' })).toBeFocused();
  await expect(page).toHaveURL(/\/unione\/registro\?azione=reveal$/);
});

test('the sign-in works by the keyboard alone, with a mistake on the way', async ({ page, baseURL }) => {
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await acceptInvitation(page, colleague);
  const { secret } = await setUpApp(page);
  await signOut(page);

  await page.goto('/scrivania/accesso');
  await expect(page.getByLabel('E-mail*')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-mail*')).toBeFocused();
  await page.keyboard.type(colleague.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('sbagliata');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Accesso non riuscito');
  await page.getByLabel('Password*').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Codice di sei cifre*')).toBeFocused();
  await page.keyboard.type(codeOf(secret, 1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: desk })).toBeFocused();
});

test('a recovery code serves once, in place of the app', async ({ page, baseURL }) => {
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await acceptInvitation(page, colleague);
  const { codes } = await setUpApp(page);
  await expect(page.getByRole('heading', { level: 1, name: desk })).toBeVisible();

  for (const attempt of ['first', 'second']) {
    await signOut(page);
    await fillInCredentials(page, colleague.email);
    await page.getByRole('button', { name: 'Usa un codice di recupero' }).click();
    await page.getByLabel('Codice di recupero*').fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Conferma', exact: true }).click();
    if (attempt === 'first') await expect(page.getByRole('heading', { level: 1, name: desk })).toBeVisible();
    else break;
  }
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toContainText('è già stato usato');
  await page.getByLabel('Codice di recupero*').fill(codes[1] ?? '');
  await page.getByRole('button', { name: 'Conferma', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: desk })).toBeVisible();
});

test('a passkey is set up, and then signs in by itself', async ({ page, baseURL }) => {
  await plugInPasskey(page);
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await acceptInvitation(page, colleague);
  await page.getByRole('radio', { name: /Passkey/ }).check();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByLabel('Nome della passkey*').fill('Chiavetta dell’ufficio');
  await page.getByRole('button', { name: 'Crea la passkey' }).click();
  await saveCodes(page);
  await expect(page.getByRole('heading', { level: 1, name: desk })).toBeVisible();
  await signOut(page);
  const button = page.getByRole('button', { name: 'Accedi con una passkey' });
  const arrived = page.getByRole('heading', { level: 1, name: desk });
  // A browser may have offered it already where the e-mail is filled in.
  await expect(button.or(arrived)).toBeVisible();
  if (await button.isVisible()) await button.click({ timeout: 5_000 }).catch(() => undefined);
  await expect(arrived).toBeVisible();
});

test('who forgot the password chooses another by the link of a mail, which serves once', async ({ page, request, baseURL }) => {
  const colleague = await inviteColleague({ baseURL: baseURL ?? '' });
  await acceptInvitation(page, colleague);
  const { secret } = await setUpApp(page);
  await signOut(page);

  await page.getByRole('link', { name: 'Password dimenticata?' }).click();
  await page.getByLabel('E-mail*').fill(colleague.email);
  await page.getByRole('button', { name: 'Manda il link' }).click();
  await expect(page.getByRole('heading', { name: 'Controlla la posta' })).toBeFocused();
  const link = staffLinkIn(await mailTo(request, colleague.email, /password/i));
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Scegli una nuova password' })).toBeVisible();
  await expect(page).toHaveURL(/\/scrivania\/benvenuto$/);
  await page.getByLabel('Nuova password*').fill('corta');
  await page.getByRole('button', { name: 'Salva la password e continua' }).click();
  await expect(page.getByRole('group', { name: 'Controlla questi dati' })).toContainText('mancano 7 caratteri');
  await page.getByLabel('Nuova password*').fill('un’altra frase molto lunga');
  await page.getByRole('button', { name: 'Salva la password e continua' }).click();
  await page.getByLabel('Codice di sei cifre*').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Conferma', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: desk })).toBeVisible();

  await page.goto(link);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Questo link non vale più' })).toBeVisible();
});

test('the first administrator of an empty desk comes in by the link that its start prints', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-first-admin-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = { DEMO: 'off', PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, LOG_LEVEL: 'error' };
  const running = spawn(process.execPath, [...fromSources, '../apps/api/src/main.ts'], { cwd: import.meta.dirname, env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await makeFirstAccount(page, await linkPrintedBy(running), { given: 'Ada', family: 'Rossi' });
    await page.goto(`${url}/unione/personale`);
    await expect(page.getByRole('link', { name: 'Ada Rossi' })).toBeVisible();
  } finally {
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});

async function linkPrintedBy({ stdout }: ChildProcess): Promise<string> {
  let printed = '';
  for await (const piece of stdout ?? []) {
    printed += String(piece);
    const link = /https?:\/\/\S+\/scrivania\/benvenuto#[\w-]+/.exec(printed)?.[0];
    if (link) return link;
  }
  throw new Error(`no link in:\n${printed}`);
}

for (const [name, address] of Object.entries({ 'the sign-in': '/scrivania/accesso', 'the forgotten password': '/scrivania/password-dimenticata', 'a link that is over': `/scrivania/benvenuto#${'x'.repeat(64)}` })) {
  test(`${name}: no barrier on a wide screen and on a phone, in Italian and in English`, async ({ page }) => {
    await open(page, address);
    await expectNoBarrier(page);
    await page.setViewportSize(phone);
    await chooseLanguage(page, 'English');
    await expectNoBarrier(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
  });
}

test('no page of a citizen fetches anything of the staff’s part', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) scripts.push(new URL(response.url()).pathname);
  });
  for (const address of ['/', '/servizi', '/prenota', '/appuntamento']) await open(page, address);
  const citizens = new Set(scripts);
  await signInAsDemo(page, /Operatore Tecnico/);
  const staffs = scripts.filter((script) => !citizens.has(script));
  expect(staffs.length).toBeGreaterThan(0);
  await page.goto('/');
  expect([...citizens].filter((script) => /staff|desk|admin/.test(script))).toEqual([]);
});
