import type { StoredFile } from '@sportello/contract';
import { inArray } from 'drizzle-orm';
import { instantWriter } from '../appointments/wire.ts';
import type { Database } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import { staffNames } from '../rooms/staff-role.ts';
import type { StoredRow } from './files.ts';
import { isNew } from './new-files.ts';

interface Looking {
  /** For the desk: which of them nobody opened yet. */
  readonly forDesk?: boolean;
  readonly canDelete: (file: StoredRow) => boolean;
  /** For who sees what happened, and nothing that people wrote. */
  readonly withoutNames?: boolean;
}

/** Papers as a list shows them, with the names of who gave them. */
export async function filesOnWire({ read, tables }: Pick<Database, 'read' | 'tables'>, directory: Directory, rows: readonly StoredRow[], { canDelete, forDesk = false, withoutNames = false }: Looking): Promise<StoredFile[]> {
  const write = instantWriter(directory);
  const ofStaff = await staffNames({ read, tables }, [...new Set(rows.flatMap(({ staffId }) => staffId ?? []))]);
  const guestIds = withoutNames ? [] : rows.flatMap(({ guestId }) => guestId ?? []);
  const guests = guestIds.length === 0 ? [] : await read.select({ id: tables.roomGuests.id, name: tables.roomGuests.name }).from(tables.roomGuests).where(inArray(tables.roomGuests.id, guestIds));
  const ofGuests = new Map(guests.map(({ id, name }) => [id, name]));
  return rows.map((file, index) => ({
    id: file.id,
    name: withoutNames ? `${index + 1}.${file.name.split('.').at(-1) ?? ''}` : file.name,
    media_type: file.mediaType,
    bytes: file.bytes,
    from: file.sentBy,
    from_name: (file.staffId !== null ? ofStaff.get(file.staffId) : file.guestId !== null ? ofGuests.get(file.guestId) : null) ?? null,
    question_id: file.questionId,
    can_delete: canDelete(file),
    is_new: forDesk && isNew(file),
    created_at: write(file.createdAt),
  }));
}
