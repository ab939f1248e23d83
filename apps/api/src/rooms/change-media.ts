import type { ClientMessage } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';

type Said<Type extends ClientMessage['type']> = Extract<ClientMessage, { type: Type }>;

/** What somebody came with: a camera, a microphone. */
export async function changeDevices({ tables: { roomPeople }, write }: Database, connection: string, { has_camera: hasCamera, has_microphone: hasMicrophone }: Said<'devices'>): Promise<void> {
  await write((tx) => tx.update(roomPeople).set({ hasCamera, hasMicrophone }).where(eq(roomPeople.connection, connection)));
}

/** What of them is heard and seen now. */
export async function changeMedia({ tables: { roomPeople }, write }: Database, connection: string, { microphone, camera, screen }: Said<'media'>): Promise<void> {
  await write((tx) => tx.update(roomPeople).set({ microphone, camera, screen }).where(eq(roomPeople.connection, connection)));
}
