import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { escapeHtml } from './messages/escape-html.ts';
import type { Mailbox, MailSummary, StoredMail } from './senders/mailbox.ts';

const base = '/posta-demo';
const hidden = { schema: { hide: true } as object };

/** A mail may colour itself and be clicked, nothing else: no script, no picture from anywhere. */
const mailPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation";
const pagePolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const style = `:root{color-scheme:light}body{font:1.125rem/1.5 "Titillium Web",system-ui,sans-serif;margin:0;color:#17324d}
main{max-width:52rem;margin:0 auto;padding:1rem}.strip{background:#ffb400;color:#17324d;padding:.5rem 1rem;font-weight:600}
ul{list-style:none;padding:0}li{border-bottom:1px solid #c5c7c9;padding:.75rem 0}a{color:#06c}small{color:#455a64;display:block}
iframe{width:100%;height:60rem;border:1px solid #c5c7c9}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f6f7;padding:1rem}`;

/** The mail of demo mode, which goes to nobody, as pages to read; asked for as JSON, as data. Registered in demo mode only. */
export function mailboxRoutes(app: App, mailbox: Mailbox): void {
  app.get(`${base}/style.css`, hidden, (_, reply) => reply.type('text/css').send(style));

  app.get(base, hidden, async (request, reply) => {
    const mails = await mailbox.listMail();
    return wantsJson(request) ? reply.send({ items: mails }) : sendPage(reply, listPage(mails));
  });

  app.get(`${base}/:id`, hidden, async (request, reply) => {
    const mail = await found(mailbox, request);
    return wantsJson(request) ? reply.send(mail) : sendPage(reply, mailPage(mail));
  });

  app.get(`${base}/:id/html`, hidden, async (request, reply) => {
    const { html } = await found(mailbox, request);
    const opened = html.replace('<head>', '<head><base target="_top">');
    return reply.headers({ 'content-security-policy': mailPolicy, 'x-frame-options': 'SAMEORIGIN', 'content-type': 'text/html; charset=utf-8' }).send(opened);
  });

  app.get(`${base}/:id/invite.ics`, hidden, async (request, reply) => {
    const { ics } = await found(mailbox, request);
    if (!ics) throw problem('not-found');
    return reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="invite.ics"' }).send(ics);
  });
}

async function found(mailbox: Mailbox, request: FastifyRequest): Promise<StoredMail> {
  const { id } = request.params as { id: string }; // of the route's own path
  const mail = await mailbox.readMail(id);
  if (!mail) throw problem('not-found');
  return mail;
}

function wantsJson({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('application/json') === true;
}

function sendPage(reply: FastifyReply, content: string): FastifyReply {
  const page = `<!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Posta dimostrativa</title><link rel="stylesheet" href="${base}/style.css"></head>
<body><div class="strip">Dati dimostrativi: questi messaggi non sono stati spediti a nessuno.</div><main>${content}</main></body></html>`;
  return reply.headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' }).send(page);
}

function when(sentAt: number): string {
  return new Date(sentAt).toLocaleString('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'medium', timeStyle: 'short' });
}

function listPage(mails: readonly MailSummary[]): string {
  const items = mails.map(({ id, to, subject, sentAt }) => `<li><a href="${base}/${id}">${escapeHtml(subject)}</a><small>${escapeHtml(to)} · ${when(sentAt)}</small></li>`);
  const none = '<p>Nessun messaggio: prenota un appuntamento con un’e-mail qualsiasi e torna qui.</p>';
  return `<h1>Posta dimostrativa</h1>${mails.length === 0 ? none : `<ul>${items.join('')}</ul>`}<p><a href="/">Torna al sito</a></p>`;
}

function mailPage({ id, to, subject, text, ics, sentAt }: StoredMail): string {
  const calendar = ics ? `<p><a href="${base}/${id}/invite.ics">Scarica l’allegato invite.ics</a></p>` : '';
  return `<p><a href="${base}">Tutti i messaggi</a></p><h1>${escapeHtml(subject)}</h1><p>A: ${escapeHtml(to)}<small>${when(sentAt)}</small></p>${calendar}
<iframe src="${base}/${id}/html" title="Messaggio" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe><h2>Solo testo</h2><pre>${escapeHtml(text)}</pre>`;
}
