import type { Timed } from '../appointments/appointment.ts';
import { instantWriter } from '../appointments/wire.ts';
import type { Directory } from '../directory/directory.ts';
import { problem, type ProblemError } from '../http/problems.ts';
import { roomTimes } from './admission.ts';
import type { RoomClosed } from './room.ts';

/** The refusal of a room that cannot be used now: why, and from when where it only is too early. */
export function roomClosed(directory: Directory, appointment: Timed, why: RoomClosed): ProblemError {
  const { opensAt } = roomTimes(appointment, directory.roomOpensMinutes);
  return problem('room-closed', { why, ...(why === 'early' && { opensAt: instantWriter(directory)(opensAt) }) });
}
