import type { AppointmentState, MessageName } from '@sportello/contract';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { insertOutboxRows, type OutboxRow } from './outbox-rows.ts';
import { deadlineOf, remindersOf } from './times.ts';
import { askToCall } from './to-call.ts';

/** What writing a message down needs to know of an appointment, as it is after the change. */
export interface Told {
  readonly id: string;
  readonly state: AppointmentState;
  readonly sequence: number;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** Who asked for it; without an e-mail address nothing is written down. */
  readonly requester: { readonly id: string; readonly email: string | null } | null;
}

/** An appointment whose reminders are written down too. */
export interface Reminded extends Told {
  /** Minutes before the start, of the service's channel. */
  readonly reminderMinutes: readonly number[];
}

/*
 * Each verb belongs inside the write that changes the appointment, so that the message is owed if and only if the change
 * was made; `now` is the instant of the change. What became untrue is not deleted: the worker looks again before it sends.
 */

/** Confirmed at once: the confirmation, and the reminders at their time. */
export function enqueueConfirmation(tx: Writer, tables: Tables, appointment: Reminded, now: number): Promise<void> {
  return enqueue(tx, tables, appointment, now, [atOnce('confirmation', appointment, now), ...reminders(appointment, now)]);
}

/** Asked for, and waiting for an official: reminders come with the approval. */
export function enqueueRequestReceived(tx: Writer, tables: Tables, appointment: Told, now: number): Promise<void> {
  return enqueue(tx, tables, appointment, now, [atOnce('request-received', appointment, now)]);
}

/** Moved. The reminders of the time before are void by their sequence; new ones unless it waits for an official again. */
export function enqueueMoved(tx: Writer, tables: Tables, appointment: Reminded, now: number): Promise<void> {
  const ofNewTime = appointment.state === 'confirmed' ? reminders(appointment, now) : [];
  return enqueue(tx, tables, appointment, now, [atOnce('moved', appointment, now), ...ofNewTime]);
}

/**
 * Moved by the office. Reminders of the new time are owed in any case; the news only where it is to be told, and it is
 * not yet over. Who has no e-mail is to be called instead. `leavesAt`: the news waits until then, where the move can be
 * taken back so long.
 */
export async function enqueueMovedByDesk(tx: Writer, tables: Tables, appointment: Reminded, now: number, { tell, leavesAt = now }: { readonly tell: boolean; readonly leavesAt?: number }): Promise<void> {
  const isNews = tell && (appointment.endsAt ?? now) > now;
  const ofNewTime = appointment.state === 'confirmed' ? reminders(appointment, now) : [];
  await enqueue(tx, tables, appointment, now, [...(isNews ? [atOnce('moved-by-desk', appointment, leavesAt)] : []), ...ofNewTime]);
  if (isNews && !appointment.requester?.email) await askToCall(tx, tables, appointment.id, now);
}

/** A request that an official approved. */
export function enqueueApproved(tx: Writer, tables: Tables, appointment: Reminded, now: number): Promise<void> {
  return enqueue(tx, tables, appointment, now, [atOnce('approved', appointment, now), ...reminders(appointment, now)]);
}

/** Another time that the office proposes. `expiresAt`: until when the citizen can accept it. */
export function enqueueProposed(tx: Writer, tables: Tables, appointment: Told, expiresAt: number, now: number): Promise<void> {
  return enqueue(tx, tables, appointment, now, [{ message: 'proposed', dueAt: now, deadlineAt: expiresAt }]);
}

/** A request that an official refused. */
export function enqueueRefused(tx: Writer, tables: Tables, appointment: Told, now: number): Promise<void> {
  return enqueue(tx, tables, appointment, now, [atOnce('refused', appointment, now)]);
}

/** Cancelled by the office, to be told. Who has no e-mail is to be called instead. `leavesAt`: as for `enqueueMovedByDesk`. */
export async function enqueueCancelledByDesk(tx: Writer, tables: Tables, appointment: Told, now: number, leavesAt = now): Promise<void> {
  await enqueue(tx, tables, appointment, now, [atOnce('cancelled-by-desk', appointment, leavesAt)]);
  if (!appointment.requester?.email) await askToCall(tx, tables, appointment.id, now);
}

/** Cancelled by the person. */
export function enqueueCancelled(tx: Writer, tables: Tables, appointment: Told, now: number): Promise<void> {
  return enqueue(tx, tables, appointment, now, [atOnce('cancelled', appointment, now)]);
}

/** The link, once more. The same link as before: nobody who finds an old message is locked out. */
export function enqueueAccessLink(tx: Writer, tables: Tables, appointment: Told, now: number): Promise<void> {
  return enqueue(tx, tables, appointment, now, [atOnce('access-link', appointment, now)]);
}

/** The link of an invitation. Tried for a day, but never longer than the link is good for. */
export async function enqueueInvitation(tx: Writer, { outbox }: Tables, { id, personId, expiresAt }: { id: string; personId: string; expiresAt: number }, now: number): Promise<void> {
  const deadlineAt = Math.min(expiresAt, now + 24 * 3_600_000);
  await tx.insert(outbox).values({ id: newId(), message: 'invitation', medium: 'mail', invitationId: id, personId, createdAt: now, dueAt: now, deadlineAt, state: 'pending' });
}

const reportKeptTrying = 3 * 24 * 3_600_000;

/** What somebody reported about the site, to the union. */
export async function enqueueReport(tx: Writer, { outbox }: Tables, reportId: string, now: number): Promise<void> {
  const row = { id: newId(), message: 'report', medium: 'mail' as const, reportId, createdAt: now, dueAt: now, deadlineAt: now + reportKeptTrying, state: 'pending' as const };
  await tx.insert(outbox).values(row);
}

function atOnce(message: Exclude<MessageName, 'reminder'>, { endsAt }: Told, now: number): OutboxRow {
  return { message, dueAt: now, deadlineAt: deadlineOf(message, now, endsAt) };
}

function reminders({ startsAt, reminderMinutes }: Reminded, now: number): OutboxRow[] {
  if (startsAt === null) return [];
  return remindersOf(startsAt, reminderMinutes, now).map((times) => ({ message: 'reminder', ...times }));
}

async function enqueue(tx: Writer, tables: Tables, { id, sequence, requester }: Told, now: number, rows: readonly OutboxRow[]): Promise<void> {
  if (!requester?.email) return;
  await insertOutboxRows(tx, tables, { appointmentId: id, personId: requester.id, sequence, createdAt: now }, rows);
}
