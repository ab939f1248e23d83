import { describe, expect, it, test } from 'vitest';
import type { RoomPersonRow } from './room.ts';
import { mayRead, type RoomPicture, viewOf } from './room-picture.ts';

const person = (id: string, role: RoomPersonRow['role'], admittedAt: number | null): RoomPersonRow => ({
  id, role, admittedAt, roomId: 'r', personKey: id, waitingSince: 1, hasCamera: true, hasMicrophone: true, microphone: true, camera: false, screen: false, connection: `c-${id}`, aliveUntil: 9, awaySince: null, leftAt: null,
});
const official = person('official', 'official', 2);
const citizen = person('citizen', 'citizen', null);
const relative = person('relative', 'relative', null);

const picture = (...people: RoomPersonRow[]): RoomPicture => ({
  room: { id: 'r', appointmentId: 'a', sequence: 0, fallbackSince: null, filesRevision: 3, createdAt: 0, closedAt: null },
  appointment: { byPhoneSince: null } as never, // the view asks for nothing else
  people,
  names: new Map(people.map(({ id }) => [id, `Nome di ${id}`])),
  line: { before: 1, delay_minutes: 10 },
  provider: 'own',
  closesAt: 5,
});
const seenBy = (viewer: RoomPersonRow, ...others: RoomPersonRow[]) => viewOf(picture(viewer, ...others), viewer, String);

test('who waits sees who may let them in, and nobody else who waits', () => {
  expect(seenBy(citizen, official, relative).people.map(({ id }) => id)).toEqual(['citizen', 'official']);
});

test('who waits does not see who is in already, but for the desk', () => {
  expect(seenBy(relative, official, { ...citizen, admittedAt: 3 }).people.map(({ id }) => id)).toEqual(['relative', 'official']);
});

test('who is in sees everybody, and no line', () => {
  const { people, line } = seenBy(official, citizen, relative);
  expect(people).toMatchObject([{ id: 'official', is_in: true, since: '2' }, { id: 'citizen', is_in: false, since: '1', name: 'Nome di citizen' }, { id: 'relative' }]);
  expect(line).toBe(null);
  expect(seenBy(citizen).line).toEqual({ before: 1, delay_minutes: 10 });
});

describe('what was written', () => {
  const at = (createdAt: number, personId: string) => ({ createdAt, personId });
  const inside = { ...citizen, admittedAt: 10 };

  it.each<[string, boolean, ReturnType<typeof at>, RoomPersonRow, RoomPersonRow[]]>([
    ['by oneself, waiting', true, at(5, 'citizen'), citizen, [official, citizen]],
    ['by the desk to who waits', true, at(5, 'official'), citizen, [official, citizen]],
    ['by another who waits', false, at(5, 'citizen'), relative, [official, citizen, relative]],
    ['inside, while somebody waits', false, at(11, 'official'), relative, [official, inside, relative]],
    ['inside by the citizen, while somebody waits', false, at(11, 'citizen'), relative, [official, inside, relative]],
    ['by the desk before the meeting began', true, at(9, 'official'), relative, [official, inside, relative]],
    ['before one was let in', true, at(5, 'relative'), inside, [official, inside, relative]],
    ['by somebody who is not known', false, at(5, 'somebody'), citizen, [official, citizen]],
  ])('%s: %s', (_, expected, said, viewer, everybody) => {
    expect(mayRead(said, viewer, everybody)).toBe(expected);
  });
});
