import { eq } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { type ExceptionRow, type HoursRows, movedAbsences, type RuleRow, writeHoursRows } from './hours-rows.ts';
import type { ClaimRow } from './put-aside.ts';

/** How to go back from a change: rows and times, nothing about a person and no reason of an absence. */
export interface KeptBefore {
  readonly calendars: readonly KeptHours[];
  readonly appointments: readonly KeptAppointment[];
}

/** What a change took from the hours of one calendar, and what it brought. */
export interface KeptHours {
  readonly id: string;
  /** As it is after the change. */
  readonly rulesRevision: number;
  readonly removedRules: readonly RuleRow[];
  readonly addedRuleIds: readonly string[];
  readonly removedExceptions: readonly ExceptionRow[];
  readonly addedExceptionIds: readonly string[];
  readonly addedAbsenceIds: readonly string[];
  /** Their times before. */
  readonly movedAbsences: readonly { readonly id: string; readonly startsAt: number; readonly endsAt: number }[];
}

const columns = [
  'state', 'startsAt', 'endsAt', 'durationMinutes', 'bufferBeforeMinutes', 'bufferAfterMinutes', 'placeId', 'outsideHours', 'toCallSince', 'arrivedAt', 'startedAt', 'endedAt',
] as const;

/** An appointment that a change decided about, as it was. */
export interface KeptAppointment {
  readonly id: string;
  /** As they are after the change. */
  readonly revision: number;
  readonly sequence: number;
  /** As it was before: the messages that were owed then speak of it. */
  readonly oldSequence: number;
  readonly was: Pick<Appointment, (typeof columns)[number]>;
  readonly claims: readonly ClaimRow[];
  /** Proposals that the change withdrew. */
  readonly proposalIds: readonly string[];
}

export function keptHours(before: HoursRows, after: HoursRows, rulesRevision: number): KeptHours {
  const only = <Row extends { readonly id: string }>(rows: readonly Row[], others: readonly Row[]) => rows.filter(({ id }) => !others.some((one) => one.id === id));
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return {
    id: before.calendarId,
    rulesRevision,
    removedRules: only(before.rules, after.rules),
    addedRuleIds: ids(only(after.rules, before.rules)),
    removedExceptions: only(before.exceptions, after.exceptions),
    addedExceptionIds: ids(only(after.exceptions, before.exceptions)),
    addedAbsenceIds: ids(only(after.absences, before.absences)),
    movedAbsences: movedAbsences(after, before).map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
  };
}

export function keptAppointment(before: Appointment, after: Pick<Appointment, 'revision' | 'sequence'>, claims: readonly ClaimRow[], proposalIds: readonly string[]): KeptAppointment {
  const was = Object.fromEntries(columns.map((name) => [name, before[name]])) as KeptAppointment['was']; // these very columns
  return { id: before.id, revision: after.revision, sequence: after.sequence, oldSequence: before.sequence, was, claims, proposalIds };
}

/** Puts the hours of a calendar back; inside a write that has it. `present`: as they are, untouched since the change. */
export async function putHoursBack(tx: Writer, tables: Tables, present: HoursRows, kept: KeptHours): Promise<void> {
  const without = <Row extends { readonly id: string }>(rows: readonly Row[], ids: readonly string[]) => rows.filter(({ id }) => !ids.includes(id));
  const timesBefore = new Map(kept.movedAbsences.map(({ id, ...times }) => [id, times]));
  await writeHoursRows(tx, tables, present, {
    calendarId: kept.id,
    rules: [...without(present.rules, kept.addedRuleIds), ...kept.removedRules],
    exceptions: [...without(present.exceptions, kept.addedExceptionIds), ...kept.removedExceptions],
    absences: without(present.absences, kept.addedAbsenceIds).map((absence) => ({ ...absence, ...timesBefore.get(absence.id) })),
  });
  // One that was taken back before it began lies long before all that was read.
  const unread = kept.movedAbsences.filter(({ id }) => !present.absences.some((absence) => absence.id === id));
  for (const { id, ...times } of unread) await tx.update(tables.absences).set(times).where(eq(tables.absences.id, id));
}
