import type { ConnectionState, VideoConnectionRequest } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { Database, Reader, Writer } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import type { SealedPlace, Sealing } from '../../sealing.ts';

/** The row of what is used now; without one the union meets in its own room. */
export const currentId = 'current';

/**
 * How a row stands. `leaving`: not used any more, kept until the meetings that were made there are taken away; its id is one
 * of its own.
 */
export type RowState = ConnectionState | 'leaving';

export type ConnectionRow = Readonly<Tables['videoConnections']['$inferSelect']>;
export type SealedColumn = 'secret' | 'accessToken' | 'refreshToken';

/** What a vendor is reached with, secrets apart. */
export type VendorSettings = Exclude<VideoConnectionRequest, { provider: 'own' }>;

export async function readConnection(reader: Reader | Writer, { videoConnections }: Tables, id: string = currentId): Promise<ConnectionRow | null> {
  const [row] = await reader.select().from(videoConnections).where(eq(videoConnections.id, id));
  return row ?? null;
}

/** The connection by which meetings that were made can be reached: the one in use, else one that is being left; null: there is none. */
export async function readConnectionOf({ read, tables }: Pick<Database, 'read' | 'tables'>, provider: ConnectionRow['provider']): Promise<ConnectionRow | null> {
  const rows = await read.select().from(tables.videoConnections).where(eq(tables.videoConnections.provider, provider));
  const connected = rows.filter(({ refreshToken }) => refreshToken !== null);
  return connected.find(({ id }) => id === currentId) ?? connected[0] ?? null;
}

export function stateOf({ state }: Pick<ConnectionRow, 'state'>): RowState {
  return state as RowState; // no other file writes anything else
}

/** Whether meetings take place there now: it was connected, whether or not it works at the moment. */
export function isInUse(row: ConnectionRow | null): row is ConnectionRow & { provider: VendorSettings['provider'] } {
  return row !== null && row.provider !== 'own' && row.id === currentId && row.state !== 'to-connect';
}

export function placeOf(id: string, column: SealedColumn): SealedPlace {
  return { table: 'video_connections', column, id };
}

/** What was sealed in a row; null where nothing is, or its key is not there. */
export function openSecret(sealing: Sealing, row: ConnectionRow, column: SealedColumn): string | null {
  const sealed = row[column];
  if (sealed === null) return null;
  try {
    return sealing.open(placeOf(row.id, column), sealed);
  } catch {
    return null;
  }
}

export function sealSecret(sealing: Sealing, id: string, column: SealedColumn, text: string | null): string | null {
  return text === null ? null : sealing.seal(placeOf(id, column), text);
}
