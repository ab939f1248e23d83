import { emailKey, type StaffLink } from '@sportello/contract';
import { directoryStore } from '../src/directory/store.ts';
import { staffLinkAddress } from '../src/identity/staff-links.ts';
import type { Mail, MailSender } from '../src/notifications/senders/sender.ts';
import { invitationLink } from '../src/appointments/invitations.ts';
import { manageLink } from '../src/appointments/links.ts';
import { startWorker } from '../src/notifications/worker.ts';
import { type Desk, testSecrets } from './app.ts';
import { askAs, ourOrigin } from './staff-app.ts';

/** Lets the worker send all that is due at the desk's present; answers with what left just now. */
export async function mailOf(desk: Desk): Promise<Mail[]> {
  const sent: Mail[] = [];
  await sendBy(desk, { send: async (mail) => void sent.push(mail), close: async () => undefined });
  return sent;
}

/** Lets the worker hand in all that is due at the desk's present. */
export async function sendBy({ database, clock }: Pick<Desk, 'database' | 'clock'>, sender: MailSender): Promise<void> {
  const worker = startWorker(
    {
      database,
      directory: directoryStore(database, clock),
      clock,
      sender,
      manageLink: manageLink(testSecrets, ourOrigin),
      invitationLink: (id) => invitationLink(testSecrets, ourOrigin, id),
      staffLink: (linkId) => staffLinkAddress(testSecrets, ourOrigin, linkId),
      emailDigest: (email) => testSecrets.digest('email', emailKey(email)),
      baseUrl: ourOrigin,
      from: 'sportello@example.org',
      random: () => 0.5,
      log: { info: () => undefined, warn: () => undefined },
    },
    { pollMs: null },
  );
  await worker.runOnce();
  await worker.stop();
}

/** The token of the link in a mail, as whoever opens it has it after the `#`. */
export function tokenIn(mail: Pick<Mail, 'text'> | undefined): string {
  const token = mail?.text.match(/\/scrivania\/benvenuto\S*#(\S+)/)?.[1];
  if (!token) throw new Error(`No link in: ${mail?.text}`);
  return token;
}

export const goodPassword = 'quattro gatti blu in fila';

/** What somebody who opened a link does with it. */
export function linkOf(desk: Desk, token: string) {
  return {
    look: () => askAs(desk, null, 'POST', '/staff/links', { token }),
    looked: async () => (await askAs(desk, null, 'POST', '/staff/links', { token })).json<StaffLink>(),
    use: (body: object = {}, cookie: string | null = null) => askAs(desk, cookie, 'POST', '/staff/links/redemption', { token, password: goodPassword, ...body }),
  };
}
