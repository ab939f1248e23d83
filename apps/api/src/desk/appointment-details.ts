import type { DeskAppointment, DeskAppointmentItem, Language } from '@sportello/contract';
import { and, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { instantWriter } from '../appointments/wire.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import { filesOf } from '../files/files.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import type { Booked } from './booked.ts';
import { notesOnWire, readNotes } from './people/notes.ts';
import type { Shown } from './wire.ts';

export type Details = Omit<DeskAppointment, keyof DeskAppointmentItem>;

const mostHistory = 200;

/** What the page of an appointment shows beside the item. An auditor sees what happened, and nothing that people wrote. */
export async function detailsOf(database: Database, directory: Directory, { appointment, calendarIds }: Booked, { staff, shown }: { staff: StaffMember; shown: Shown }): Promise<Details> {
  const { homeStreet, homePostalCode, homeLocality, homeNotes } = appointment;
  const calendarNames = calendarIds.flatMap((id) => directory.calendars.get(id)?.name ?? []);
  const history = await readHistory(database, directory, appointment.id);
  const nothingSaid = { details: null, answers: [], home_address: null, reason: null, outcome: null, next_step: null, notes: [] };
  if (shown.asInitials) return { calendar_names: calendarNames, history, ...nothingSaid };
  return {
    calendar_names: calendarNames,
    details: appointment.details,
    answers: await readAnswers(database, appointment.id, shown.language),
    home_address: homeStreet === null ? null : { street: homeStreet, postal_code: homePostalCode ?? '', locality: homeLocality ?? '', notes: homeNotes },
    reason: appointment.cancelReason,
    outcome: appointment.outcome,
    next_step: appointment.nextStep,
    notes: notesOnWire(directory, await readNotes(database, 'appointment', appointment.id), staff),
    history,
  };
}

/** With the labels of today, of questions that are asked no more too, and the names of papers; in the order in which they were given. */
async function readAnswers({ read, tables }: Database, appointmentId: string, language: Language): Promise<Details['answers']> {
  const { answers, questions } = tables;
  const rows = await read
    .select({ value: answers.value, question: questions })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(eq(answers.appointmentId, appointmentId))
    .orderBy(answers.id);
  const names = new Map((await filesOf(read, tables, appointmentId)).map((file) => [file.id, file.name]));
  return rows.map(({ value, question }) => ({ label: inLanguage(question.label, language), value: shownValue(question, names.get(value) ?? value, language) }));
}

const yesAndNo = { it: { true: 'Sì', false: 'No' }, en: { true: 'Yes', false: 'No' } } as const;

/** As people read it: the words of a choice, yes and no. */
function shownValue({ kind, choices }: Pick<Tables['questions']['$inferSelect'], 'kind' | 'choices'>, value: string, language: Language): string {
  if (kind === 'yes_no' && (value === 'true' || value === 'false')) return yesAndNo[language][value];
  const choice = kind === 'choice' ? choices.find((one) => one.value === value) : undefined;
  return choice ? inLanguage(choice.label, language) : value;
}

/** What happened to it, the latest first, with the names of colleagues. */
async function readHistory({ read, tables: { events, staff } }: Database, directory: Directory, appointmentId: string): Promise<Details['history']> {
  const isTold = and(eq(events.appointmentId, appointmentId), notInArray(events.kind, ['room-changed', 'papers-changed'])); // these are for open boards alone
  const happened = await read.select().from(events).where(isTold).orderBy(desc(events.at), desc(events.id)).limit(mostHistory);
  const staffIds = [...new Set(happened.flatMap(({ staffId }) => staffId ?? []))];
  const colleagues = await read.select({ id: staff.id, givenName: staff.givenName, familyName: staff.familyName }).from(staff).where(inArray(staff.id, staffIds));
  const names = new Map(colleagues.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  const write = instantWriter(directory);
  const orNull = (instant: number | null) => (instant === null ? null : write(instant));
  return happened.map(({ at, kind, actor, staffId, oldStartsAt, newStartsAt }) => ({
    at: write(at),
    kind,
    actor,
    staff_name: names.get(staffId ?? '') ?? null,
    old_starts_at: orNull(oldStartsAt),
    new_starts_at: orNull(newStartsAt),
  }));
}
