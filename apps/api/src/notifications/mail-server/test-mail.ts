import { createTransport } from 'nodemailer';
import { newId } from '../../database/id.ts';
import { escapeHtml } from '../messages/escape-html.ts';
import { asMessage } from '../senders/as-message.ts';
import type { Mail } from '../senders/sender.ts';

interface TestMail {
  readonly from: Mail['from'];
  readonly replyTo: string | null;
  readonly to: string;
  readonly language: Mail['language'];
  readonly baseUrl: string;
  readonly now: number;
}

const wordings = {
  it: {
    subject: 'Messaggio di prova dello sportello',
    lines: (name: string) => [`Questo è un messaggio di prova dello sportello di ${name}.`, 'Se lo leggi, la posta dello sportello funziona: non serve rispondere.'],
  },
  en: {
    subject: 'Test message of the desk',
    lines: (name: string) => [`This is a test message of the desk of ${name}.`, 'If you can read it, the mail of the desk works: no answer is needed.'],
  },
} as const;

/** A mail to try a server with, as it travels. */
export async function writeTestMail({ from, replyTo, to, language, baseUrl, now }: TestMail): Promise<Buffer> {
  const { subject, lines } = wordings[language];
  const id = newId();
  const text = lines(from.name);
  const mail: Mail = {
    id,
    messageId: `<${id}@${new URL(baseUrl).hostname}>`,
    from,
    replyTo,
    to,
    language,
    subject,
    text: [...text, baseUrl].join('\n\n'),
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${subject}</title>${[...text, baseUrl].map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</html>`,
    calendar: null,
    sentAt: now,
  };
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(asMessage(mail));
  if (!Buffer.isBuffer(message)) throw new Error('Asked for a buffer');
  return message;
}
