import { and, count, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../database/database.ts';
import type { StoredRow } from './files.ts';

/** Whether it came to the desk and nobody there opened it yet. */
export function isNew({ sentBy, seenAt }: Pick<StoredRow, 'sentBy' | 'seenAt'>): boolean {
  return sentBy !== 'staff' && seenAt === null;
}

/** How many papers of each of these appointments are new to the desk; those without are not in it. */
export async function countNewFiles({ tables: { files } }: Pick<Database, 'tables'>, reader: Reader | Writer, appointmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const areNew = and(eq(files.ownerKind, 'appointment'), inArray(files.ownerId, [...appointmentIds]), ne(files.sentBy, 'staff'), isNull(files.seenAt));
  const rows = await reader.select({ ownerId: files.ownerId, count: count() }).from(files).where(areNew).groupBy(files.ownerId);
  return new Map(rows.map((row) => [row.ownerId, row.count]));
}
