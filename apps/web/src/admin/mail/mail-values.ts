import type { MailSecurity, MailServer, MailServerRequest, MailTestRequest } from '@sportello/contract';
import type { it } from '../../messages/mail-server.it.ts';

/** What the form holds; the password is never filled in. */
export interface MailValues {
  readonly host: string;
  readonly security: MailSecurity;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  readonly sender_address: string;
  readonly sender_name: string;
  readonly reply_to: string;
}

export const usualPort: Readonly<Record<MailSecurity, string>> = { tls: '465', starttls: '587', none: '25' };

/** What is kept; where nothing is, what most providers want. */
export function valuesOf({ in_force, host, port, security, user, sender_address, sender_name, reply_to }: MailServer): MailValues {
  const isSet = in_force === 'union';
  return {
    host: host ?? '',
    security: security ?? 'tls',
    port: port === null ? usualPort.tls : String(port),
    user: user ?? '',
    password: '',
    sender_address: isSet ? sender_address : '',
    sender_name: sender_name ?? '',
    reply_to: reply_to ?? '',
  };
}

/** With another encryption goes its usual port, unless somebody chose another one. */
export function withSecurity({ security: before, port }: MailValues, security: MailSecurity): Partial<MailValues> {
  return { security, ...((port.trim() === '' || port === usualPort[before]) && { port: usualPort[security] }) };
}

/** Whether the kept password serves: it does for the same server and user alone. */
export function isPasswordKept({ has_password, host, port, user }: MailServer, values: MailValues): boolean {
  return has_password && values.host.trim().toLowerCase() === host && Number(values.port) === port && values.user.trim() === user;
}

type Texts = (typeof it)['form']['missing'];

/** Field -> how to mend it, in the order of the form. */
export function mistakesIn(values: MailValues, isKept: boolean, texts: Texts): Record<string, string> {
  const port = Number(values.port);
  return {
    ...(values.host.trim() === '' && { host: texts.host }),
    ...(!(Number.isInteger(port) && port >= 1 && port <= 65_535) && { port: texts.port }),
    ...(values.user.trim() !== '' && values.password === '' && !isKept && { password: texts.password }),
    ...(values.sender_address.trim() === '' && { sender_address: texts.senderAddress }),
  };
}

/** As it is tried; what is empty is left out. */
export function testOf(values: MailValues, recipient: string): MailTestRequest {
  return { ...settingsOf(values), ...(recipient.trim() !== '' && { recipient: recipient.trim() }) };
}

/** As it is saved. */
export function requestOf(values: MailValues, revision: number): MailServerRequest {
  return { revision, ...settingsOf(values) };
}

function settingsOf({ host, port, security, user, password, sender_address, sender_name, reply_to }: MailValues): Omit<MailServerRequest, 'revision'> {
  const hasUser = user.trim() !== '';
  return {
    host: host.trim(),
    port: Number(port),
    security,
    ...(hasUser && { user: user.trim() }),
    ...(hasUser && password !== '' && { password }),
    sender_address: sender_address.trim(),
    ...(sender_name.trim() !== '' && { sender_name: sender_name.trim() }),
    ...(reply_to.trim() !== '' && { reply_to: reply_to.trim() }),
  };
}
