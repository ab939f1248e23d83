import type { Agenda, Block } from '@sportello/contract';
import { and, asc, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import { instantWriter } from '../appointments/wire.ts';
import { readHoursRows } from '../calendars/hours-rows.ts';
import type { ClaimRow } from '../calendars/put-aside.ts';
import type { Database } from '../database/database.ts';
import type { Calendar, Directory } from '../directory/directory.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import { closedDaysOf } from './agenda-closed-days.ts';
import { absenceOnWire, blockOnWire } from './agenda-hours-wire.ts';
import { type Days, openDaysOf, openPiecesOf } from './agenda-open.ts';
import { calendarOnWire } from './board.ts';
import { type Booked, bookedOf, isShownTo } from './booked.ts';
import { dayBounds } from './day-bounds.ts';
import { itemOnWire, type Shown } from './wire.ts';

export interface AgendaAsked extends Days {
  /** Within reach, by name. */
  readonly calendars: readonly Calendar[];
  readonly staff: StaffMember;
  readonly shown: Shown;
}

/** Epoch milliseconds, half-open. */
interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * Some days of some calendars: when they are open, who is away, and what is taken. Of an appointment beyond reach, and of time
 * that is kept for a moment, there is only that it is taken. `now`: epoch milliseconds.
 */
export async function readAgenda(database: Database, directory: Directory, asked: AgendaAsked, now: number): Promise<Agenda> {
  const { calendars, staff, shown, from, to } = asked;
  const ids = calendars.map(({ id }) => id);
  if (ids.length === 0) return { items: [], calendars: [], closed_days: [] };
  const span = { startsAt: dayBounds(directory, from).startsAt, endsAt: dayBounds(directory, to).endsAt };
  const claims = await readClaims(database, ids, span, now);
  const booked = await bookedOf(database, database.read, await readShown(database, claims, staff, now), now);
  const hours = await readHoursRows(database.read, database.tables, ids, span.startsAt);
  const blocks = await readBlocks(database, directory, claims, { shown, booked });
  const daysOf = openDaysOf(directory, asked);
  return {
    items: booked.map((one) => itemOnWire(directory, one, shown)),
    calendars: calendars.map((calendar) => {
      const rows = hours.get(calendar.id);
      const away = rows?.absences.filter(({ startsAt }) => startsAt < span.endsAt) ?? [];
      return {
        ...calendarOnWire(calendar, staff),
        open: rows ? openPiecesOf(directory, calendar, rows, daysOf) : [],
        absences: away.map((absence) => absenceOnWire(directory, absence, shown)),
        blocks: blocks.filter(({ calendar_ids: of }) => of.includes(calendar.id)),
      };
    }),
    closed_days: closedDaysOf(directory, { calendars, hours, language: shown.language, from, to }),
  };
}

/** What counts as taken in this time. */
async function readClaims({ read, tables: { claims } }: Database, calendarIds: readonly string[], { startsAt, endsAt }: Span, now: number): Promise<ClaimRow[]> {
  const counts = or(isNull(claims.heldUntil), gt(claims.heldUntil, now));
  return read
    .select()
    .from(claims)
    .where(and(inArray(claims.calendarId, [...calendarIds]), lt(claims.startsAt, endsAt), gt(claims.endsAt, startsAt), counts))
    .orderBy(asc(claims.startsAt), asc(claims.id));
}

/** The appointments of these claims that may be shown, by time; not what was cancelled and only keeps its time for a moment. */
async function readShown({ read, tables }: Database, claims: readonly ClaimRow[], staff: StaffMember, now: number): Promise<Appointment[]> {
  const { appointments } = tables;
  const ids = [...new Set(claims.flatMap(({ appointmentId }) => appointmentId ?? []))];
  if (ids.length === 0) return [];
  const found = await read.select().from(appointments).where(and(inArray(appointments.id, ids), isShownTo(tables, staff, now))).orderBy(asc(appointments.startsAt), asc(appointments.id));
  const claimsOf = Map.groupBy(claims, ({ appointmentId }) => appointmentId);
  return found.filter((appointment) => claimsOf.get(appointment.id)?.some((claim) => isOwnTime(claim, appointment)));
}

/** Whether a claim is the time of the appointment itself: not one that a proposal keeps, nor one that it left. */
function isOwnTime({ appointmentId, heldUntil, startsAt, endsAt }: ClaimRow, appointment: Appointment): boolean {
  if (appointmentId !== appointment.id || appointment.startsAt === null) return false;
  return (heldUntil === null || appointment.state === 'held') && startsAt <= appointment.startsAt && appointment.startsAt < endsAt;
}

/** What is kept for something else, with the claims of which nothing may be told. */
async function readBlocks({ read, tables: { blocks } }: Database, directory: Directory, claims: readonly ClaimRow[], { shown, booked }: { shown: Shown; booked: readonly Booked[] }): Promise<Block[]> {
  const ofBlocks = Map.groupBy(claims.filter(({ blockId }) => blockId !== null), ({ blockId }) => blockId ?? '');
  const rows = ofBlocks.size === 0 ? [] : await read.select().from(blocks).where(inArray(blocks.id, [...ofBlocks.keys()])).orderBy(asc(blocks.startsAt), asc(blocks.id));
  const kept = rows.map((row) => blockOnWire(directory, row, (ofBlocks.get(row.id) ?? []).map(({ calendarId }) => calendarId), shown));
  const items = new Map(booked.map((one) => [one.appointment.id, one]));
  const untold = claims.filter((claim) => claim.blockId === null && !isTold(items.get(claim.appointmentId ?? ''), claim));
  const write = instantWriter(directory);
  return [
    ...kept,
    ...untold.map(({ id, calendarId, startsAt, endsAt }) => ({ id, calendar_ids: [calendarId], starts_at: write(startsAt), ends_at: write(endsAt), reason: null, is_removable: false })),
  ];
}

/** Whether the item shows this claim already: as its own time, or as that of its proposal. */
function isTold(item: Booked | undefined, claim: ClaimRow): boolean {
  if (!item) return false;
  const { proposal, appointment } = item;
  return isOwnTime(claim, appointment) || (proposal !== null && claim.heldUntil !== null && claim.startsAt <= proposal.startsAt && proposal.startsAt < claim.endsAt);
}
