import type { RoomPerson } from '@sportello/contract';
import type { ShownMessage } from '../connection/room-state.ts';

/** What has just happened in the room, for whoever does not see it. */
export type Announcement =
  | { readonly what: 'joined' | 'left' | 'waits' | 'away' | 'back' | 'muted' | 'heard' | 'shares' | 'shares-no-more'; readonly name: string }
  | { readonly what: 'message'; readonly name: string; readonly text: string };

/** What changed among the others from one state of the room to the next. */
export function announcePeople(before: readonly RoomPerson[], after: readonly RoomPerson[], ownId: string): readonly Announcement[] {
  const was = new Map(before.map((person) => [person.id, person]));
  const isThere = new Set(after.map(({ id }) => id));
  const changed = after.filter(({ id }) => id !== ownId).flatMap((person) => announcePerson(was.get(person.id), person));
  const gone = before.filter(({ id, is_in }) => is_in && id !== ownId && !isThere.has(id));
  return [...changed, ...gone.map(({ name }): Announcement => ({ what: 'left', name }))];
}

function announcePerson(before: RoomPerson | undefined, { name, is_in, connection, microphone, screen }: RoomPerson): readonly Announcement[] {
  if (!is_in) return before?.is_in ? [{ what: 'left', name }] : before ? [] : [{ what: 'waits', name }];
  if (!before?.is_in) return [{ what: 'joined', name }];
  if (before.connection !== null && connection === null) return [{ what: 'away', name }];
  if (before.connection === null && connection !== null) return [{ what: 'back', name }];
  const said: Announcement[] = [];
  if (before.screen !== screen) said.push({ what: screen ? 'shares' : 'shares-no-more', name });
  if (before.microphone !== microphone) said.push({ what: microphone ? 'heard' : 'muted', name });
  return said;
}

/** Messages of others that have just come. */
export function announceMessages(before: readonly ShownMessage[], after: readonly ShownMessage[], ownId: string): readonly Announcement[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id, from }) => from !== ownId && !known.has(id)).map(({ name, text }): Announcement => ({ what: 'message', name, text }));
}
