import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { test as ownTest } from './own-desk.ts';

const provider = '../apps/api/test/identity-provider-process.ts';

/** A provider of identities beside the desk of one journey. */
export interface OwnProvider {
  /** What the desk is told of it. */
  readonly settings: Readonly<Record<string, string>>;
  /** What its button on the page to sign in is called. */
  readonly button: string;
}

/** `test` of a journey with a desk of its own and the union's own provider, both real processes. */
export const test = ownTest.extend<{ readonly provider: OwnProvider }>({
  provider: async ({ desk }, use) => {
    const running = spawn(process.execPath, [provider, `${desk.url}/api/v1/staff/oidc/callback`], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] });
    const { issuer, clientId, clientSecret } = await saidBy(running);
    const name = 'Account dell’Unione';
    const settings = { STAFF_OIDC_ISSUER: issuer, STAFF_OIDC_CLIENT_ID: clientId, STAFF_OIDC_CLIENT_SECRET: clientSecret, STAFF_OIDC_NAME: name };
    await use({ settings, button: `Accedi con ${name}` });
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  },
});

interface Said {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

async function saidBy({ stdout }: ChildProcess): Promise<Said> {
  if (stdout) for await (const line of createInterface(stdout)) if (line.startsWith('{')) return JSON.parse(line) as Said;
  throw new Error('the provider does not begin');
}

/** On the page of the provider, as somebody whom it knows by this address. */
export async function signInThere(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Entra' }).click();
}
