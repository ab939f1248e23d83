import type { CalendarChange, Resolution } from '@sportello/contract';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { type Appointment, isTimed } from '../appointments/appointment.ts';
import type { BookingDeps } from '../appointments/deps.ts';
import type { Requester } from '../appointments/read-appointment.ts';
import type { Actor } from '../audit/record.ts';
import { recordAudit, type Values } from '../audit/record.ts';
import { calendarIdsOf } from '../availability/free-starts.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { isShownTo } from '../desk/booked.ts';
import type { Directory } from '../directory/directory.ts';
import { invalid, problem } from '../http/problems.ts';
import { actorOf, type StaffMember } from '../identity/staff-member.ts';
import type { CalendarTimes } from './calendar-store.ts';
import { carryOut, type Done } from './carry-out.ts';
import { changedHours } from './changed-hours.ts';
import { addHoursVersion } from './hours-history.ts';
import { changeFromWire, contentOf, type HoursChange } from './hours-change.ts';
import { type CalendarsHours, hoursOf, type HoursRows, raiseRulesRevision, readHoursRows, tracedBackMilliseconds, writeHoursRows } from './hours-rows.ts';
import { judgeChange, judgeHours } from './judge-change.ts';
import { type KeptBefore, keptHours } from './kept-before.ts';
import { deskRequestOf } from './promises.ts';
import type { ClaimRow } from './put-aside.ts';
import { resolveAll, type Resolved } from './resolve.ts';

/** So long a change can be taken back, and messages about it wait. */
export const undoMilliseconds = 60_000;

export interface ChangeWish {
  readonly directory: Directory;
  readonly staff: StaffMember;
  readonly change: CalendarChange;
  /** The calendars whose hours change, all within reach. */
  readonly calendarIds: readonly string[];
  readonly resolutions: readonly Resolution[];
  readonly tell: boolean;
}

export interface SavedCalendarChange {
  readonly id: string;
  readonly undoUntil: number;
  readonly done: readonly Done[];
}

export type ChangeOutcome =
  | ({ readonly ok: true } & SavedCalendarChange)
  /** `appointmentId` null: the hours themselves, or one that is not to be seen any more. */
  | { readonly ok: false; readonly why: 'changed-meanwhile'; readonly appointmentId: string | null }
  | { readonly ok: false; readonly why: 'slot-taken' | 'slot-not-offered'; readonly appointmentId: string | null };

/**
 * Changes hours, with what becomes of the touched appointments: all of it or nothing, in one write. Throws `validation` for
 * what can never be, `not-found` for an appointment beyond reach.
 */
export async function saveChange(deps: BookingDeps, wish: ChangeWish): Promise<ChangeOutcome> {
  try {
    return await attempt(deps.database, (tx) => save(deps, tx, wish));
  } catch (error) {
    if (isClaimConflict(error)) return { ok: false, why: 'slot-taken', appointmentId: null };
    throw error;
  }
}

async function save({ database, calendars, clock }: BookingDeps, tx: Writer, wish: ChangeWish): Promise<ChangeOutcome> {
  const { tables } = database;
  const times = await calendars.lock(tx, await calendarsConcerned(tx, tables, wish));
  const now = clock.now();
  const hours = await changeOf(tx, tables, wish, now);
  if (hours === 'changed-meanwhile') return { ok: false, why: hours, appointmentId: null };

  const found = await readResolved(tx, tables, wish, now);
  if (!found.ok) return found;
  const scene = { directory: wish.directory, times: withHours(times, hours.after), now };
  const resolving = resolveAll(scene, found.resolved);
  if (!resolving.ok) return resolving;

  await writeHours(tx, tables, wish, hours, now);
  const undoUntil = now + undoMilliseconds;
  const requesters = await readRequesters(tx, tables, resolving.decisions.map(({ appointment }) => appointment.id));
  const done: Done[] = [];
  for (const decision of resolving.decisions) {
    const { id } = decision.appointment;
    const carrying = { times, claims: found.claims.get(id) ?? [], requester: requesters.get(id) ?? null, tell: wish.tell, by: actorOf(wish.staff), now, undoUntil };
    done.push(await carryOut(tx, tables, decision, carrying));
  }
  const id = newId();
  const before: KeptBefore = { calendars: hours.kept, appointments: done.map(({ kept }) => kept) };
  await tx.insert(tables.calendarChanges).values({ id, staffId: wish.staff.id, kind: wish.change.kind, calendarIds: wish.calendarIds, createdAt: now, undoUntil, before });
  return { ok: true, id, undoUntil, done };
}

/** Those that change, those that the resolved appointments claim, and all that may take them. */
async function calendarsConcerned(tx: Writer, { claims, appointments }: Tables, { directory, calendarIds, resolutions, change }: ChangeWish): Promise<string[]> {
  const wanted = new Set(calendarIds);
  if (change.kind === 'copy_rules') wanted.add(change.from_calendar_id);
  for (const resolution of resolutions) if (resolution.does === 'reassign' && directory.calendars.has(resolution.calendar_id)) wanted.add(resolution.calendar_id);
  const ids = resolutions.map(({ appointment_id: id }) => id);
  if (ids.length > 0) {
    const claimed = await tx.select({ calendarId: claims.calendarId }).from(claims).where(inArray(claims.appointmentId, ids));
    for (const { calendarId } of claimed) wanted.add(calendarId);
    const rows = await tx.select().from(appointments).where(inArray(appointments.id, ids));
    for (const row of rows) {
      const placed = isTimed(row) ? deskRequestOf(directory, row) : null;
      if (placed) for (const id of calendarIdsOf(placed.request)) wanted.add(id);
    }
  }
  return [...wanted].sort();
}

interface ChangedHours {
  readonly change: HoursChange;
  readonly before: CalendarsHours;
  readonly after: CalendarsHours;
  readonly kept: KeptBefore['calendars'];
}

/** What the change makes of the hours as they are now. Throws `validation`. */
async function changeOf(tx: Writer, tables: Tables, { directory, change: wire, calendarIds }: ChangeWish, now: number): Promise<ChangedHours | 'changed-meanwhile'> {
  const { calendars } = tables;
  const copiedFrom = wire.kind === 'copy_rules' ? [wire.from_calendar_id] : [];
  const rows = await readHoursRows(tx, tables, [...new Set([...calendarIds, ...copiedFrom])], now - tracedBackMilliseconds);
  const before = new Map([...rows].filter(([id]) => calendarIds.includes(id)));
  const revisions = new Map((await tx.select({ id: calendars.id, rulesRevision: calendars.rulesRevision }).from(calendars).where(inArray(calendars.id, [...calendarIds]))).map((row) => [row.id, row.rulesRevision]));
  const seen = wire.kind === 'rules' && calendarIds.length === 1 ? wire.rules_revision : undefined;
  if (seen !== undefined && revisions.get(calendarIds[0] ?? '') !== seen) return 'changed-meanwhile';

  const change = changeFromWire(wire, copiedFrom.flatMap((id) => rows.get(id)?.rules ?? []));
  const after = hoursAfter(directory, wire, change, before, now);
  const kept = [...before.values()].flatMap((one) => {
    const young = after.get(one.calendarId);
    return young ? [keptHours(one, young, (revisions.get(one.calendarId) ?? 0) + 1)] : [];
  });
  return { change, before, after, kept };
}

/** The hours of all calendars with the change applied, for the preview and for saving it. Throws `validation`. */
export function hoursAfter(directory: Directory, wire: CalendarChange, change: HoursChange, before: CalendarsHours, now: number): CalendarsHours {
  judgeChange(directory, wire, change, before);
  const after = new Map([...before].map(([id, rows]) => [id, changedHours(rows, change, { now, newId })]));
  judgeHours(directory, after, now);
  return after;
}

/** The time of all calendars, with other hours for some. */
export function withHours(times: CalendarTimes, hours: CalendarsHours): CalendarTimes {
  return new Map([...times].map(([id, time]) => {
    const rows = hours.get(id);
    return [id, rows ? { ...time, hours: hoursOf(rows) } : time];
  }));
}

type Found =
  | { readonly ok: true; readonly resolved: readonly Resolved[]; readonly claims: ReadonlyMap<string, readonly ClaimRow[]> }
  | Extract<ChangeOutcome, { why: 'changed-meanwhile' }>;

/** The appointments that something becomes of, as the lock found them; each as it was seen, and on one of the changed calendars. */
async function readResolved(tx: Writer, tables: Tables, { staff, calendarIds, resolutions }: ChangeWish, now: number): Promise<Found> {
  const ids = resolutions.map(({ appointment_id: id }) => id);
  const rows = ids.length === 0 ? [] : await tx.select().from(tables.appointments).where(and(inArray(tables.appointments.id, ids), isShownTo(tables, staff, now)));
  const claims = await readClaims(tx, tables, ids);
  const resolved: Resolved[] = [];
  for (const [index, resolution] of resolutions.entries()) {
    const field = `/resolutions/${index}`;
    const appointment = rows.find(({ id }) => id === resolution.appointment_id);
    if (!appointment) throw problem('not-found');
    if (ids.indexOf(appointment.id) !== index) throw invalid(`${field}/appointment_id`, { it: 'Per questo appuntamento c’è già una decisione.', en: 'There is a decision about this appointment already.' });
    if (appointment.revision !== resolution.revision || !isTimed(appointment)) return { ok: false, why: 'changed-meanwhile', appointmentId: appointment.id };
    const own = present(claims.get(appointment.id) ?? [], appointment);
    if (!own.some((id) => calendarIds.includes(id))) throw invalid(`${field}/appointment_id`, { it: 'Questo appuntamento non è in una delle agende che cambiano.', en: 'This appointment is not on one of the calendars that change.' });
    resolved.push({ appointment, calendarIds: own, resolution, field });
  }
  return { ok: true, resolved, claims };
}

async function readClaims(tx: Writer, { claims }: Tables, ids: readonly string[]): Promise<ReadonlyMap<string, readonly ClaimRow[]>> {
  const rows = ids.length === 0 ? [] : await tx.select().from(claims).where(inArray(claims.appointmentId, [...ids])).orderBy(asc(claims.id));
  return Map.groupBy(rows, ({ appointmentId }) => appointmentId ?? '');
}

/** The calendars whose time it takes; not those that only a proposal keeps. */
function present(claims: readonly ClaimRow[], { startsAt }: Appointment): string[] {
  const isThen = (claim: ClaimRow) => startsAt !== null && claim.heldUntil === null && claim.startsAt <= startsAt && startsAt < claim.endsAt;
  return claims.filter(isThen).map(({ calendarId }) => calendarId).sort();
}

async function readRequesters(tx: Writer, { people, appointmentPeople }: Tables, ids: readonly string[]): Promise<ReadonlyMap<string, Requester>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ appointmentId: appointmentPeople.appointmentId, person: people })
    .from(appointmentPeople)
    .innerJoin(people, eq(people.id, appointmentPeople.personId))
    .where(and(inArray(appointmentPeople.appointmentId, [...ids]), eq(appointmentPeople.role, 'requester')))
    .orderBy(desc(appointmentPeople.id)); // of several the first one stays in the map
  return new Map(rows.map(({ appointmentId, person }) => [appointmentId, person]));
}

async function writeHours(tx: Writer, tables: Tables, { staff }: ChangeWish, { change, before, after }: ChangedHours, now: number): Promise<void> {
  for (const [id, rows] of before) {
    const young = after.get(id) ?? rows;
    await writeHoursRows(tx, tables, rows, young);
    await noteHoursChange(tx, tables, actorOf(staff), { id, change, before: rows, after: young, now });
  }
  await raiseRulesRevision(tx, tables, [...before.keys()]);
  if (change.kind === 'absence' || change.kind === 'end_absence') return;
  for (const [id, rows] of before) await addHoursVersion(tx, tables, { action: change.kind, before: rows, after: after.get(id) ?? rows, staffId: staff.id, at: now });
}

interface Noted {
  readonly id: string;
  readonly change: HoursChange;
  readonly before: HoursRows;
  readonly after: HoursRows;
  readonly now: number;
}

/** In the trail stand the hours before and after; the reason of an absence is nobody's business there, nor is what was read from elsewhere. */
function noteHoursChange(tx: Writer, tables: Tables, by: Actor, { id, change, before, after, now }: Noted): Promise<void> {
  const values = ({ rules, exceptions, absences }: HoursRows): Values => ({
    rules: rules.map((rule) => JSON.stringify(contentOf(rule))),
    exceptions: exceptions.map(({ day, opening }) => JSON.stringify({ day, opening })),
    absences: absences.filter(({ source }) => source === null).map(({ startsAt, endsAt }) => `${new Date(startsAt).toISOString()}/${new Date(endsAt).toISOString()}`),
  });
  return recordAudit(tx, tables, by, { action: 'change', object: { kind: 'calendar', id }, before: { ...values(before), kind: null }, after: { ...values(after), kind: change.kind } }, now);
}
