import type { Channel, Language } from '@sportello/contract';
import { inLanguage, type MessageDirectory } from './context-of.ts';
import type { Prepared } from './deliver.ts';
import { dayText, timeText } from './messages/dates.ts';
import type { Letter } from './messages/letter.ts';
import { phoneText } from './messages/phone-text.ts';
import { renderHtml } from './messages/render-html.ts';
import { renderText } from './messages/render-text.ts';
import { safeName } from './messages/safe-text.ts';
import { wordings } from './messages/wordings.ts';
import type { InHand } from './outbox.ts';

interface InvitingDesk {
  readonly directory: MessageDirectory;
  readonly baseUrl: string;
  readonly from: string;
  /** The link of an invitation, secret included. */
  invitationLink(id: string): string;
}

const texts = {
  it: {
    subject: (service: string) => `Puoi prenotare: ${service}`,
    title: 'Scegli quando incontrarci',
    text: 'l’ufficio ti invita a prenotare un appuntamento. Apri il link, scegli l’orario che preferisci e conferma: il link vale per una sola prenotazione.',
    button: 'Scegli l’orario',
    until: 'Valido fino a',
    care: 'Il link è personale: chi lo riceve può prenotare al posto tuo.',
  },
  en: {
    subject: (service: string) => `You can book: ${service}`,
    title: 'Choose when to meet us',
    text: 'The office invites you to book an appointment. Open the link, choose the time that suits you and confirm: the link is good for one booking.',
    button: 'Choose the time',
    until: 'Good until',
    care: 'The link is personal: whoever receives it can book in your place.',
  },
} as const;

/** The mail of an invitation, or why there is none: it was used, taken back, is over, or there is nobody to write to. */
export function prepareInvitationMail({ row, invitation, person }: InHand, desk: InvitingDesk, now: number): Prepared {
  if (!invitation) return { mail: null, instead: { state: 'dropped', failure: 'gone' } };
  if (!person?.email) return { mail: null, instead: { state: 'dropped', failure: 'no-address' } };
  if (invitation.usedAt !== null || invitation.revokedAt !== null || invitation.expiresAt <= now) return { mail: null, instead: { state: 'dropped', failure: 'superseded' } };
  if (row.deadlineAt <= now) return { mail: null, instead: { state: 'failed', failure: 'late' } };
  const letter = letterOf({ ...invitation, givenName: person.givenName, language: person.language }, desk);
  return {
    mail: {
      id: row.id,
      messageId: `<${row.id}@${new URL(desk.baseUrl).hostname}>`,
      from: { name: letter.from, address: desk.from },
      to: person.email,
      language: person.language,
      subject: letter.subject,
      text: renderText(letter),
      html: renderHtml(letter),
      calendar: null,
      sentAt: now,
    },
  };
}

interface Invited {
  readonly id: string;
  readonly serviceId: string;
  readonly officeId: string;
  readonly channel: Channel;
  readonly expiresAt: number;
  readonly givenName: string | null;
  readonly language: Language;
}

function letterOf({ id, serviceId, officeId, channel, expiresAt, givenName, language }: Invited, { directory, invitationLink }: InvitingDesk): Letter {
  const { union, services, offices } = directory;
  const wording = wordings[language];
  const said = texts[language];
  const service = services.get(serviceId)?.name[language] ?? '';
  const office = offices.get(officeId);
  const phone = office?.phone || union.phone;
  return {
    language,
    from: union.name,
    subject: said.subject(service),
    title: said.title,
    greeting: wording.greeting(safeName(givenName)),
    opening: said.text,
    facts: [
      { label: wording.facts.service, value: service },
      { label: wording.facts.how, value: wording.channels[channel] },
      { label: wording.facts.office, value: office?.name[language] ?? '' },
      { label: said.until, value: wording.moment(dayText(expiresAt - 1, union.timeZone, language), timeText(expiresAt - 60_000, union.timeZone)) },
    ],
    button: { label: said.button, href: inLanguage(invitationLink(id), language), byHand: wording.linkByHand },
    sections: [{ heading: wording.helpHeading, text: phoneText(phone) }],
    closing: [said.care, wording.doNotReply(union.email), [union.name, union.address, phoneText(union.phone)].filter(Boolean).join(' · ')],
    code: null,
    phone: { text: phoneText(phone), e164: phone },
  };
}
