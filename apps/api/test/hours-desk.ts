import type { Agenda, CalendarHours, Impact, Resolution, SavedChange } from '@sportello/contract';
import { eq, inArray } from 'drizzle-orm';
import { type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { addMember, askAs, signedIn, type TestMember } from './staff-app.ts';

/** What officials do with hours and absences in tests; answers come as they are, so that refusals can be looked at too. */
export interface Official {
  readonly member: TestMember;
  readonly cookie: string;
  agenda(query: string): ReturnType<typeof askAs>;
  hours(calendarId: string): Promise<CalendarHours>;
  preview(change: object): Promise<Impact>;
  ask(change: object): ReturnType<typeof askAs>;
  save(change: object, resolutions?: readonly object[], options?: { tell?: boolean }): ReturnType<typeof askAs>;
  saved(change: object, resolutions?: readonly object[], options?: { tell?: boolean }): Promise<SavedChange>;
  undo(changeId: string): ReturnType<typeof askAs>;
}

export async function officialOf(desk: Desk, who: Parameters<typeof addMember>[1]): Promise<Official> {
  const member = await addMember(desk, who);
  const { cookie } = await signedIn(desk, member);
  const post = (url: string, body: object) => askAs(desk, cookie, 'POST', url, body);
  const save: Official['save'] = (change, resolutions = [], { tell = true } = {}) => post('/staff/calendar-changes', { change, resolutions, tell });
  const ask = (change: object) => post('/staff/calendar-changes/preview', { change });
  return {
    member,
    cookie,
    agenda: (query) => askAs(desk, cookie, 'GET', `/staff/agenda?${query}`),
    hours: async (calendarId) => got<CalendarHours>(await askAs(desk, cookie, 'GET', `/staff/calendars/${calendarId}/hours`), 200),
    ask,
    preview: async (change) => got<Impact>(await ask(change), 200),
    save,
    saved: async (...args) => got<SavedChange>(await save(...args), 201),
    undo: (changeId) => post(`/staff/calendar-changes/${changeId}/undo`, {}),
  };
}

export async function shownAgenda(official: Official, query: string): Promise<Agenda> {
  return got<Agenda>(await official.agenda(query), 200);
}

/** A desk with the calendars that tests of hours work on: two colleagues of one office (`officeId`), and one of another. */
export async function openHoursDesk() {
  const desk = await openEmptyDesk();
  const citizen = citizenOf(desk);
  const { id: one, officeId } = await calendarNamed(desk, 'Sportello imprese 1 (demo)');
  const { id: two } = await calendarNamed(desk, 'Sportello imprese 2 (demo)');
  const { id: technical } = await calendarNamed(desk, 'Sportello tecnico 1 (demo)');
  return { desk, citizen, video: await citizen.wanted(), one, two, technical, officeId, putHoursBack: await hoursKeeper(desk) };
}

/** The id of a calendar of the demo. */
export async function calendarNamed({ database }: Desk, name: string): Promise<{ id: string; officeId: string }> {
  const { calendars } = database.tables;
  const [row] = await database.read.select().from(calendars).where(eq(calendars.name, name));
  if (!row) throw new Error(`no calendar ${name}`);
  return { id: row.id, officeId: row.officeId ?? '' };
}

/** Somebody for each of these starts; the second has a phone only. Answers with their codes, in order. */
export async function bookEach(citizen: Citizen, wanted: Wanted, starts: readonly string[]): Promise<string[]> {
  const codes: string[] = [];
  for (const [index, start] of starts.entries()) {
    const contact = index === 1 ? { email: null, phone: '+390141123457' } : { email: `persona${index}@example.org` };
    const { code } = await citizen.bookAt(wanted, start, {}, { given_name: `Persona${index}`, ...contact });
    codes.push(code);
  }
  return codes;
}

/** Puts the hours of the demo back and forgets absences, blocks and changes: the next test finds them as they were. */
export async function hoursKeeper(desk: Desk): Promise<() => Promise<void>> {
  const { openingRules, openingExceptions, absences, blocks, claims, calendarChanges } = desk.database.tables;
  const rules = await desk.database.read.select().from(openingRules);
  return () =>
    desk.change(async (tx) => {
      for (const table of [claims, blocks, absences, openingExceptions, openingRules, calendarChanges]) await tx.delete(table);
      await tx.insert(openingRules).values(rules);
    });
}

/** Everything that a change of hours may touch, to be compared: what is booked, whose time it takes, and when calendars are open. */
export async function stateOf({ database: { read, tables } }: Desk) {
  const { appointments, claims, openingRules, openingExceptions, absences } = tables;
  const booked = await read
    .select({ id: appointments.id, state: appointments.state, startsAt: appointments.startsAt, endsAt: appointments.endsAt, placeId: appointments.placeId, cancelReason: appointments.cancelReason, toCallSince: appointments.toCallSince })
    .from(appointments)
    .orderBy(appointments.id);
  const taken = await read.select({ calendarId: claims.calendarId, startsAt: claims.startsAt, endsAt: claims.endsAt, appointmentId: claims.appointmentId, heldUntil: claims.heldUntil }).from(claims);
  return {
    booked,
    taken: taken.map((row) => JSON.stringify(row)).sort(),
    rules: await read.select().from(openingRules).orderBy(openingRules.id),
    exceptions: await read.select().from(openingExceptions).orderBy(openingExceptions.id),
    absences: await read.select().from(absences).orderBy(absences.id),
  };
}

/** What is owed about appointments: message, whether it waits, and when it leaves. */
export async function owedOf({ database: { read, tables } }: Desk, appointmentId?: string) {
  const { outbox } = tables;
  const rows = await read.select().from(outbox).where(appointmentId === undefined ? undefined : inArray(outbox.appointmentId, [appointmentId])).orderBy(outbox.id);
  return rows.map(({ message, state, dueAt, sequence, appointmentId: of }) => ({ message, state, dueAt, sequence, of }));
}

export function leave({ appointment }: Impact['touched'][number]): Resolution {
  return { appointment_id: appointment.id, revision: appointment.revision, does: 'leave' };
}

export function moveTo({ appointment }: Impact['touched'][number], start: { starts_at: string; place_id?: string | null } | undefined): Resolution {
  return { appointment_id: appointment.id, revision: appointment.revision, does: 'move', starts_at: start?.starts_at ?? '', place_id: start?.place_id ?? null };
}
