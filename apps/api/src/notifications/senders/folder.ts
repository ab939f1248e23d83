import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { asMessage } from './as-message.ts';
import { isMailId, type StoredMail } from './mailbox.ts';
import type { Mail, MailSender } from './sender.ts';

/**
 * Where there is no mail server: each mail becomes `<id>.eml`, as it would have been sent, and `<id>.json`, in which the
 * mailbox page finds its parts. They hold links that open appointments, so only the owner of the process may read them.
 */
export function folderSender(folder: string): MailSender {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  return {
    async send(mail) {
      if (!isMailId(mail.id)) throw new Error('This id is no name for a file');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { message } = await transport.sendMail(asMessage(mail));
      if (!Buffer.isBuffer(message)) throw new Error('Asked for a buffer');
      await writeWhole(folder, `${mail.id}.eml`, message);
      await writeWhole(folder, `${mail.id}.json`, JSON.stringify(stored(mail), null, 2));
    },
    async close() {
      transport.close();
    },
  };
}

function stored({ id, to, subject, text, html, calendar, language, sentAt }: Mail): StoredMail {
  return { id, to, subject, language, text, html, ics: calendar && calendar.content, sentAt };
}

/** So that nobody ever reads half a mail: written beside, flushed, then renamed. A second copy replaces the first. */
async function writeWhole(folder: string, name: string, content: string | Buffer): Promise<void> {
  const unfinished = join(folder, `.${name}.${process.pid}`);
  await writeFile(unfinished, content, { mode: 0o600, flush: true });
  await rename(unfinished, join(folder, name));
}
