import type { Socket } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { isEmail } from '@sportello/contract';
import type { MailRoute } from '../mail-server/mail-route.ts';
import { openMailSocket } from '../mail-server/open-mail-socket.ts';
import { asMessage } from './as-message.ts';
import { asSendError } from './smtp-error.ts';
import { type MailSender, SendError } from './sender.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://...`; the query may hold options of nodemailer such as `requireTLS=true`. */
  readonly url: string;
  /** How many mails at once, each on a connection that is kept. */
  readonly connections?: number;
  /** For connecting, for the greeting, and for each answer. */
  readonly timeoutMs?: number;
}

/** Sends by a mail server. Connections are kept and used again: greeting and log-in cost more than the mail. */
export function smtpSender({ url, connections, timeoutMs }: SmtpSettings): MailSender {
  return senderBy(createTransport({ url, ...keptConnections(connections, timeoutMs) }));
}

/** The same by a server that an administrator set: connections are made to addresses that were judged. */
export function routeSender(route: MailRoute, { connections, timeoutMs }: Omit<SmtpSettings, 'url'> = {}): MailSender {
  const { host, port, security, account } = route;
  return senderBy(
    createTransport({
      ...keptConnections(connections, timeoutMs),
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(account && { auth: { user: account.user, pass: account.password } }),
      getSocket(_: unknown, answer: (error: Error | null, socket?: { connection: Socket }) => void) {
        openMailSocket(route, { timeoutMs: timeoutMs ?? usualTimeoutMs }).then(
          (connection) => answer(null, { connection }),
          (error: unknown) => answer(Object.assign(new Error('no connection'), { code: 'ECONNECTION', cause: error })),
        );
      },
    }),
  );
}

const usualTimeoutMs = 10_000;

function keptConnections(connections = 4, timeoutMs = usualTimeoutMs) {
  return {
    pool: true,
    maxConnections: connections,
    maxRequeues: connections, // a kept connection that the server closed meanwhile: the mail takes the next one
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  } as const;
}

interface Transport {
  sendMail(message: SendMailOptions & { signal: AbortSignal }): Promise<unknown>;
  close(): void;
}

function senderBy(transport: Transport): MailSender {
  return {
    async send(mail, signal) {
      if (!isEmail(mail.to)) throw new SendError('permanent', 'rejected-address');
      try {
        await transport.sendMail({ ...asMessage(mail), signal });
      } catch (error) {
        throw asSendError(error);
      }
    },
    async close() {
      transport.close();
    },
  };
}
