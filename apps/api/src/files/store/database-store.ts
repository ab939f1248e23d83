import { and, eq } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Database } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { FileStore } from './file-store.ts';

const pieceBytes = 256 * 1024;
const piecesAtOnce = 4;

/**
 * In the database itself, in pieces, so that a backup holds everything. A megabyte a write: on SQLite nobody waits longer than that for
 * their booking.
 */
export function databaseStore({ tables: { filePieces }, read, write }: Pick<Database, 'tables' | 'read' | 'write'>): FileStore {
  async function piece(fileId: string, position: number): Promise<Buffer | null> {
    const [row] = await read
      .select({ content: filePieces.content })
      .from(filePieces)
      .where(and(eq(filePieces.fileId, fileId), eq(filePieces.position, position)));
    return row?.content ?? null;
  }

  async function* rest(fileId: string, first: Buffer): AsyncGenerator<Buffer> {
    let content: Buffer | null = first;
    for (let position = 1; content !== null; position++) {
      yield content;
      content = await piece(fileId, position);
    }
  }

  return {
    kind: 'database',
    async put(fileId, content) {
      const pieces = cut(content).map((one, position) => ({ id: newId(), fileId, position, content: one }));
      for (let from = 0; from < pieces.length; from += piecesAtOnce) {
        await write(async (tx) => {
          await tx.insert(filePieces).values(pieces.slice(from, from + piecesAtOnce)).onConflictDoNothing();
        });
      }
    },
    async open(fileId) {
      const first = await piece(fileId, 0);
      return first && Readable.from(rest(fileId, first), { objectMode: false });
    },
    async remove(fileId) {
      await write(async (tx) => {
        await tx.delete(filePieces).where(eq(filePieces.fileId, fileId));
      });
    },
  };
}

function cut(content: Buffer): Buffer[] {
  const count = Math.ceil(content.length / pieceBytes);
  return Array.from({ length: count }, (_, position) => content.subarray(position * pieceBytes, (position + 1) * pieceBytes));
}
