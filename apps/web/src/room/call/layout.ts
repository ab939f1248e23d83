import type { RoomPerson } from '@sportello/contract';

/** One picture on the stage. */
export interface Shown {
  readonly person: string;
  readonly what: 'camera' | 'screen';
}

/** `large` are beside each other, in rows; `strip` are small, beside or below them; `corner` is one's own picture. */
export interface Layout {
  readonly kind: 'alone' | 'faces' | 'screen';
  readonly large: readonly Shown[];
  readonly strip: readonly Shown[];
  readonly corner: Shown | null;
}

/**
 * Who is shown where. A screen that somebody else shows takes the stage, and all faces go into the strip; else one's own picture is small in
 * a corner, as large as the others only while nobody else is there, or where it makes four.
 */
export function layoutOf(people: readonly RoomPerson[], ownId: string): Layout {
  const others = people.filter(({ id, is_in }) => is_in && id !== ownId);
  const own: Shown = { person: ownId, what: 'camera' };
  if (others.length === 0) return { kind: 'alone', large: [own], strip: [], corner: null };
  const faces = others.map(({ id }): Shown => ({ person: id, what: 'camera' }));
  const sharing = others.find(({ screen }) => screen);
  if (!sharing && faces.length > 2) return { kind: 'faces', large: [...faces, own], strip: [], corner: null };
  if (!sharing) return { kind: 'faces', large: faces, strip: [], corner: own };
  return { kind: 'screen', large: [{ person: sharing.id, what: 'screen' }], strip: [...faces, own], corner: null };
}
