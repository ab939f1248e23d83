import { eq } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import type { SealedPlace, Sealing } from '../../sealing.ts';
import { type MailRoute, routeOfUrl } from './mail-route.ts';

/** What the installation says of mail. */
export interface MailEnvironment {
  readonly demo: boolean;
  /** null: an administrator may set a server in the browser. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Machines of a private network that an administrator may name. */
  readonly mailPrivateHosts: readonly string[];
}

export type MailServerRow = Readonly<Tables['mailServers']['$inferSelect']>;

/** Where mail goes now, and who says so. The demonstration and the installation come before what is set in the browser. */
export type MailInForce =
  | { readonly by: 'demo'; readonly senderAddress: string; readonly revision: number }
  | { readonly by: 'none'; readonly senderAddress: string; readonly revision: number }
  | { readonly by: 'environment'; readonly route: MailRoute; readonly url: string; readonly senderAddress: string; readonly revision: number }
  | { readonly by: 'union'; readonly route: MailRoute; readonly row: MailServerRow; readonly senderAddress: string; readonly revision: number };

export interface MailSettings {
  /** Read each time, so that a change holds in every process at once. */
  current(): Promise<MailInForce>;
  readonly environment: MailEnvironment;
}

export const currentId = 'current';

export function mailSettings({ database, sealing }: { readonly database: Database; readonly sealing: Sealing }, environment: MailEnvironment): MailSettings {
  const { demo, smtpUrl, mailFrom } = environment;
  return {
    environment,
    async current() {
      if (demo) return { by: 'demo', senderAddress: mailFrom, revision: 0 };
      if (smtpUrl !== null) return { by: 'environment', url: smtpUrl, route: routeOfUrl(smtpUrl), senderAddress: mailFrom, revision: 0 };
      const row = await readMailServer(database.read, database.tables);
      if (!row?.isSet) return { by: 'none', senderAddress: mailFrom, revision: row?.revision ?? 0 };
      return { by: 'union', row, route: routeOfRow(row, sealing, environment), senderAddress: row.senderAddress, revision: row.revision };
    },
  };
}

export async function readMailServer(reader: Reader | Writer, { mailServers }: Tables): Promise<MailServerRow | null> {
  const [row] = await reader.select().from(mailServers).where(eq(mailServers.id, currentId));
  return row ?? null;
}

function routeOfRow(row: MailServerRow, sealing: Sealing, environment: MailEnvironment): MailRoute {
  const { host, port, security, account } = row;
  return { host, port, security, account: account === null ? null : { user: account, password: openPassword(sealing, row) ?? '' }, mayBePrivate: isAllowedPrivate(host, environment) };
}

export function isAllowedPrivate(host: string, { mailPrivateHosts }: Pick<MailEnvironment, 'mailPrivateHosts'>): boolean {
  return mailPrivateHosts.includes(host.toLowerCase());
}

const passwordPlace: SealedPlace = { table: 'mail_servers', column: 'password', id: currentId };

export function sealPassword(sealing: Sealing, password: string | null): string | null {
  return password === null ? null : sealing.seal(passwordPlace, password);
}

/** null where none is kept, or its key is not there. */
export function openPassword(sealing: Sealing, { password }: Pick<MailServerRow, 'password'>): string | null {
  if (password === null) return null;
  try {
    return sealing.open(passwordPlace, password);
  } catch {
    return null;
  }
}
