import type { MailSecurity } from '@sportello/contract';

/** How a mail server is reached. `if-offered`: encrypted where the server can do it (an installation's address may leave that open). */
export interface MailRoute {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity | 'if-offered';
  readonly account: { readonly user: string; readonly password: string } | null;
  /** It may lie in a private network: who runs the installation named it. */
  readonly mayBePrivate: boolean;
  /** Its certificate is not looked at, because who runs the installation said so. */
  readonly trustsAnyCertificate?: boolean;
}

const usualPorts = { smtps: 465, smtp: 587 } as const;

/** The address of a mail server as the settings write it (SMTP_URL), as far as a conversation needs it. Pure. */
export function routeOfUrl(address: string): MailRoute {
  const url = new URL(address);
  const isSecure = url.protocol === 'smtps:';
  const asks = (name: string, value: string) => url.searchParams.get(name) === value;
  return {
    host: decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (isSecure ? usualPorts.smtps : usualPorts.smtp),
    security: isSecure || asks('secure', 'true') ? 'tls' : asks('requireTLS', 'true') ? 'starttls' : asks('ignoreTLS', 'true') ? 'none' : 'if-offered',
    account: url.username === '' ? null : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    mayBePrivate: true,
    trustsAnyCertificate: asks('tls.rejectUnauthorized', 'false'),
  };
}
