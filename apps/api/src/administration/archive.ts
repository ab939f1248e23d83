import type { ArchivableKind } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

/** Since when it is used for nothing new; null: it is used again. A service comes back unseen by citizens. */
export async function writeArchived(tx: Writer, { offices, places, calendars, services }: Tables, { kind, id }: { readonly kind: ArchivableKind; readonly id: string }, archivedAt: number | null): Promise<void> {
  if (kind === 'service') {
    await tx.update(services).set({ state: archivedAt === null ? 'draft' : 'archived' }).where(eq(services.id, id));
    return;
  }
  const table = { office: offices, place: places, calendar: calendars }[kind];
  await tx.update(table).set({ archivedAt }).where(eq(table.id, id));
}
