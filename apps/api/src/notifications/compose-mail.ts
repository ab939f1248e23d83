import type { MessageName } from '@sportello/contract';
import { calendarFile } from './calendar-file.ts';
import type { MessageContext } from './messages/context.ts';
import { safeName } from './messages/safe-text.ts';
import { writeMessage } from './messages/write-message.ts';
import type { Mail } from './senders/sender.ts';

/** What changes a calendar brings the change along; a reminder or a link changes nothing. */
const calendarMethods: Readonly<Record<MessageName, 'REQUEST' | 'CANCEL' | null>> = {
  confirmation: 'REQUEST',
  'request-received': 'REQUEST',
  moved: 'REQUEST',
  'moved-by-desk': 'REQUEST',
  proposed: null,
  approved: 'REQUEST',
  refused: 'CANCEL',
  cancelled: 'CANCEL',
  'cancelled-by-desk': 'CANCEL',
  reminder: null,
  'access-link': null,
  'papers-given': null,
};

export interface Envelope {
  /** Of the outbox row. */
  readonly id: string;
  readonly message: MessageName;
  readonly to: string;
  /** E-mail address that messages come from; the name beside it is the union's. */
  readonly from: string;
}

/** The whole mail, pure: the same row at the same instant is the same mail, Message-ID included. */
export function composeMail({ id, message, to, from }: Envelope, context: MessageContext, now: number): Mail {
  const method = calendarMethods[message];
  const attendee = { name: fullName(context) ?? to, email: to };
  const organizer = { name: context.union.name, email: from };
  return {
    id,
    messageId: `<${id}@${new URL(context.pageAddress).hostname}>`,
    from: { name: context.union.name, address: from },
    to,
    language: context.language,
    ...writeMessage(message, context),
    calendar: method && { method, content: calendarFile(context, { method, attendee }, organizer, now) },
    sentAt: now,
  };
}

function fullName({ person }: MessageContext): string | null {
  return safeName([person.givenName, person.familyName].filter(Boolean).join(' '));
}
