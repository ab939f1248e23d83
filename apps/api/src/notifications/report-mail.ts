import type { Report } from './outbox.ts';
import { escapeHtml } from './messages/escape-html.ts';
import type { Mail } from './senders/sender.ts';

interface Desk {
  readonly union: { readonly name: string; readonly email: string };
  readonly baseUrl: string;
  readonly from: string;
}

/** What somebody reported about the site, as a mail to the union, in Italian: the desk reads it. */
export function reportMail(id: string, { path, text, email, createdAt }: Report, { union, baseUrl, from }: Desk, now: number): Mail {
  const page = path ? `Pagina: ${baseUrl}${path}` : 'Pagina: non indicata';
  const answer = email ? `Chi scrive aspetta una risposta a: ${email}` : 'Chi scrive non ha lasciato un indirizzo.';
  const lines = [page, `Ricevuta: ${new Date(createdAt).toLocaleString('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'short' })}`, '', text, '', answer];
  const paragraphs = lines.filter(Boolean).map((line) => `<p style="white-space:pre-wrap;font:16px/1.5 sans-serif">${escapeHtml(line)}</p>`);
  return {
    id,
    messageId: `<${id}@${new URL(baseUrl).hostname}>`,
    from: { name: union.name, address: from },
    to: union.email,
    language: 'it',
    subject: 'Segnalazione dal sito dello sportello',
    text: lines.join('\n'),
    html: `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Segnalazione</title></head><body>${paragraphs.join('')}</body></html>`,
    calendar: null,
    sentAt: now,
  };
}
