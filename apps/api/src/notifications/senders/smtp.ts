import { createTransport } from 'nodemailer';
import { isEmail } from '@sportello/contract';
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
export function smtpSender({ url, connections = 4, timeoutMs = 10_000 }: SmtpSettings): MailSender {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxRequeues: connections, // a kept connection that the server closed meanwhile: the mail takes the next one
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });

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
