import { fillIn, type MessageName, type Placeholder } from '@sportello/contract';
import type { MessageContext } from './context.ts';
import type { Button, Letter } from './letter.ts';
import { changes, documents, facts, help, howItHappens, momentText, type Part, officeReason, officeSays, phoneOf, proposal, reason } from './parts.ts';
import { phoneText } from './phone-text.ts';
import { safeName } from './safe-text.ts';
import type { Opening, Wording } from './wording.ts';
import { wordings } from './wordings.ts';

/** What each message says after its opening and the facts, in this order. */
const parts: Readonly<Record<MessageName, readonly Part[]>> = {
  confirmation: [howItHappens, documents, changes, help],
  'request-received': [documents, changes, help],
  moved: [howItHappens, documents, changes, help],
  'moved-by-desk': [howItHappens, documents, changes, help],
  proposed: [proposal, officeSays, help],
  approved: [howItHappens, documents, changes, help],
  refused: [reason, help],
  cancelled: [help],
  'cancelled-by-desk': [officeReason, help],
  reminder: [howItHappens, documents, changes, help],
  'access-link': [changes, help],
  'papers-given': [help],
};

/** The appointment in words: the one place that decides what a message says. Pure. */
export function writeLetter(message: MessageName, context: MessageContext): Letter {
  const wording = wordings[context.language];
  const opening = openingOf(message, context, wording);
  const phone = phoneOf(context);
  const when = momentText(context.startsAt, context, wording);
  return {
    language: context.language,
    from: context.union.name,
    subject: opening.subject(when),
    title: opening.title,
    greeting: wording.greeting(safeName(context.person.givenName)),
    opening: opening.text,
    facts: facts(context, wording, message === 'access-link'),
    button: buttonOf(message, context, wording),
    sections: parts[message].flatMap((part) => part(context, wording) ?? []),
    closing: [...(isOver(message) ? [] : [wording.keepLinkPrivate]), wording.doNotReply(context.union.email), signature(context)],
    code: context.code,
    phone: { text: phoneText(phone), e164: phone },
  };
}

/** In the words of the union where it has some, with their placeholders filled in. */
function openingOf(message: MessageName, context: MessageContext, wording: Wording): Opening {
  const isRequest = message === 'moved' && context.state === 'pending';
  const ours = isRequest ? wording.movedRequest : wording.openings[message];
  const own = context.ownTexts[isRequest ? 'moved-request' : message];
  if (!own) return ours;
  const values = valuesOf(context, wording);
  return { subject: (when) => (own.subject === null ? ours.subject(when) : fillIn(own.subject, values)), title: own.title === null ? ours.title : fillIn(own.title, values), text: fillIn(own.text, values) };
}

function valuesOf(context: MessageContext, wording: Wording): Readonly<Record<Placeholder, string>> {
  const { person, service, office, municipality, startsAt, code } = context;
  return {
    nome: safeName(person.givenName) ?? '',
    servizio: service,
    ufficio: office.name,
    comune: municipality,
    quando: momentText(startsAt, context, wording),
    codice: code,
    telefono: phoneText(phoneOf(context)),
  };
}

/** The link with the secret goes only where there is still something to do with it. */
function buttonOf(message: MessageName, context: MessageContext, { open, bookAgain, linkByHand }: Wording): Button {
  if (isOver(message)) return { label: bookAgain, href: context.bookAgainLink, byHand: linkByHand };
  return { label: open, href: context.manageLink, byHand: linkByHand };
}

function isOver(message: MessageName): boolean {
  return message === 'cancelled' || message === 'cancelled-by-desk' || message === 'refused';
}

function signature({ union }: MessageContext): string {
  return [union.name, union.address, phoneText(union.phone)].filter(Boolean).join(' · ');
}
