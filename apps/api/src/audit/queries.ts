import { and, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { AuditAction, AuditActor, AuditObject, AuditRegister } from '@sportello/contract';
import type { Database } from '../database/database.ts';
import type { Entry, Seal } from './chain.ts';

/** Which entries are looked for; instants in epoch milliseconds, `before` not included. */
export interface TrailFilter {
  readonly register?: AuditRegister | undefined;
  readonly from: number | null;
  readonly before: number | null;
  readonly staffId?: string | undefined;
  readonly actor?: AuditActor | undefined;
  readonly action?: AuditAction | undefined;
  readonly objectKind?: AuditObject | undefined;
  readonly objectId?: string | undefined;
}

/** An entry with what is shown beside it; `beside` null: erased. */
export interface TrailRow {
  readonly entry: Entry;
  readonly seal: Seal['number'] | null;
  readonly beside: { readonly address: string | null; readonly written: string } | null;
  readonly staff: { readonly givenName: string; readonly familyName: string } | null;
  readonly key: { readonly name: string } | null;
}

/** What leaves the desk: as a file, on paper, or whole on a screen. */
export const disclosing: readonly AuditAction[] = ['export', 'reveal', 'print'];
const entering: readonly AuditAction[] = ['sign-in', 'sign-in-refused', 'sign-out'];
const looking: readonly AuditAction[] = ['see', 'list', 'search', 'reveal'];
/** What shows people. */
const ofPeople: readonly AuditObject[] = ['person', 'appointment', 'board', 'agenda', 'request-list', 'invitation', 'file'];

export function trailQueries({ read, tables }: Pick<Database, 'read' | 'tables'>) {
  const { auditEntries, auditValues, auditSeals, staff, apiKeys } = tables;
  const equals = (column: PgColumn, value: string | undefined): SQL | undefined => (value === undefined ? undefined : eq(column, value));

  function isIn(register: AuditRegister | undefined): SQL | undefined {
    switch (register) {
      case 'disclosures':
        return or(inArray(auditEntries.action, [...disclosing]), and(eq(auditEntries.action, 'see'), eq(auditEntries.objectKind, 'file')));
      case 'access':
        return or(inArray(auditEntries.action, [...entering]), and(inArray(auditEntries.action, [...looking]), inArray(auditEntries.objectKind, [...ofPeople])));
      case undefined:
        return undefined;
    }
  }

  function rowsWhere(condition: SQL | undefined, limit: number): Promise<TrailRow[]> {
    return read
      .select({
        entry: auditEntries,
        seal: auditSeals.number,
        beside: { entryId: auditValues.entryId, address: auditValues.address, written: auditValues.written },
        staff: { id: staff.id, givenName: staff.givenName, familyName: staff.familyName },
        key: { id: apiKeys.id, name: apiKeys.name },
      })
      .from(auditEntries)
      .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
      .leftJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
      .leftJoin(staff, eq(staff.id, auditEntries.staffId))
      .leftJoin(apiKeys, and(eq(auditEntries.actor, 'key'), eq(apiKeys.id, auditEntries.sessionId)))
      .where(condition)
      .orderBy(desc(auditEntries.id))
      .limit(limit);
  }

  return {
    /** The newest first; only what comes after the entry `after` in that order. */
    list({ register, from, before, staffId, actor, action, objectKind, objectId }: TrailFilter, { after, limit }: { after: string | null; limit: number }): Promise<TrailRow[]> {
      const condition = and(
        after === null ? undefined : lt(auditEntries.id, after),
        isIn(register),
        from === null ? undefined : gte(auditEntries.at, from),
        before === null ? undefined : lt(auditEntries.at, before),
        equals(auditEntries.staffId, staffId),
        equals(auditEntries.actor, actor),
        equals(auditEntries.action, action),
        equals(auditEntries.objectKind, objectKind),
        equals(auditEntries.objectId, objectId),
      );
      return rowsWhere(condition, limit);
    },
    async find(id: string): Promise<TrailRow | null> {
      const [row] = await rowsWhere(eq(auditEntries.id, id), 1);
      return row ?? null;
    },
  };
}
