import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './sender.ts';

/**
 * A mail as nodemailer takes it. Addresses go in as objects, never as text that is parsed: what is in a name stays in it.
 * The calendar goes twice, as the alternative that mail programs show as an invitation and as the file invite.ics.
 */
export function asMessage(mail: Mail): SendMailOptions {
  return {
    messageId: mail.messageId,
    date: new Date(mail.sentAt),
    from: mail.from,
    ...(mail.replyTo && { replyTo: { name: '', address: mail.replyTo } }),
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: 'invite.ics' } }),
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: no holiday notice comes back
      'Content-Language': mail.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
