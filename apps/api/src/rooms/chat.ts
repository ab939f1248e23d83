import type { ChatMessage } from '@sportello/contract';
import { desc, eq } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import type { RoomPersonRow } from './room.ts';

type MessageRow = Readonly<Tables['roomMessages']['$inferSelect']>;

const mostMessages = 500;

export type WrittenOutcome = { readonly ok: true; readonly message: MessageRow } | { readonly ok: false };

/** Keeps what somebody wrote until the room closes. The same id again is the same message; somebody else's is refused. */
export async function writeMessage({ database, clock }: { readonly database: Database; readonly clock: Clock }, { id, roomId, personId, body }: Omit<MessageRow, 'createdAt'>): Promise<WrittenOutcome> {
  const { roomMessages } = database.tables;
  return database.write(async (tx) => {
    const row = { id, roomId, personId, body, createdAt: clock.now() };
    const written = await tx.insert(roomMessages).values(row).onConflictDoNothing().returning({ id: roomMessages.id });
    if (written.length > 0) return { ok: true, message: row };
    const [known] = await tx.select().from(roomMessages).where(eq(roomMessages.id, id));
    return known && known.roomId === roomId && known.personId === personId ? { ok: true, message: known } : { ok: false };
  });
}

/** What was written in a room, the oldest first; of very much, the newest. */
export async function messagesOf({ read, tables: { roomMessages } }: Pick<Database, 'read' | 'tables'>, roomId: string): Promise<MessageRow[]> {
  const newest = await read.select().from(roomMessages).where(eq(roomMessages.roomId, roomId)).orderBy(desc(roomMessages.createdAt), desc(roomMessages.id)).limit(mostMessages);
  return newest.toReversed();
}

/** With who wrote it; null where they are not known any more. */
export function messageOnWire({ id, personId, body, createdAt }: MessageRow, people: readonly RoomPersonRow[], names: ReadonlyMap<string, string>, write: (instant: number) => string): ChatMessage | null {
  const person = people.find((one) => one.id === personId);
  return person ? { id, from: personId, name: names.get(person.personKey) ?? '', role: person.role, text: body, at: write(createdAt) } : null;
}
