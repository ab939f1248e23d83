import { isTimed } from '../appointments/appointment.ts';
import { readAppointment, readRequester } from '../appointments/read-appointment.ts';
import { roomTimes } from './admission.ts';
import type { RoomDeps } from './deps.ts';
import { lineOf } from './line.ts';
import { nameOfRequester } from './name-of-requester.ts';
import { peopleOf, readRoom } from './room-queries.ts';
import type { RoomPicture } from './room-picture.ts';
import { isOfDesk, type RoomPersonRow } from './room.ts';
import { providerOf } from './show-room.ts';
import { namesByKey } from './stays.ts';

/** The picture, and all who ever came. */
export interface ReadPicture extends RoomPicture {
  readonly everybody: readonly RoomPersonRow[];
}

/** Reads a room as it is now; null: there is none. `before`: the reading before, whose names still hold. */
export async function readPicture(deps: Pick<RoomDeps, 'database' | 'clock' | 'directory' | 'meetings'>, roomId: string, before: ReadPicture | null): Promise<ReadPicture | null> {
  const { database, clock } = deps;
  const room = await readRoom(database.read, database.tables, roomId);
  const appointment = room && (await readAppointment(database.read, database.tables, room.appointmentId));
  if (!room || !appointment || !isTimed(appointment)) return null;
  const directory = await deps.directory.current();
  const everybody = await peopleOf(database.read, database.tables, roomId);
  const people = everybody.filter(({ leftAt }) => leftAt === null);
  const isAnyWaiting = people.some(({ role, admittedAt }) => !isOfDesk(role) && admittedAt === null);
  return {
    room,
    appointment,
    everybody,
    people,
    names: before && everybody.every(({ personKey }) => before.names.has(personKey)) ? before.names : await namesOf(deps, appointment.id, everybody),
    line: isAnyWaiting ? await lineOf(database, directory, appointment, clock.now()) : null,
    provider: await providerOf(deps, room),
    closesAt: roomTimes(appointment, directory.roomOpensMinutes).closesAt,
  };
}

async function namesOf({ database }: Pick<RoomDeps, 'database'>, appointmentId: string, everybody: readonly RoomPersonRow[]): Promise<ReadonlyMap<string, string>> {
  const requester = await readRequester(database.read, database.tables, appointmentId);
  return namesByKey(database, everybody.map(({ personKey }) => personKey), nameOfRequester(requester));
}
