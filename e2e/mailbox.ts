import { type APIRequestContext, expect } from '@playwright/test';

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly ics: string | null;
}

/** The mail of this address whose subject fits, as the demonstration mailbox shows it; waits until the desk has sent it. */
export async function mailTo(request: APIRequestContext, address: string, subject: RegExp): Promise<Mail> {
  const headers = { accept: 'application/json' };
  let found: Pick<Mail, 'id'> | undefined;
  await expect(async () => {
    const { items } = (await (await request.get('/posta-demo', { headers })).json()) as { items: Mail[] };
    found = items.find((mail) => mail.to.includes(address) && subject.test(mail.subject));
    expect(found, `a mail to ${address} about ${subject}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return (await (await request.get(`/posta-demo/${found?.id}`, { headers })).json()) as Mail;
}

/** The link of the appointment in a mail, with its secret. */
export function linkIn({ text }: Pick<Mail, 'text'>): string {
  const link = /https?:\/\/\S+\/appuntamento\/\S+#[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in:\n${text}`);
  return link;
}
