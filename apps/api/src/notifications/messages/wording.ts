import type { AppointmentState, Channel, MessageName } from '@sportello/contract';

/** What each message says first. */
export interface Opening {
  /** @param when `giovedì 3 dicembre 2026, ore 10:00` */
  subject(when: string): string;
  readonly title: string;
  readonly text: string;
}

/** The texts of all messages in one language: it.ts and en.ts. Phones, days and times come in ready to be read. */
export interface Wording {
  moment(day: string, time: string): string;
  span(day: string, from: string, to: string): string;
  greeting(givenName: string | null): string;
  readonly openings: Readonly<Record<MessageName, Opening>>;
  /** A move that an official still has to approve. */
  readonly movedRequest: Opening;
  readonly facts: Readonly<Record<'when' | 'how' | 'where' | 'service' | 'office' | 'municipality' | 'code' | 'state', string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly states: Readonly<Record<AppointmentState, string>>;
  readonly open: string;
  readonly bookAgain: string;
  /** For whom the button does nothing. */
  readonly linkByHand: string;
  readonly howHeadings: Readonly<Record<Channel, string>>;
  readonly videoRoom: string;
  videoFallback(phone: string): string;
  readonly weCall: string;
  numberEndsWith(lastDigits: string): string;
  readonly weCome: string;
  readonly documentsHeadings: Readonly<Record<Channel, string>>;
  readonly changesHeading: string;
  moveAndCancel(moveUntil: string, cancelUntil: string): string;
  moveOnly(moveUntil: string): string;
  cancelOnly(cancelUntil: string): string;
  changesByPhone(phone: string): string;
  readonly reasonHeading: string;
  readonly proposalHeading: string;
  answerUntil(until: string): string;
  /** What the official wrote beside it. */
  readonly officeSaysHeading: string;
  readonly helpHeading: string;
  help(phone: string, office: string, code: string): string;
  readonly keepLinkPrivate: string;
  doNotReply(email: string): string;
  /** Lines of the calendar file. */
  calendarHelp(phone: string): string;
  readonly calendarLink: string;
}
