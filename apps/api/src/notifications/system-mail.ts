import { type Language, lightNames } from '@sportello/contract';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { inLanguage } from './context-of.ts';
import type { Prepared } from './deliver.ts';
import { mailToStaff } from './mail-to-staff.ts';
import type { SystemNotice } from './enqueue-system.ts';
import { dayText, timeText } from './messages/dates.ts';
import type { Fact, Letter } from './messages/letter.ts';
import { phoneText } from './messages/phone-text.ts';
import { safeName } from './messages/safe-text.ts';
import { staffWordings } from './messages/staff-wordings.ts';
import { systemWordings } from './messages/system-wordings.ts';
import { wordings } from './messages/wordings.ts';
import type { InHand } from './outbox.ts';

interface SystemDesk {
  readonly database: Database;
  readonly union: { readonly name: string; readonly phone: string; readonly timeZone: string };
  readonly baseUrl: string;
  readonly from: string;
}

type Watch = Readonly<Tables['lightWatches']['$inferSelect']>;

/**
 * A mail to an administrator about the state of the system, or why there is none: they chose otherwise, or what it tells is not so
 * any more. It names lights and instants, and nothing of what the lights found: a mail passes through the hands of others.
 */
export async function prepareSystemMail(message: SystemNotice, { row, member }: InHand, desk: SystemDesk, now: number): Promise<Prepared> {
  if (!member) return { mail: null, instead: { state: 'dropped', failure: 'gone' } };
  if (member.state !== 'active' || member.role !== 'admin' || !member.systemNotices) return { mail: null, instead: { state: 'dropped', failure: 'untrue' } };
  if (row.deadlineAt <= now) return { mail: null, instead: { state: 'dropped', failure: 'late' } };
  const watches = await desk.database.read.select().from(desk.database.tables.lightWatches).orderBy(desk.database.tables.lightWatches.troubleSince);
  const open = watches.filter(isWorthTelling);
  const told = message === 'system-trouble' ? open : watches.filter(({ clearedAt }) => clearedAt === row.createdAt);
  if (told.length === 0) return { mail: null, instead: { state: 'dropped', failure: 'untrue' } };
  const letter = letterOf(message, { told, still: message === 'system-well' ? open : [] }, { ...member, desk });
  return { mail: mailToStaff(letter, { row, member }, desk, now) };
}

/** An open trouble. That the mail server does not work can be told by no mail: one that arrives would say what is not so any more. */
function isWorthTelling({ id, seen, troubleSince, troubleUntil }: Watch): boolean {
  return troubleSince !== null && troubleUntil === null && seen !== 'well' && !(id === 'mail' && seen === 'bad');
}

function letterOf(message: SystemNotice, { told, still }: { told: readonly Watch[]; still: readonly Watch[] }, { language, givenName, desk }: { language: Language; givenName: string; desk: SystemDesk }): Letter {
  const { union } = desk;
  const said = systemWordings[language];
  const { subject, title, text } = said.messages[message];
  const ofStaff = staffWordings[language];
  const factsOf = (watches: readonly Watch[]): Fact[] => watches.map((watch) => ({ label: nameOf(watch, language), value: lasting(watch, union.timeZone, language) }));
  return {
    language,
    from: union.name,
    subject: `${subject(told.map((watch) => nameOf(watch, language)).join(', '))} – ${union.name}`,
    title,
    greeting: ofStaff.greeting(safeName(givenName)),
    opening: text,
    facts: factsOf(told),
    button: { label: said.open, href: inLanguage(`${desk.baseUrl}/unione/stato`, language), byHand: ofStaff.linkByHand },
    sections: [
      ...(still.length > 0 ? [{ heading: said.stillHeading, text: factsOf(still).map(({ label, value }) => `- ${label}: ${value}`).join('\n') }] : []),
      { heading: said.whyHeading, text: said.why },
    ],
    closing: [ofStaff.doNotReply, union.name],
    code: null,
    phone: { text: phoneText(union.phone), e164: union.phone },
  };
}

function nameOf({ id }: Watch, language: Language): string {
  return lightNames[language][id] ?? id;
}

function lasting({ seen, troubleSince, troubleUntil, lookedAt }: Watch, timeZone: string, language: Language): string {
  const said = systemWordings[language];
  const moment = (instant: number) => wordings[language].moment(dayText(instant, timeZone, language), timeText(instant, timeZone));
  const from = moment(troubleSince ?? lookedAt);
  return troubleUntil === null ? said.since(said.states[seen === 'bad' ? 'bad' : 'attention'], from) : said.span(from, moment(troubleUntil));
}
