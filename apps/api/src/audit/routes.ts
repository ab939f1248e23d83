import { type AuditEntry, type AuditTableQuery, exportAuditEntries, listAuditEntries, showAuditEntry, showAuditSeal } from '@sportello/contract';
import { instantWriter } from '../appointments/wire.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { dayBounds } from '../desk/day-bounds.ts';
import type { Directory } from '../directory/directory.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { App } from '../http/app.ts';
import { clientOf } from '../http/client-address.ts';
import { invalid, problem, type Said } from '../http/problems.ts';
import { actorOf, staffOf } from '../identity/staff-member.ts';
import { maskAddress } from '../people/mask.ts';
import { sendTable } from '../tables/send-table.ts';
import type { FastifyReply } from 'fastify';
import { languageOf } from '../http/language.ts';
import { newestSeal } from './chain.ts';
import { disclosureOf } from './disclosure.ts';
import { type TrailFilter, type TrailRow, trailQueries } from './queries.ts';
import { recordAudit } from './record.ts';
import { countUnsealed } from './seal.ts';
import { shownValues } from './shown-values.ts';
import { tableOfTrail } from './table.ts';

/** More than that nobody reads, and it is answered at once. */
const mostInTable = 10_000;
const tooMany: Said = { it: 'Sono più di 10.000 voci: scegli un periodo più breve.', en: 'There are more than 10,000 entries: choose a shorter period.' };
const registerNames = { disclosures: 'registro-esportazioni', access: 'registro-accessi' } as const;

interface AuditDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
}

/** The trail for admin and, with what speaks of people masked, for auditor. To look at it is written into it, before anything is shown. */
export function auditRoutes(api: App, { database, clock, directory }: AuditDeps): void {
  const { tables } = database;
  const queries = trailQueries(database);

  api.route({
    ...listAuditEntries,
    handler: async (request) => {
      const known = await directory.current();
      const { limit = 100, cursor, ...filter } = request.query;
      const rows = await queries.list(filterOf(known, filter), { after: cursor === undefined ? null : readCursor(cursor), limit: limit + 1 });
      const looked = { action: 'search', object: { kind: 'audit', id: null }, before: namesOf(filter), after: namesOf(filter) } as const;
      await database.write((tx) => recordAudit(tx, tables, actorOf(staffOf(request)), looked, clock.now()));
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return { items: items.map((row) => onWire(known, row)), next_cursor: last && rows.length > limit ? writeCursor(last.entry.id) : null };
    },
  });

  api.route({
    ...exportAuditEntries,
    handler: async (request, reply: FastifyReply) => {
      const known = await directory.current();
      const rows = await queries.list(filterOf(known, request.query), { after: null, limit: mostInTable + 1 });
      if (rows.length > mostInTable) throw invalid('from', tooMany);
      const asked = namesOf(request.query);
      const exported = { action: 'export', object: { kind: 'audit', id: null }, before: asked, after: { ...asked, entries: rows.length } } as const;
      await database.write((tx) => recordAudit(tx, tables, actorOf(staffOf(request)), exported, clock.now()));
      const name = request.query.register === undefined ? 'registro' : registerNames[request.query.register];
      return sendTable(reply, tableOfTrail(name, rows.map((row) => onWire(known, row)), languageOf(request)), 'csv');
    },
  });

  api.route({
    ...showAuditEntry,
    handler: async (request) => {
      const staff = staffOf(request);
      const row = await queries.find(request.params.entry_id);
      if (!row) throw problem('not-found');
      await database.write((tx) => recordAudit(tx, tables, actorOf(staff), { action: 'see', object: { kind: 'audit', id: row.entry.id } }, clock.now()));
      const isMasked = staff.role !== 'admin';
      const values = row.beside && shownValues(tables, row.beside.written, { isMasked });
      return { ...onWire(await directory.current(), row), values, is_masked: isMasked };
    },
  });

  api.route({
    ...showAuditSeal,
    handler: async () => {
      const seal = await newestSeal(database.read, tables);
      const unsealed = await countUnsealed(database);
      if (!seal) return { number: 0, digest: null, sealed_at: null, unsealed };
      return { number: seal.number, digest: seal.digest, sealed_at: instantWriter(await directory.current())(seal.sealedAt), unsealed };
    },
  });
}

function onWire(directory: Directory, { entry, seal, beside, staff, key }: TrailRow): AuditEntry {
  return {
    id: entry.id,
    at: instantWriter(directory)(entry.at),
    actor: entry.actor,
    staff_id: entry.staffId,
    staff_name: staff && `${staff.givenName} ${staff.familyName}`,
    key_name: key && key.name,
    action: entry.action,
    object_kind: entry.objectKind,
    object_id: entry.objectId,
    fields: [...entry.fields],
    network: beside?.address ? maskAddress(clientOf(beside.address)) : null,
    ...disclosureOf(entry, beside),
    seal,
  };
}

type Filter = AuditTableQuery;

function filterOf(directory: Directory, { register, from, to, staff_id, actor, action, object_kind, object_id }: Filter): TrailFilter {
  if (from !== undefined && to !== undefined && to < from) {
    throw invalid('to', { it: 'L’ultimo giorno viene prima del primo: correggi uno dei due.', en: 'The last day comes before the first: correct one of the two.' });
  }
  return {
    register,
    from: from === undefined ? null : dayBounds(directory, from).startsAt,
    before: to === undefined ? null : dayBounds(directory, to).endsAt,
    staffId: staff_id,
    actor,
    action,
    objectKind: object_kind,
    objectId: object_id,
  };
}

/** The names of what was asked for, without what was asked. */
function namesOf(filter: Filter): Record<string, null> {
  return Object.fromEntries(Object.keys(filter).map((name) => [name, null]));
}

function writeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (/^[0-9a-f-]{36}$/.test(id)) return id;
  throw invalid('cursor', {
    it: 'Il cursore non appartiene a questo elenco: ricomincia dalla prima pagina.',
    en: 'The cursor does not belong to this list: start again from the first page.',
  });
}
