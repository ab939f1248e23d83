import type { MessageName } from '@sportello/contract';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { nextAttemptAt } from './back-off.ts';
import { composeMail } from './compose-mail.ts';
import { contextOf, type Links, type MessageDirectory } from './context-of.ts';
import { decide } from './decide.ts';
import { isMessageName } from './message-names.ts';
import { type InHand, note, type Note, readInHand } from './outbox.ts';
import { type Mail, type MailSender, SendError } from './senders/sender.ts';
import { prepareInvitationMail } from './invitation-mail.ts';
import { arePapersNews } from '../files/are-papers-news.ts';
import { openProposal } from '../appointments/proposals.ts';
import { reportMail } from './report-mail.ts';
import { isNoticeMessage, prepareNoticeMail } from './staff-notice-mail.ts';
import { isStaffMessageName } from './staff-messages.ts';
import { isSystemNotice } from './enqueue-system.ts';
import { prepareSystemMail } from './system-mail.ts';
import { prepareStaffMail } from './staff-mail.ts';
import { troubleOf } from './trouble.ts';

/** Without addresses, names, links or the server's words. */
export interface Log {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
}

export interface DeliveryDeps extends Links {
  readonly database: Database;
  readonly directory: { current(): Promise<MessageDirectory> };
  readonly clock: Clock;
  readonly sender: MailSender;
  /** E-mail address that messages come from; asked for each message where it may change. */
  readonly from: string | (() => Promise<string>);
  /** The link of an invitation or a reset, secret included. */
  staffLink(linkId: string): string;
  /** The link of an invitation to book, secret included. */
  invitationLink(id: string): string;
  /** 0 up to 1, as Math.random. */
  readonly random: () => number;
  readonly log: Log;
}

/**
 * Makes the verb that brings one message in hand to its end: looks at the appointment again, sends what is still true,
 * notes what became of it. It throws only when the database cannot answer; the message is then due again when its lock
 * ends. What the mail server took but could not be noted is remembered, and only noted the next time: a second copy
 * leaves only if the process dies between the server's OK and our note of it.
 */
export function makeDelivery(deps: DeliveryDeps, sendTimeoutMs: number): (id: string) => Promise<void> {
  const { database, clock, sender, log } = deps;
  const taken = new Set<string>();

  async function attempt(inHand: InHand): Promise<Outcome> {
    const { row } = inHand;
    if (taken.has(row.id)) return { note: { state: 'sent', sentAt: clock.now() } };
    try {
      const from = typeof deps.from === 'string' ? deps.from : await deps.from();
      const prepared = await prepare({ ...deps, from }, inHand);
      if (prepared.mail === null) return { note: prepared.instead };
      await sender.send(prepared.mail, AbortSignal.timeout(sendTimeoutMs));
      taken.add(row.id);
      return { note: { state: 'sent', sentAt: clock.now() } };
    } catch (error) {
      return { note: afterFailure(row, error, clock.now(), deps.random), trouble: troubleOf(error) };
    }
  }

  return async (id) => {
    const inHand = await readInHand(database, id);
    if (inHand) {
      const outcome = await attempt(inHand);
      await note(database, inHand.row, outcome.note, clock.now());
      report(log, inHand, outcome);
    }
    taken.delete(id);
  };
}

interface Outcome {
  readonly note: Note;
  readonly trouble?: object;
}

export type Prepared = { readonly mail: Mail } | { readonly mail: null; readonly instead: Note };

/** The mail, written from the appointment as it is at this moment; or why there is none. */
async function prepare(deps: DeliveryDeps & { readonly from: string }, inHand: InHand): Promise<Prepared> {
  const { row, appointment, person, report } = inHand;
  const now = deps.clock.now();
  if (isStaffMessageName(row.message)) return prepareStaffMail(row.message, inHand, { ...deps, union: (await deps.directory.current()).union }, now);
  if (isSystemNotice(row.message)) return prepareSystemMail(row.message, inHand, { ...deps, union: (await deps.directory.current()).union }, now);
  if (report) return { mail: reportMail(row.id, report, { ...deps, union: (await deps.directory.current()).union }, now) };
  if (isNoticeMessage(row.message)) return prepareNoticeMail(row.message, inHand, { ...deps, directory: await deps.directory.current() }, now);
  if (row.message === 'invitation') return prepareInvitationMail(inHand, { ...deps, directory: await deps.directory.current() }, now);
  const message = nameOf(row.message);
  const decision = decide({ ...row, message }, appointment, person, now);
  if (decision.do === 'drop') return { mail: null, instead: { state: 'dropped', failure: decision.why } };
  if (decision.do === 'fail') return { mail: null, instead: { state: 'failed', failure: 'late' } };
  const { to } = decision;
  const proposal = message === 'proposed' ? await openProposal(deps.database.read, deps.database.tables, decision.appointment.id, now) : null;
  if (message === 'proposed' && !proposal) return { mail: null, instead: { state: 'dropped', failure: 'untrue' } };
  if (message === 'papers-given' && !(await arePapersNews(deps.database, decision.appointment, row.createdAt))) return { mail: null, instead: { state: 'dropped', failure: 'untrue' } };
  const directory = await deps.directory.current();
  const context = contextOf(decision.appointment, decision.person, directory, deps, decision.appointment.language, now, proposal);
  return { mail: composeMail({ id: row.id, message, to, from: deps.from }, context, now) };
}

/** A message that only a newer version can write is an ordinary failure: that version may take the next attempt. */
function nameOf(message: string): MessageName {
  if (!isMessageName(message)) throw new Error('Unknown message');
  return message;
}

function afterFailure(row: InHand['row'], error: unknown, now: number, random: () => number): Note {
  const failure = error instanceof SendError ? error.failure : 'unknown';
  const dueAt = nextAttemptAt(row.attempts, now, random);
  const isHopeless = (error instanceof SendError && error.kind === 'permanent') || dueAt >= row.deadlineAt;
  return isHopeless ? { state: 'failed', failure } : { state: 'pending', dueAt, failure };
}

function report(log: Log, { row }: InHand, { note, trouble }: Outcome): void {
  const details = { outbox: row.id, message: row.message, attempt: row.attempts, ...note, ...trouble };
  if (trouble || note.state === 'failed') log.warn(details, note.state === 'failed' ? 'message failed' : 'message will be tried again');
  else log.info(details, `message ${note.state}`);
}
