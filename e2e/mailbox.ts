import { type APIRequestContext, expect } from '@playwright/test';

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly ics: string | null;
}

const headers = { accept: 'application/json' };

/** The mail of this address whose subject fits, as the demonstration mailbox shows it; waits until the desk has sent it. */
export async function mailTo(request: APIRequestContext, address: string, subject: RegExp): Promise<Mail> {
  const [mail] = await mailsTo(request, address, subject);
  if (!mail) throw new Error('unreachable: one was waited for');
  return mail;
}

/** The same where so many of them are expected, newest first. */
export async function mailsTo(request: APIRequestContext, address: string, subject: RegExp, atLeast = 1): Promise<Mail[]> {
  let found: Pick<Mail, 'id'>[] = [];
  await expect(async () => {
    const { items } = (await (await request.get('/posta-demo', { headers })).json()) as { items: Mail[] };
    found = items.filter((mail) => mail.to.includes(address) && subject.test(mail.subject));
    expect(found.length, `mails to ${address} about ${subject}`).toBeGreaterThanOrEqual(atLeast);
  }).toPass({ timeout: 30_000 });
  return Promise.all(found.map(async ({ id }) => (await (await request.get(`/posta-demo/${id}`, { headers })).json()) as Mail));
}

/** The link of the appointment in a mail, with its secret. */
export function linkIn({ text }: Pick<Mail, 'text'>): string {
  const link = /https?:\/\/\S+\/appuntamento\/\S+#[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in:\n${text}`);
  return link;
}
