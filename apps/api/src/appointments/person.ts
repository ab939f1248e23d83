import { type AppointmentRequest, emailKey, isTaxCode, normalizeEmail, normalizeName, normalizeTaxCode } from '@sportello/contract';
import type { ChannelRules, Municipality } from '../directory/directory.ts';
import { type FieldProblem, problem } from '../http/problems.ts';
import { normalizePhone } from '../people/phone.ts';
import { judgeAnswers, type SentPaper } from './answers.ts';

/** A person as they are kept: normalized, null for what was not said. */
export interface PersonSaid {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxCode: string | null;
}

export type BeneficiarySaid = { readonly kind: 'natural'; readonly givenName: string; readonly familyName: string; readonly taxCode: string | null } | { readonly kind: 'legal'; readonly companyName: string; readonly taxCode: string | null };

export interface HomeSaid {
  readonly homeStreet: string;
  readonly homePostalCode: string;
  readonly homeLocality: string;
  readonly homeNotes: string | null;
}

/** What the visitor typed, judged and normalized. */
export interface Application {
  readonly person: PersonSaid;
  readonly onBehalfOf: { readonly beneficiary: BeneficiarySaid; readonly relation: NonNullable<AppointmentRequest['on_behalf_of']>['relation'] } | null;
  readonly home: HomeSaid | null;
  readonly topic: string | null;
  readonly details: string | null;
  readonly answers: readonly { readonly questionId: string; readonly value: string }[];
  /** Ids of the papers that are answers. */
  readonly papers: readonly string[];
  readonly language: 'it' | 'en';
  /** The notice that was read, which is the present one. */
  readonly privacyNoticeVersion: string;
}

export const missing = { it: 'Campo obbligatorio.', en: 'This field is required.' };

/** Reads an application that has the right shape; throws one `validation` problem with a line for each field to mend. `sent`: the papers of the hold. */
export function readApplication(body: AppointmentRequest, rules: ChannelRules, municipality: Municipality, currentNotice: string, sent: readonly SentPaper[]): Application {
  const errors: FieldProblem[] = [];
  const person = readPerson(body.person);
  if (!person.email && !person.phone) errors.push({ field: '/person/email', detail: { it: 'Inserisci un’e-mail oppure un telefono.', en: 'Enter an e-mail or a phone number.' } });
  judgePhone(person, rules, errors);
  const home = rules.channel === 'home' ? readHome(body.home_address ?? null, municipality, errors) : null;
  if (body.privacy_notice_version !== currentNotice) {
    errors.push({ field: '/privacy_notice_version', detail: { it: 'L’informativa sulla privacy è cambiata: leggi quella attuale.', en: 'The privacy notice has changed: read the present one.' } });
  }
  const answers = judgeAnswers(body.answers ?? [], rules.questions, errors, sent);
  if (errors.length > 0) throw problem('validation', { errors });
  return {
    person,
    onBehalfOf: readBeneficiary(body.on_behalf_of ?? null),
    home,
    topic: trimmed(body.topic),
    details: trimmed(body.details),
    answers,
    papers: sent.map(({ id }) => id).filter((id) => answers.some(({ value }) => value === id)),
    language: body.language === 'en' ? 'en' : 'it',
    privacyNoticeVersion: currentNotice,
  };
}

/** Who calls or comes needs a number to call. */
export function judgePhone({ phone }: Pick<PersonSaid, 'phone'>, { channel }: Pick<ChannelRules, 'channel'>, errors: FieldProblem[]): void {
  if ((channel !== 'phone' && channel !== 'home') || phone) return;
  errors.push({ field: '/person/phone', detail: { it: 'Per questa modalità serve un numero di telefono.', en: 'This way of meeting needs a phone number.' } });
}

function readPerson({ given_name, family_name, email, phone, tax_code }: AppointmentRequest['person']): PersonSaid {
  return {
    givenName: normalizeName(given_name),
    familyName: normalizeName(family_name),
    ...readContacts({ email, phone, tax_code }),
  };
}

/** What was said beside the names, normalized; null for what was not. */
export function readContacts({ email, phone, tax_code }: Pick<AppointmentRequest['person'], 'email' | 'phone' | 'tax_code'>): Pick<PersonSaid, 'email' | 'phone' | 'taxCode'> {
  return {
    email: trimmed(email) === null ? null : normalizeEmail(email ?? ''),
    phone: trimmed(phone) === null ? null : normalizePhone(phone ?? ''),
    taxCode: readTaxCode(tax_code),
  };
}

export function readBeneficiary(said: AppointmentRequest['on_behalf_of']): Application['onBehalfOf'] {
  if (!said) return null;
  const taxCode = readTaxCode(said.tax_code);
  const beneficiary: BeneficiarySaid =
    said.kind === 'person'
      ? { kind: 'natural', givenName: normalizeName(said.given_name), familyName: normalizeName(said.family_name), taxCode }
      : { kind: 'legal', companyName: normalizeName(said.name), taxCode };
  return { beneficiary, relation: said.relation };
}

export function readHome(said: AppointmentRequest['home_address'], { postalCode, name }: Municipality, errors: FieldProblem[]): HomeSaid | null {
  if (!said) {
    errors.push({ field: '/home_address', detail: missing });
    return null;
  }
  if (said.postal_code !== postalCode) {
    const detail = { it: `La visita è nel comune di ${name}, CAP ${postalCode}.`, en: `The visit is in the comune of ${name}, postal code ${postalCode}.` };
    errors.push({ field: '/home_address/postal_code', detail });
  }
  for (const name of ['street', 'locality'] as const) {
    if (!trimmed(said[name])) errors.push({ field: `/home_address/${name}`, detail: missing });
  }
  return { homeStreet: said.street.trim(), homePostalCode: said.postal_code, homeLocality: said.locality.trim(), homeNotes: trimmed(said.notes) };
}

function readTaxCode(text: string | null | undefined): string | null {
  const code = normalizeTaxCode(text ?? '');
  return isTaxCode(code) ? code : null;
}

export function trimmed(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

type Contacts = Pick<PersonSaid, 'email' | 'phone'>;

/** What tells a person from another for the limits, before anybody proved who they are: the e-mail, else the phone. */
export function personKeyText({ email, phone }: Contacts): string {
  return email ? `email ${emailKey(email)}` : `phone ${phone}`;
}

/** Every key under which somebody with these contacts may have booked. */
export function personKeyTexts({ email, phone }: Contacts): string[] {
  return [...(email ? [personKeyText({ email, phone: null })] : []), ...(phone ? [personKeyText({ email: null, phone })] : [])];
}
