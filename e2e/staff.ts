import { createHmac } from 'node:crypto';
import { type APIRequestContext, expect, type Page, request as requests } from '@playwright/test';
import { mailTo } from './mailbox.ts';

// What journeys of the staff have in common. Each journey makes a colleague of its own, so that they do not meet.

export const password = 'il gatto dorme al sole';
export const demoPassword = 'dimostrazione-aperta';
export const administrator = 'amministratore@example.org';

/** Presses the account on the page to sign in, as somebody who tries the demonstration does. */
export async function signInAsDemo(page: Page, name: RegExp, returnTo = ''): Promise<void> {
  await page.goto(`/scrivania/accesso${returnTo && `?torna=${encodeURIComponent(returnTo)}`}`);
  await page.getByRole('region', { name: /^(Account dimostrativi|Demo accounts)$/ }).getByRole('button', { name }).click();
  await expect(page.getByRole('button', { name: /^(Il mio account|My account)/ })).toBeVisible();
}

export async function fillInCredentials(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('E-mail*').fill(email);
  await page.getByLabel('Password*').fill(secret);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
}

/** The API as the administrator of the demonstration uses it. */
export async function asAdministrator(baseURL: string): Promise<APIRequestContext> {
  const api = await requests.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  const answer = await api.post('/api/v1/staff/sign-ins', { data: { email: administrator, password: demoPassword } });
  expect(answer.ok()).toBe(true);
  return api;
}

export interface Colleague {
  readonly id: string;
  readonly email: string;
  readonly link: string;
}

let invited = 0;

/** Somebody who has been invited, with the link of the mail. */
export async function inviteColleague({ baseURL, role = 'operator', email }: { baseURL: string; role?: string; email?: string }): Promise<Colleague> {
  const api = await asAdministrator(baseURL);
  const address = email ?? `collega-${process.pid}-${invited++}@example.org`;
  const scope = { all_offices: role === 'operator' || role === 'manager', office_ids: [], municipality_ids: [] };
  const answer = await api.post('/api/v1/staff/members', { data: { email: address, given_name: 'Ines', family_name: 'Collega', role, scope } });
  expect(answer.status()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  const link = staffLinkIn(await mailTo(api, address, /./));
  await api.dispose();
  return { id, email: address, link };
}

export function staffLinkIn({ text }: { readonly text: string }): string {
  const link = /https?:\/\/\S+\/scrivania\/benvenuto\S*#[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in:\n${text}`);
  return link;
}

/** Opens the link and chooses the password: what follows is the second factor. */
export async function acceptInvitation(page: Page, { link }: Colleague): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Nuova password*').fill(password);
  await page.getByRole('button', { name: 'Salva la password e continua' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Imposta il secondo fattore' })).toBeVisible();
}

interface SettingUp {
  readonly atEachStep?: () => Promise<void>;
  /** The heading of the page that it leads to; left out: the greeting of the desk. */
  readonly leadsTo?: string | RegExp;
}

/** Sets up the authenticator app; answers its secret and the recovery codes. `atEachStep`: where the secret is shown, and where the codes are. */
export async function setUpApp(page: Page, { atEachStep, leadsTo = /^Ciao / }: SettingUp = {}): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  await page.getByRole('radio', { name: /App di autenticazione/ }).check();
  await page.getByRole('button', { name: 'Continua' }).click();
  const secret = ((await page.getByRole('group', { name: 'Segreto', exact: true }).textContent()) ?? '').replaceAll(' ', '');
  await atEachStep?.();
  await page.getByLabel('Poi scrivi qui il codice che l’app mostra*').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Conferma il codice' }).click();
  await expect(page.getByRole('list', { name: 'Codici di recupero' })).toBeVisible();
  await atEachStep?.();
  const codes = await saveCodes(page);
  await expect(page.getByRole('heading', { level: 1, name: leadsTo })).toBeVisible();
  return { secret, codes };
}

/** The account of the first administrator, by the link that an installation prints; it leads to the first steps. */
export async function makeFirstAccount(page: Page, link: string, { given, family }: { readonly given: string; readonly family: string }): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Crea il primo account' })).toBeVisible();
  await page.getByLabel('Nome*', { exact: true }).fill(given);
  await page.getByLabel('Cognome*').fill(family);
  await page.getByLabel('E-mail*').fill('primo@example.org');
  await page.getByLabel('Nuova password*').fill(password);
  await page.getByRole('button', { name: 'Salva la password e continua' }).click();
  await setUpApp(page, { leadsTo: 'Primi passi' });
}

export async function saveCodes(page: Page): Promise<readonly string[]> {
  const list = page.getByRole('list', { name: 'Codici di recupero' });
  await expect(list).toBeVisible();
  const codes = (await list.getByRole('listitem').allTextContents()).map((code) => code.trim());
  await page.getByLabel('Ho salvato i codici in un posto sicuro*').check();
  await page.getByRole('button', { name: 'Continua' }).click();
  return codes;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Il mio account/ }).click();
  await page.getByRole('button', { name: 'Esci' }).click();
  await expect(page.getByText('Sei uscito. A presto.')).toBeVisible();
}

const stepSeconds = 30;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows (RFC 6238). A code serves once: the next one is in force already, to forgive a clock. */
export function codeOf(secret: string, stepsAhead = 0): string {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / stepSeconds) + stepsAhead));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A security key that answers at once, as the browser's own tools offer it. */
export async function plugInPasskey(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', { options });
}
