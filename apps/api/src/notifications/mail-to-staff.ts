import type { Letter } from './messages/letter.ts';
import { renderHtml } from './messages/render-html.ts';
import { renderText } from './messages/render-text.ts';
import type { InHand } from './outbox.ts';
import type { Mail } from './senders/sender.ts';

/** A letter to a member of the staff, as it leaves. */
export function mailToStaff(letter: Letter, { row, member }: { readonly row: InHand['row']; readonly member: NonNullable<InHand['member']> }, { baseUrl, from }: { readonly baseUrl: string; readonly from: string }, now: number): Mail {
  return {
    id: row.id,
    messageId: `<${row.id}@${new URL(baseUrl).hostname}>`,
    from: { name: letter.from, address: from },
    to: member.email,
    language: member.language,
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter),
    calendar: null,
    sentAt: now,
  };
}
