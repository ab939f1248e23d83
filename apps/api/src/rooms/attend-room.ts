import type { AttendanceState } from '@sportello/contract';
import { markAttendance } from '../appointments/attend.ts';
import { readAppointment } from '../appointments/read-appointment.ts';
import { citizen } from '../appointments/events.ts';
import type { Actor } from '../audit/record.ts';
import type { RoomDeps } from './deps.ts';

type AttendanceDeps = Pick<RoomDeps, 'database' | 'clock' | 'calendars' | 'directory' | 'secrets'>;

/** Somebody else may change the appointment at the same moment. */
const tries = 3;

/** The citizen has come to the waiting room: on the day, who was expected has arrived. */
export async function noteArrival(deps: AttendanceDeps, appointmentId: string): Promise<void> {
  await goThrough(deps, appointmentId, { confirmed: 'arrived' }, citizen);
}

/** The citizen was let in: the meeting has begun. Who was given up comes back first to where they came from. */
export async function noteBeginning(deps: AttendanceDeps, appointmentId: string, by: Actor): Promise<void> {
  await goThrough(deps, appointmentId, { missed: 'confirmed', confirmed: 'in_progress', arrived: 'in_progress' }, by);
}

type Way = Partial<Record<string, AttendanceState>>;

/** Takes the steps that lead from where it stands; where none does, or one is refused, it stays. */
async function goThrough(deps: AttendanceDeps, id: string, way: Way, by: Actor): Promise<void> {
  const { database } = deps;
  const directory = await deps.directory.current();
  for (let tried = 0; tried < tries; tried += 1) {
    const appointment = await readAppointment(database.read, database.tables, id);
    const wanted = appointment ? way[appointment.state] : undefined;
    if (!appointment || !wanted) return;
    const state = appointment.state === 'missed' && appointment.arrivedAt !== null ? 'arrived' : wanted;
    const outcome = await markAttendance(deps, { appointment, directory, state, revision: appointment.revision, calendarId: null, by });
    if (!outcome.ok && outcome.why !== 'changed-meanwhile') return;
  }
}
