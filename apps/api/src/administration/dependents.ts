import type { Dependent, RecordKind } from '@sportello/contract';
import { and, count, eq, lte, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Reader } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { DirectoryRows } from '../directory/read-rows.ts';
import type { RecordName } from './versions.ts';

/** What hangs on a record: as long as there is something, it is not deleted. */
export async function dependentsOf(reader: Reader, tables: Tables, rows: DirectoryRows, { kind, id }: RecordName, now: number): Promise<Dependent[]> {
  const found = [...inDirectory(rows, kind, id), ...(await elsewhere(reader, tables, { kind, id }, now))];
  return found.filter((dependent) => dependent.count > 0);
}

/** What the union itself would have to change first. */
function inDirectory(rows: DirectoryRows, kind: RecordKind, id: string): Dependent[] {
  switch (kind) {
    case 'union':
      return [some('office', rows.offices.map(({ name }) => name.it)), some('union', rows.unions.map(({ name }) => name))];
    case 'privacy_notice':
      return rows.privacyNotices.length === 1 ? [some('privacy_notice', rows.privacyNotices.map(({ version }) => version))] : [];
    case 'municipality':
      return [
        some('office', namesOf(rows.offices, rows.competences.filter(({ municipalityId }) => municipalityId === id).map(({ officeId }) => officeId))),
        some('place', rows.places.filter(({ municipalityId }) => municipalityId === id).map(({ name }) => name.it)),
        ...ofClosures(rows, 'municipality', id),
        some('worked_holiday', rows.workedHolidays.filter(({ municipalityId }) => municipalityId === id).map(({ day }) => day)),
      ];
    case 'office':
      return [
        some('service', rows.services.filter(({ officeId }) => officeId === id).map(({ name }) => name.it)),
        some('calendar', rows.calendars.filter(({ officeId }) => officeId === id).map(({ name }) => name)),
        ...ofClosures(rows, 'office', id),
      ];
    case 'place':
      return [some('service', servicesOn(rows, rows.serviceChannelPlaces.filter(({ placeId }) => placeId === id))), ...ofClosures(rows, 'place', id)];
    case 'life_event':
      return [some('service', namesOf(rows.services, rows.serviceLifeEvents.filter(({ lifeEventId }) => lifeEventId === id).map(({ serviceId }) => serviceId)))];
    case 'calendar':
      return [some('service', servicesOn(rows, rows.channelCalendars.filter(({ calendarId }) => calendarId === id)))];
    case 'service':
      return [some('office', namesOf(rows.offices, rows.competences.filter(({ serviceId }) => serviceId === id).map(({ officeId }) => officeId)))];
    case 'faq':
    case 'closure':
    case 'worked_holiday':
    case 'message_text':
      return [];
  }
}

/** What happened already, and who works here. */
async function elsewhere(reader: Reader, tables: Tables, { kind, id }: RecordName, now: number): Promise<Dependent[]> {
  const { appointments, claims, openingRules, staffScopes, privacyNotices } = tables;
  const booked = async (which: SQL | undefined): Promise<Dependent> => ({ kind: 'appointment', count: await counted(reader, appointments, which), example: null });
  switch (kind) {
    case 'municipality':
      return [await booked(eq(appointments.municipalityId, id)), await members(reader, staffScopes, id)];
    case 'office':
      return [await booked(eq(appointments.officeId, id)), await members(reader, staffScopes, id)];
    case 'place':
      return [await booked(eq(appointments.placeId, id)), { kind: 'opening_rule', count: await counted(reader, openingRules, eq(openingRules.placeId, id)), example: null }];
    case 'calendar':
      return [{ kind: 'appointment', count: await counted(reader, claims, eq(claims.calendarId, id)), example: null }];
    case 'service':
      return [await booked(eq(appointments.serviceId, id))];
    case 'privacy_notice':
      // What was in force once is what somebody agreed to.
      return [{ kind: 'appointment', count: await counted(reader, privacyNotices, and(eq(privacyNotices.id, id), lte(privacyNotices.validFrom, now))), example: null }];
    default:
      return [];
  }
}

async function members(reader: Reader, staffScopes: Tables['staffScopes'], id: string): Promise<Dependent> {
  return { kind: 'member', count: await counted(reader, staffScopes, eq(staffScopes.scopeId, id)), example: null };
}

async function counted(reader: Reader, table: PgTable, which: SQL | undefined): Promise<number> {
  const [row] = await reader.select({ count: count().mapWith(Number) }).from(table).where(which);
  return row?.count ?? 0;
}

function some(kind: Dependent['kind'], names: readonly string[]): Dependent {
  const unique = [...new Set(names)];
  return { kind, count: unique.length, example: unique[0] ?? null };
}

function namesOf(rows: readonly { readonly id: string; readonly name: { readonly it: string } }[], ids: readonly string[]): string[] {
  return rows.filter(({ id }) => ids.includes(id)).map(({ name }) => name.it);
}

function servicesOn({ services, serviceChannels }: DirectoryRows, links: readonly { readonly serviceChannelId: string }[]): string[] {
  const channelIds = links.map(({ serviceChannelId }) => serviceChannelId);
  const living = serviceChannels.filter(({ id, archivedAt }) => archivedAt === null && channelIds.includes(id));
  return namesOf(services, living.map(({ serviceId }) => serviceId));
}

function ofClosures({ closures }: DirectoryRows, scope: string, id: string): Dependent[] {
  return [some('closure', closures.filter((closure) => closure.scope === scope && closure.scopeId === id).map(({ firstDay }) => firstDay))];
}
