import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Language } from '@sportello/contract';
import { addDays, localDay, startOfDay } from '@sportello/scheduling';
import type { Appointment } from '../appointments/appointment.ts';
import { shownCode } from '../appointments/codes.ts';
import type { Database } from '../database/database.ts';
import { initials } from '../people/mask.ts';
import { inLanguage, type MessageDirectory } from './context-of.ts';
import type { Prepared } from './deliver.ts';
import { mailToStaff } from './mail-to-staff.ts';
import { dayText, timeText } from './messages/dates.ts';
import type { Fact, Letter } from './messages/letter.ts';
import { phoneText } from './messages/phone-text.ts';
import { safeName } from './messages/safe-text.ts';
import { noticeWordings } from './messages/notice-wordings.ts';
import { staffWordings } from './messages/staff-wordings.ts';
import { wordings } from './messages/wordings.ts';
import { calendarsOf, concerns, readSubscribers } from './notices.ts';
import type { InHand } from './outbox.ts';

export const noticeMessages = ['notice-new', 'notice-moved', 'notice-cancelled', 'notice-unreachable', 'notice-tomorrow'] as const;
export type NoticeMessage = (typeof noticeMessages)[number];

export function isNoticeMessage(text: string): text is NoticeMessage {
  return noticeMessages.some((name) => name === text);
}

interface NoticeDesk {
  readonly database: Database;
  readonly directory: MessageDirectory;
  readonly baseUrl: string;
  readonly from: string;
}

const comingStates: readonly string[] = ['pending', 'confirmed', 'arrived', 'in_progress'];

/**
 * A notice to somebody of the staff, or why there is none: they were suspended, or chose otherwise; or it is not true any more. The
 * person's name stays out of the mail: initials and code are enough to find it at the desk.
 */
export async function prepareNoticeMail(message: NoticeMessage, { row, member, appointment }: InHand, desk: NoticeDesk, now: number): Promise<Prepared> {
  if (!member) return { mail: null, instead: { state: 'dropped', failure: 'gone' } };
  if (member.state !== 'active' || !member.notices.some((kind) => `notice-${kind}` === message)) return { mail: null, instead: { state: 'dropped', failure: 'untrue' } };
  if (row.deadlineAt <= now) return { mail: null, instead: { state: 'dropped', failure: 'late' } };
  const told = message === 'notice-tomorrow' ? await tomorrowOf(member.id, desk, { at: row.createdAt, language: member.language }) : await oneOf(message, appointment, desk, member.language);
  if (!told) return { mail: null, instead: { state: 'dropped', failure: 'untrue' } };
  const letter = letterOf(message, told, { ...member, desk });
  return { mail: mailToStaff(letter, { row, member }, desk, now) };
}

/** What a notice says: when or how many, the facts, and where it leads. */
interface Told {
  readonly about: string;
  readonly facts: readonly Fact[];
  readonly path: string;
}

async function oneOf(message: NoticeMessage, appointment: Appointment | null, { database, directory }: NoticeDesk, language: Language): Promise<Told | null> {
  if (!appointment || appointment.startsAt === null || appointment.endsAt === null || !isTrue(message, appointment)) return null;
  const wording = wordings[language];
  const { timeZone } = directory.union;
  const { startsAt, endsAt } = appointment;
  const place = directory.places.get(appointment.placeId ?? '');
  const facts: readonly (readonly [string, string | null])[] = [
    [wording.facts.when, wording.span(dayText(startsAt, timeZone, language), timeText(startsAt, timeZone), timeText(endsAt, timeZone))],
    [wording.facts.service, directory.services.get(appointment.serviceId)?.name[language] ?? null],
    [wording.facts.how, wording.channels[appointment.channel]],
    [wording.facts.where, place ? place.name[language] : null],
    [noticeWordings[language].person, (await initialsOf(database, [appointment.id])).get(appointment.id) ?? null],
    [wording.facts.code, shownCode(appointment.code)],
  ];
  return {
    about: wording.moment(dayText(startsAt, timeZone, language), timeText(startsAt, timeZone)),
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    path: `/scrivania/appuntamenti/${appointment.id}`,
  };
}

function isTrue(message: NoticeMessage, { state, toCallSince }: Appointment): boolean {
  if (message === 'notice-cancelled') return state === 'cancelled';
  if (message === 'notice-unreachable') return toCallSince !== null;
  return comingStates.includes(state);
}

/** The day after the list was written, for one member; null: nothing is booked. */
async function tomorrowOf(staffId: string, { database, directory }: NoticeDesk, { at, language }: { at: number; language: Language }): Promise<Told | null> {
  const { read, tables } = database;
  const { timeZone } = directory.union;
  const day = addDays(localDay(timeZone, Math.floor(at / 60_000)), 1);
  const [from, to] = [startOfDay(timeZone, day) * 60_000, startOfDay(timeZone, addDays(day, 1)) * 60_000];
  const subscriber = (await readSubscribers(read, tables)).find(({ id }) => id === staffId);
  if (!subscriber) return null;
  const { appointments } = tables;
  const booked = await read
    .select()
    .from(appointments)
    .where(and(gte(appointments.startsAt, from), lt(appointments.startsAt, to), inArray(appointments.state, ['pending', 'confirmed'])))
    .orderBy(asc(appointments.startsAt));
  const taken = await calendarsOf(read, tables, booked);
  const theirs = booked.filter((appointment) => concerns(subscriber, appointment, taken.get(appointment.id) ?? []));
  if (theirs.length === 0) return null;
  const people = await initialsOf(database, theirs.map(({ id }) => id));
  const wording = wordings[language];
  const facts = theirs.map(({ id, startsAt, serviceId, channel, code, state }) => {
    const words = [directory.services.get(serviceId)?.name[language], wording.channels[channel], people.get(id), shownCode(code), state === 'pending' ? wording.states.pending : null];
    return { label: timeText(startsAt ?? from, timeZone), value: words.filter(Boolean).join(' · ') };
  });
  return { about: dayText(from, timeZone, language), facts, path: `/scrivania?giorno=${day}` };
}

async function initialsOf({ read, tables }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { appointmentPeople, people } = tables;
  const rows = await read
    .select({ appointmentId: appointmentPeople.appointmentId, givenName: people.givenName, familyName: people.familyName })
    .from(appointmentPeople)
    .innerJoin(people, eq(people.id, appointmentPeople.personId))
    .where(and(inArray(appointmentPeople.appointmentId, [...ids]), eq(appointmentPeople.role, 'requester')));
  return new Map(rows.map(({ appointmentId, givenName, familyName }) => [appointmentId, initials(...[givenName, familyName].filter((name): name is string => Boolean(name)))]));
}

function letterOf(message: NoticeMessage, { about, facts, path }: Told, { language, givenName, desk }: { language: Language; givenName: string; desk: NoticeDesk }): Letter {
  const { union } = desk.directory;
  const said = noticeWordings[language];
  const { subject, title, text } = said.messages[message];
  const ofStaff = staffWordings[language];
  return {
    language,
    from: union.name,
    subject: subject(about),
    title,
    greeting: ofStaff.greeting(safeName(givenName)),
    opening: text,
    facts,
    button: { label: said.open, href: inLanguage(`${desk.baseUrl}${path}`, language), byHand: ofStaff.linkByHand },
    sections: [{ heading: said.whyHeading, text: said.why }],
    closing: [ofStaff.doNotReply, union.name],
    code: null,
    phone: { text: phoneText(union.phone), e164: union.phone },
  };
}
