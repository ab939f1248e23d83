import type { ChatMessage, IceServer, ServerMessage } from '@sportello/contract';
import type { RoomSeen, ShownMessage } from './room-state.ts';

type Told<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>;

/** What the answer to `enter` said, and what has been renewed since. */
export interface Entered {
  readonly you: string;
  readonly connection: string;
  readonly ice_servers: readonly IceServer[];
  readonly token: string;
}

/** The room as it is told now; null where the person is not among its people, which no server says. */
export function roomAsTold(entered: Entered, messages: readonly ShownMessage[], told: Told<'room'>): RoomSeen | null {
  const you = told.people.find(({ id }) => id === entered.you);
  if (!you) return null;
  const { people, line, by_phone_since, provider, is_fallback, closes_at, files_revision } = told;
  const { connection, ice_servers, token } = entered;
  return { you, people, messages, line, by_phone_since, provider, is_fallback, closes_at, files_revision, connection, ice_servers, token };
}

/** What the room has kept, and after it what it has not yet heard. */
export function messagesAfterEntering(kept: readonly ChatMessage[], shown: readonly ShownMessage[]): readonly ShownMessage[] {
  const ids = new Set(kept.map(({ id }) => id));
  return [...kept.map(asSent), ...shown.filter(({ id, standing }) => standing !== 'sent' && !ids.has(id))];
}

/** A message of one's own comes back with the same id, and only changes its standing. */
export function withMessage(shown: readonly ShownMessage[], message: ChatMessage): readonly ShownMessage[] {
  return [...shown.filter(({ id }) => id !== message.id), asSent(message)];
}

export function withStanding(shown: readonly ShownMessage[], from: ShownMessage['standing'], to: ShownMessage['standing'], id?: string): readonly ShownMessage[] {
  return shown.map((message) => (message.standing === from && (id === undefined || message.id === id) ? { ...message, standing: to } : message));
}

function asSent(message: ChatMessage): ShownMessage {
  return { ...message, standing: 'sent' };
}
