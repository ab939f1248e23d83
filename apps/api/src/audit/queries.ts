import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { AuditAction, AuditActor, AuditObject } from '@sportello/contract';
import type { Database } from '../database/database.ts';
import type { Entry, Seal } from './chain.ts';

/** Which entries are looked for; instants in epoch milliseconds, `before` not included. */
export interface TrailFilter {
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

export function trailQueries({ read, tables }: Pick<Database, 'read' | 'tables'>) {
  const { auditEntries, auditValues, auditSeals, staff, apiKeys } = tables;
  const equals = (column: PgColumn, value: string | undefined): SQL | undefined => (value === undefined ? undefined : eq(column, value));

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
    list({ from, before, staffId, actor, action, objectKind, objectId }: TrailFilter, { after, limit }: { after: string | null; limit: number }): Promise<TrailRow[]> {
      const condition = and(
        after === null ? undefined : lt(auditEntries.id, after),
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
