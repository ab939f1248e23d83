import type { AppointmentState, Channel, Language, MessageTextName } from '@sportello/contract';

/** Where people are received, as it is written in a message. */
export interface MessagePlace {
  readonly name: string;
  /** `Via Roma 1, 14047 Mombercelli (AT)` */
  readonly address: string;
  readonly accessNotes: string;
}

/** null: what comes with the product. */
export interface OwnText {
  readonly subject: string | null;
  readonly title: string | null;
  readonly text: string;
}

/**
 * Everything that a message says of an appointment, each text in the message's language already. Instants are epoch
 * milliseconds; null is "there is none". Texts of the directory are lines: one is a paragraph, or an item after "- ".
 */
export interface MessageContext {
  readonly language: Language;
  readonly timeZone: string;
  readonly union: { readonly name: string; readonly phone: string; readonly email: string; readonly address: string };
  readonly office: { readonly name: string; readonly phone: string };
  readonly service: string;
  /** Name of the comune that the matter concerns. */
  readonly municipality: string;

  readonly id: string;
  /** As people read it aloud: `K7QM-3XRT`. */
  readonly code: string;
  readonly state: AppointmentState;
  readonly sequence: number;
  readonly channel: Channel;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly place: MessagePlace | null;
  readonly homeAddress: string | null;
  /** Until when the person can do it by the link; null when that is over. */
  readonly moveUntil: number | null;
  readonly cancelUntil: number | null;
  /** Why an official refused, in their words. */
  readonly refusalReason: string | null;
  /** Why it was cancelled, in the words of who did it. */
  readonly cancellationReason: string | null;

  /** Another time that the office proposes in place of this one. */
  readonly proposal: { readonly startsAt: number; readonly endsAt: number; readonly place: MessagePlace | null; readonly message: string | null; readonly expiresAt: number } | null;

  readonly person: { readonly givenName: string | null; readonly familyName: string | null; readonly phone: string | null };

  /** Opens the appointment: it ends in the secret. */
  readonly manageLink: string;
  /** The same page without the secret. */
  readonly pageAddress: string;
  readonly bookAgainLink: string;

  /** What the union says first in words of its own, with its placeholders. */
  readonly ownTexts: Readonly<Partial<Record<MessageTextName, OwnText>>>;

  readonly documents: string | null;
  readonly after: string | null;
  readonly beforeVideo: string | null;
}
