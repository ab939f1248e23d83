import type { RoomLine, RoomPerson, ServerMessage, VideoProvider } from '@sportello/contract';
import type { Timed } from '../appointments/appointment.ts';
import { isOfDesk, type Room, type RoomPersonRow } from './room.ts';

/** A room as it is now, from which everybody in it is told what is theirs to see. */
export interface RoomPicture {
  readonly room: Room;
  readonly appointment: Timed;
  /** Whoever is there, or was a moment ago, in the order in which they came first. */
  readonly people: readonly RoomPersonRow[];
  /** By the key of the person. */
  readonly names: ReadonlyMap<string, string>;
  readonly line: RoomLine | null;
  readonly provider: VideoProvider;
  readonly closesAt: number;
}

type RoomMessage = Extract<ServerMessage, { type: 'room' }>;

/** As many as a message may hold. */
const mostPeople = 12;

/** What one person in the room is told of it: who waits sees themselves and those who may let them in, and nobody else who waits. Pure. */
export function viewOf(picture: RoomPicture, viewer: RoomPersonRow, write: (instant: number) => string): RoomMessage {
  const { room, appointment, people, names, line, provider, closesAt } = picture;
  const isWaiting = viewer.admittedAt === null;
  const shown = people.filter((person) => person.id === viewer.id || !isWaiting || isHost(person));
  return {
    type: 'room',
    people: shown.slice(0, mostPeople).map((person) => personOnWire(person, names.get(person.personKey) ?? '', write)),
    line: isWaiting ? line : null,
    by_phone_since: appointment.byPhoneSince === null ? null : write(appointment.byPhoneSince),
    provider,
    is_fallback: room.fallbackSince !== null,
    closes_at: write(closesAt),
    files_revision: room.filesRevision,
  };
}

/** Somebody of the desk who is in the room. */
function isHost({ role, admittedAt }: RoomPersonRow): boolean {
  return isOfDesk(role) && admittedAt !== null;
}

function personOnWire(person: RoomPersonRow, name: string, write: (instant: number) => string): RoomPerson {
  return {
    id: person.id,
    connection: person.connection,
    name,
    role: person.role,
    is_in: person.admittedAt !== null,
    since: write(person.admittedAt ?? person.waitingSince),
    has_camera: person.hasCamera,
    has_microphone: person.hasMicrophone,
    microphone: person.microphone,
    camera: person.camera,
    screen: person.screen,
  };
}

interface Said {
  readonly personId: string;
  readonly createdAt: number;
}

/**
 * Whether somebody may read what was written: who is in reads everything; who waits, what they wrote themselves, and what
 * the desk wrote before anybody else was let in: it was meant for who waits. `everybody`: all who ever came, gone ones too. Pure.
 */
export function mayRead({ personId, createdAt }: Said, viewer: Pick<RoomPersonRow, 'id' | 'admittedAt'>, everybody: readonly Pick<RoomPersonRow, 'id' | 'role' | 'admittedAt'>[]): boolean {
  if (viewer.admittedAt !== null || personId === viewer.id) return true;
  const writer = everybody.find(({ id }) => id === personId);
  if (!writer || !isOfDesk(writer.role)) return false;
  return everybody.every(({ role, admittedAt }) => isOfDesk(role) || admittedAt === null || admittedAt > createdAt);
}
