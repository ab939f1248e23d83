import type { StaffScope } from '@sportello/contract';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Tables } from '../database/schema.ts';
import { invalid } from '../http/problems.ts';

/** The offices and comuni that were given to somebody, as the API writes them. */
export async function readScope({ read, tables }: Pick<Database, 'tables'> & { read: Reader }, { id, allOffices }: { id: string; allOffices: boolean }): Promise<StaffScope> {
  const { staffScopes } = tables;
  const rows = await read.select().from(staffScopes).where(eq(staffScopes.staffId, id)).orderBy(staffScopes.scopeId);
  const ids = (kind: 'office' | 'municipality') => rows.filter((row) => row.kind === kind).map(({ scopeId }) => scopeId);
  return { all_offices: allOffices, office_ids: ids('office'), municipality_ids: ids('municipality') };
}

/** Gives somebody these offices and comuni, and no others. Throws `validation` on `/scope/...` for one that does not exist. */
export async function writeScope(tx: Writer, tables: Tables, staffId: string, scope: StaffScope): Promise<void> {
  await requireAll(tx, tables.offices, scope.office_ids, '/scope/office_ids');
  await requireAll(tx, tables.municipalities, scope.municipality_ids, '/scope/municipality_ids');
  const { staff, staffScopes } = tables;
  await tx.update(staff).set({ allOffices: scope.all_offices }).where(eq(staff.id, staffId));
  await tx.delete(staffScopes).where(eq(staffScopes.staffId, staffId));
  const rows = [
    ...[...new Set(scope.office_ids)].map((scopeId) => ({ id: newId(), staffId, kind: 'office' as const, scopeId })),
    ...[...new Set(scope.municipality_ids)].map((scopeId) => ({ id: newId(), staffId, kind: 'municipality' as const, scopeId })),
  ];
  if (rows.length > 0) await tx.insert(staffScopes).values(rows);
}

async function requireAll(tx: Writer, table: Tables['offices'] | Tables['municipalities'], ids: readonly string[], field: string): Promise<void> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return;
  const found = await tx.select({ id: sql<string>`id` }).from(table).where(inArray(sql`id`, [...wanted]));
  if (found.length === wanted.size) return;
  throw invalid(field, { it: 'Uno di questi non esiste più: ricarica la pagina.', en: 'One of these does not exist any more: reload the page.' });
}
