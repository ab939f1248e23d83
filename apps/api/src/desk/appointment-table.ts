import type { AppointmentTableRequest, Language, StatisticsGrouping } from '@sportello/contract';
import { and, asc, count, eq, gte, isNull, lt, ne, or, type SQL } from 'drizzle-orm';
import type { Appointment } from '../appointments/appointment.ts';
import { shownCode } from '../appointments/codes.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Database } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import { labelOf } from '../statistics/labels.ts';
import type { Cell, Moment, Table } from '../tables/table.ts';
import { type Booked, bookedOf, isShownTo } from './booked.ts';
import { dayBounds } from './day-bounds.ts';
import { nameOf } from './wire.ts';

/** More lines are no table that people read; and each of them is read from the database in one go. */
export const mostLines = 20_000;
const atOnce = 500;

type Asked = Pick<AppointmentTableRequest, 'from' | 'to' | 'office_id' | 'service_id'>;

interface Wish {
  readonly directory: Directory;
  readonly staff: StaffMember;
  readonly asked: Asked;
  readonly language: Language;
  readonly withPeople: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** How many appointments the table would have. */
export async function countForTable({ read, tables }: Database, { directory, staff, asked, now }: Wish): Promise<number> {
  const [found] = await read.select({ count: count() }).from(tables.appointments).where(isAsked({ tables }, directory, staff, asked, now));
  return found?.count ?? 0;
}

/** The appointments of these days by their time, within reach; and how many people are in them, where they are named. */
export async function appointmentTable(database: Database, wish: Wish): Promise<{ table: Table; people: number }> {
  const { directory, staff, asked, language, withPeople, now } = wish;
  const { appointments } = database.tables;
  const found = await database.read.select().from(appointments).where(isAsked(database, directory, staff, asked, now)).orderBy(asc(appointments.startsAt), asc(appointments.id)).limit(mostLines);
  const columns = columnsOf(directory, language, withPeople);
  const lines: Cell[][] = [];
  const people = new Set<string>();
  for (let at = 0; at < found.length; at += atOnce) {
    for (const booked of await bookedOf(database, database.read, found.slice(at, at + atOnce), now)) {
      lines.push(columns.map(({ of }) => of(booked)));
      for (const person of [booked.requester, booked.beneficiary]) if (person) people.add(person.id);
    }
  }
  return { table: { name: `appuntamenti-${asked.from}-${asked.to}`, columns: columns.map(({ name }) => name[language]), lines }, people: withPeople ? people.size : 0 };
}

/** By its time; who waited without one by when they came. A time that is only kept for a moment is no appointment. */
function isAsked({ tables }: Pick<Database, 'tables'>, directory: Directory, staff: StaffMember, { from, to, office_id: officeId, service_id: serviceId }: Asked, now: number): SQL | undefined {
  const { appointments } = tables;
  const { startsAt } = dayBounds(directory, from);
  const { endsAt } = dayBounds(directory, to);
  const isIn = (column: typeof appointments.startsAt | typeof appointments.createdAt) => and(gte(column, startsAt), lt(column, endsAt));
  return and(
    or(isIn(appointments.startsAt), and(isNull(appointments.startsAt), isIn(appointments.createdAt))),
    ne(appointments.state, 'held'),
    officeId === undefined ? undefined : eq(appointments.officeId, officeId),
    serviceId === undefined ? undefined : eq(appointments.serviceId, serviceId),
    isShownTo(tables, staff, now),
  );
}

interface Column {
  readonly name: Readonly<Record<Language, string>>;
  readonly of: (booked: Booked) => Cell;
}

const states: Readonly<Record<Appointment['state'], Record<Language, string>>> = {
  held: { it: 'In prenotazione', en: 'Being booked' },
  expired: { it: 'Scaduto', en: 'Expired' },
  pending: { it: 'In attesa di risposta', en: 'Waiting for an answer' },
  confirmed: { it: 'Confermato', en: 'Confirmed' },
  arrived: { it: 'Arrivato', en: 'Arrived' },
  in_progress: { it: 'In corso', en: 'In progress' },
  served: { it: 'Svolto', en: 'Took place' },
  missed: { it: 'Mancato', en: 'Missed' },
  cancelled: { it: 'Annullato', en: 'Cancelled' },
  refused: { it: 'Rifiutato', en: 'Refused' },
};
const bookers = { citizen: { it: 'Cittadino', en: 'Citizen' }, desk: { it: 'Sportello', en: 'Desk' } } as const;

function columnsOf(directory: Directory, language: Language, withPeople: boolean): readonly Column[] {
  const write = instantWriter(directory);
  const moment = (instant: number | null): Moment | null => (instant === null ? null : { at: write(instant).slice(0, 16).replace('T', ' ') });
  const named = (grouping: StatisticsGrouping, id: string) => labelOf(directory, grouping, id, language);
  const column = (it: string, en: string, of: Column['of']): Column => ({ name: { it, en }, of });
  const shown = { asInitials: false };
  return [
    column('Codice', 'Code', ({ appointment: { code } }) => code && shownCode(code)),
    column('Inizio', 'Start', ({ appointment }) => moment(appointment.startsAt)),
    column('Fine', 'End', ({ appointment }) => moment(appointment.endsAt)),
    column('Stato', 'State', ({ appointment }) => states[appointment.state][language]),
    column('Servizio', 'Service', ({ appointment }) => named('service', appointment.serviceId)),
    column('Modalità', 'How', ({ appointment }) => named('channel', appointment.channel)),
    column('Ufficio', 'Office', ({ appointment }) => named('office', appointment.officeId)),
    column('Comune', 'Comune', ({ appointment }) => named('municipality', appointment.municipalityId)),
    column('Luogo', 'Place', ({ appointment }) => placeIn(directory, appointment.placeId, language)),
    column('Calendari', 'Calendars', ({ calendarIds }) => calendarIds.map((id) => directory.calendars.get(id)?.name ?? '').filter(Boolean).join(', ')),
    column('Prenotato da', 'Booked by', ({ appointment }) => bookers[appointment.bookedBy === null ? 'citizen' : 'desk'][language]),
    column('Prenotato il', 'Booked at', ({ appointment }) => moment(appointment.confirmedAt ?? appointment.createdAt)),
    column('Arrivo', 'Arrival', ({ appointment }) => moment(appointment.arrivedAt)),
    column('Inizio effettivo', 'Began', ({ appointment }) => moment(appointment.startedAt)),
    column('Fine effettiva', 'Ended', ({ appointment }) => moment(appointment.endedAt)),
    ...(withPeople
      ? [
          column('Persona', 'Person', ({ requester }) => requester && nameOf(requester, shown)),
          column('Per conto di', 'For', ({ beneficiary }) => beneficiary && nameOf(beneficiary, shown)),
          column('E-mail', 'E-mail', ({ requester }) => requester?.email ?? null),
          column('Telefono', 'Phone', ({ appointment, requester }) => appointment.callPhone ?? requester?.phone ?? null),
        ]
      : []),
  ];
}

function placeIn(directory: Directory, id: string | null, language: Language): string | null {
  const place = id === null ? undefined : directory.places.get(id);
  return place ? inLanguage(place.name, language) : null;
}
