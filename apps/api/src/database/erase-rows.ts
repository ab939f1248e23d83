import type { SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Writer } from './database.ts';
import { erasureOf } from './erasure.ts';

/** What stands where a text must not be missing. */
export const maskedText = '***';

/**
 * Does to these rows of a table what its columns declare: null, a fixed text, or, where one of them says so, the whole row goes.
 * A column that comes later is treated by its declaration. `also`: plain columns to write with it.
 */
export async function eraseRows<Table extends PgTable>(tx: Writer, table: Table, which: SQL | undefined, also: Partial<Table['$inferInsert']> = {}): Promise<void> {
  if (which === undefined) throw new Error('Every row of a table is nobody’s to erase');
  const declared = [...erasureOf(table)];
  if (declared.some(([, erasure]) => erasure === 'delete' || erasure === 'seal')) {
    await tx.delete(table).where(which);
    return;
  }
  const values = declared.flatMap(([column, erasure]) => (erasure === 'clear' ? [[column, null]] : erasure === 'mask' ? [[column, maskedText]] : []));
  // The names are the table's own, and the values what its columns take; the compiler knows neither.
  await tx.update(table).set({ ...Object.fromEntries(values), ...also } as never).where(which);
}
