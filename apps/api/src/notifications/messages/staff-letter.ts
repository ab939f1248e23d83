import type { Language, Role } from '@sportello/contract';
import type { StaffMessageName } from '../staff-messages.ts';
import { dayText, timeText } from './dates.ts';
import type { Fact, Letter } from './letter.ts';
import { phoneText } from './phone-text.ts';
import { safeName } from './safe-text.ts';
import { staffWordings, type StaffWording } from './staff-wordings.ts';

/** What a message to somebody of the staff says of them; instants are epoch milliseconds. */
export interface StaffContext {
  readonly language: Language;
  readonly union: { readonly name: string; readonly phone: string; readonly address: string; readonly timeZone: string };
  readonly givenName: string;
  readonly role: Role;
  /** When it was asked for, or happened. */
  readonly at: number;
  /** With its secret, where the message carries one; otherwise the page to sign in. */
  readonly link: string;
  readonly linkUntil: number | null;
}

/** A message to somebody of the staff in words. Pure. */
export function writeStaffLetter(message: StaffMessageName, context: StaffContext): Letter {
  const { language, union, givenName, link } = context;
  const wording = staffWordings[language];
  const { subject, title, text, button, care } = wording.messages[message];
  return {
    language,
    from: union.name,
    subject: `${subject} – ${union.name}`,
    title,
    greeting: wording.greeting(safeName(givenName)),
    opening: text,
    facts: factsOf(message, context, wording),
    button: { label: button, href: link, byHand: wording.linkByHand },
    sections: [{ heading: wording.careHeading, text: care }],
    closing: [wording.doNotReply, [union.name, union.address, union.phone && phoneText(union.phone)].filter(Boolean).join(' · ')],
    code: null,
    phone: { text: phoneText(union.phone), e164: union.phone },
  };
}

function factsOf(message: StaffMessageName, { role, at, linkUntil, language, union }: StaffContext, wording: StaffWording): Fact[] {
  const moment = (instant: number) => wording.moment(dayText(instant, union.timeZone, language), timeText(instant, union.timeZone));
  return [
    ...(message === 'staff-invitation' ? [{ label: wording.facts.role, value: wording.roles[role] }] : []),
    linkUntil === null ? { label: wording.facts.at, value: moment(at) } : { label: wording.facts.until, value: moment(linkUntil) },
  ];
}
