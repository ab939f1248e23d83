import type { ServerMessage } from '@sportello/contract';
import type { Tables } from '../database/schema.ts';

type MessageRow = Readonly<Tables['roomMessages']['$inferSelect']>;

/** What processes tell each other about a room. */
export type RoomSignal =
  /** Somebody came, went or is another: read the room anew. */
  | { readonly kind: 'changed' }
  /** For one connection, of whichever process holds it. */
  | { readonly kind: 'to'; readonly connection: string; readonly message: Extract<ServerMessage, { type: 'description' | 'candidate' }> }
  | { readonly kind: 'written'; readonly message: MessageRow };

export function writeSignal(signal: RoomSignal): string {
  return JSON.stringify(signal);
}

/** Written by a process of ours, of this version or the one before: what is not understood is left. */
export function readSignal(body: string): RoomSignal | null {
  const signal = JSON.parse(body) as RoomSignal;
  return signal.kind === 'changed' || signal.kind === 'to' || signal.kind === 'written' ? signal : null;
}
