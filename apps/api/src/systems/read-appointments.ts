import type { SystemAppointment, SystemAppointmentQuery } from '@sportello/contract';
import { and, asc, eq, gt, gte, inArray, lt, ne, or, type SQL } from 'drizzle-orm';
import { shownCode } from '../appointments/codes.ts';
import { instantWriter } from '../appointments/wire.ts';
import { daysOf } from '../availability/find-slots.ts';
import { dayBounds } from '../desk/day-bounds.ts';
import type { Tables } from '../database/schema.ts';
import type { Directory } from '../directory/directory.ts';
import { invalid, problem, type Said } from '../http/problems.ts';
import type { SystemsDeps } from './deps.ts';
import type { KnownSystem } from './keys/key-door.ts';

type AppointmentRow = Readonly<Tables['appointments']['$inferSelect']>;

const mostDays = 62;
const backwards: Said = { it: 'L’ultimo giorno viene prima del primo.', en: 'The last day comes before the first.' };
const tooLong: Said = { it: 'Al massimo 62 giorni per richiesta.', en: 'At most 62 days in one request.' };
const badCursor: Said = { it: 'Il cursore non appartiene a questo elenco: ricomincia dalla prima pagina.', en: 'The cursor does not belong to this list: start again from the first page.' };

/** What a key may see of appointments: those that somebody booked, of its offices. A hold is nobody's business. */
function withinKey({ appointments }: Tables, { officeIds }: KnownSystem): SQL | undefined {
  const isBooked = and(ne(appointments.state, 'held'), ne(appointments.state, 'expired'));
  return officeIds === null ? isBooked : and(isBooked, inArray(appointments.officeId, [...officeIds]));
}

/** A page of the appointments of some days, by start. Throws `validation`. */
export async function readAppointments({ database, directory }: SystemsDeps, system: KnownSystem, query: SystemAppointmentQuery) {
  const { appointments } = database.tables;
  const { from, to, office_id, service_id, state, limit = 100, cursor } = query;
  if (to < from) throw invalid('to', backwards);
  if (daysOf({ from, to }) > mostDays) throw invalid('to', tooLong);
  const known = await directory.current();
  const isAsked = and(
    withinKey(database.tables, system),
    gte(appointments.startsAt, dayBounds(known, from).startsAt),
    lt(appointments.startsAt, dayBounds(known, to).endsAt),
    office_id === undefined ? undefined : eq(appointments.officeId, office_id),
    service_id === undefined ? undefined : eq(appointments.serviceId, service_id),
    state === undefined ? undefined : eq(appointments.state, state),
    cursor === undefined ? undefined : isAfter(database.tables, cursor),
  );
  const rows = await database.read.select().from(appointments).where(isAsked).orderBy(asc(appointments.startsAt), asc(appointments.id)).limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next_cursor = last && rows.length > limit ? Buffer.from(`${last.startsAt} ${last.id}`).toString('base64url') : null;
  return { items: shown.map((row) => onWire(known, row)), next_cursor };
}

/** One appointment within the key. Throws `not-found`. */
export async function readAppointment(deps: SystemsDeps, system: KnownSystem, id: string): Promise<SystemAppointment> {
  return onWire(await deps.directory.current(), await requireAppointment(deps, system, id));
}

export async function requireAppointment({ database }: SystemsDeps, system: KnownSystem, id: string): Promise<AppointmentRow> {
  const { appointments } = database.tables;
  const [row] = await database.read.select().from(appointments).where(and(eq(appointments.id, id), withinKey(database.tables, system)));
  if (!row) throw problem('not-found');
  return row;
}

function isAfter({ appointments }: Tables, cursor: string): SQL | undefined {
  const [, startsAt, id] = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (startsAt === undefined || id === undefined) throw invalid('cursor', badCursor);
  return or(gt(appointments.startsAt, Number(startsAt)), and(eq(appointments.startsAt, Number(startsAt)), gt(appointments.id, id)));
}

function onWire(directory: Directory, row: AppointmentRow): SystemAppointment {
  const write = instantWriter(directory);
  const orNull = (instant: number | null) => (instant === null ? null : write(instant));
  return {
    id: row.id,
    code: row.code && shownCode(row.code),
    state: row.state,
    sequence: row.sequence,
    service_id: row.serviceId,
    office_id: row.officeId,
    municipality_id: row.municipalityId,
    place_id: row.placeId,
    channel: row.channel,
    starts_at: orNull(row.startsAt),
    ends_at: orNull(row.endsAt),
    created_at: write(row.confirmedAt ?? row.createdAt),
  };
}
