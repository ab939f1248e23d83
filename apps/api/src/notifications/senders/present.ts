import type { MailInForce, MailSettings } from '../mail-server/present-settings.ts';
import { folderSender } from './folder.ts';
import type { MailSender } from './sender.ts';
import { routeSender, smtpSender } from './smtp.ts';

interface InUse {
  readonly by: MailInForce['by'];
  readonly revision: number;
  readonly sender: MailSender;
  /** Mails that it has in hand. */
  busy: number;
  isLeft: boolean;
}

/**
 * Sends by the mail server that is in force at the moment of each mail: a change in the browser holds for the next one, in every
 * process. The connections of a server that is left are closed once nothing is on them any more.
 */
export function presentSender(settings: MailSettings, { mailFolder, timeoutMs }: { readonly mailFolder: string; readonly timeoutMs?: number }): MailSender {
  let inUse: InUse | null = null;

  function senderFor(now: MailInForce): InUse {
    if (inUse && inUse.by === now.by && inUse.revision === now.revision) return inUse;
    if (inUse) void leave(inUse);
    inUse = { by: now.by, revision: now.revision, sender: openSender(now), busy: 0, isLeft: false };
    return inUse;
  }

  function openSender(now: MailInForce): MailSender {
    const patience = timeoutMs === undefined ? {} : { timeoutMs };
    if (now.by === 'environment') return smtpSender({ url: now.url, ...patience });
    return now.by === 'union' ? routeSender(now.route, patience) : folderSender(mailFolder);
  }

  async function leave(one: InUse): Promise<void> {
    one.isLeft = true;
    if (one.busy === 0) await one.sender.close();
  }

  return {
    async send(mail, signal) {
      const now = await settings.current();
      const one = senderFor(now);
      one.busy += 1;
      try {
        await one.sender.send(now.by === 'union' ? { ...mail, from: { name: now.row.senderName ?? mail.from.name, address: now.row.senderAddress }, replyTo: now.row.replyTo } : mail, signal);
      } finally {
        one.busy -= 1;
        if (one.isLeft) await leave(one);
      }
    },
    async close() {
      if (inUse) await inUse.sender.close();
    },
  };
}
