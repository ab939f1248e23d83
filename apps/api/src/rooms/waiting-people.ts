import type { WaitingPerson } from '@sportello/contract';
import { and, asc, eq, isNull, notInArray } from 'drizzle-orm';
import { instantWriter } from '../appointments/wire.ts';
import { readRequester } from '../appointments/read-appointment.ts';
import type { Database } from '../database/database.ts';
import { isShownTo } from '../desk/booked.ts';
import type { Directory } from '../directory/directory.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import { initials } from '../people/mask.ts';
import { nameOfRequester } from './name-of-requester.ts';
import { namesByKey } from './stays.ts';

const mostWaiting = 200;

/** Who waits now for a room within somebody's reach, who waits longest first. An auditor reads initials. */
export async function waitingPeople(database: Database, directory: Directory, staff: StaffMember, now: number): Promise<WaitingPerson[]> {
  const { rooms, roomPeople, appointments } = database.tables;
  const rows = await database.read
    .select({ person: roomPeople, sequence: rooms.sequence, appointmentId: appointments.id, present: appointments.sequence })
    .from(roomPeople)
    .innerJoin(rooms, and(eq(rooms.id, roomPeople.roomId), isNull(rooms.closedAt)))
    .innerJoin(appointments, eq(appointments.id, rooms.appointmentId))
    .where(and(isNull(roomPeople.admittedAt), isNull(roomPeople.leftAt), notInArray(roomPeople.role, ['official', 'colleague']), isShownTo(database.tables, staff, now)))
    .orderBy(asc(roomPeople.waitingSince), asc(roomPeople.id))
    .limit(mostWaiting);
  const write = instantWriter(directory);
  return Promise.all(
    rows
      .filter(({ sequence, present }) => sequence === present)
      .map(async ({ person, appointmentId }) => {
        const citizenName = person.role === 'citizen' ? nameOfRequester(await readRequester(database.read, database.tables, appointmentId)) : '';
        const name = (await namesByKey(database, [person.personKey], citizenName)).get(person.personKey) ?? '';
        return {
          appointment_id: appointmentId,
          person_id: person.id,
          name: staff.role === 'auditor' ? initials(...name.split(' ')) : name,
          role: person.role,
          waiting_since: write(person.waitingSince),
          has_camera: person.hasCamera,
          has_microphone: person.hasMicrophone,
        };
      }),
  );
}
