import type { Failure } from './failure.ts';
import type { ConnectionFound } from './try-connection.ts';

/** How one part of the check stands. */
export type Tried = 'untried' | 'works' | 'left-out' | Failure;
export type Sound = 'untried' | 'heard' | 'not-heard';

/** How good the way to the room is: `partly` where no server stands ready with which it could be tried whole. */
export const connectionGrades = ['good', 'slow', 'partly', 'blocked', 'offline'] as const;
export type ConnectionGrade = (typeof connectionGrades)[number];

export interface Checked {
  readonly camera: Tried;
  readonly microphone: Tried;
  readonly sound: Sound;
  readonly connection: ConnectionGrade | null;
}

const slowMilliseconds = 500;

/** What the findings mean for a call. Pure. */
export function gradeOf({ roundTripMilliseconds, socketOpens, canMeet, stun, turn }: ConnectionFound): ConnectionGrade {
  if (roundTripMilliseconds === null) return 'offline';
  if (!socketOpens || !canMeet) return 'blocked';
  if (turn === 'not-reached' && stun !== 'reached') return 'blocked';
  if (turn === 'not-set' && stun === 'not-reached') return 'blocked';
  if (roundTripMilliseconds > slowMilliseconds) return 'slow';
  return turn === 'reached' ? 'good' : 'partly';
}

export const verdicts = ['by-phone', 'no-connection', 'not-yet', 'deaf', 'write', 'voice', 'slow', 'probably', 'ready'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * The one sentence that somebody takes along: the worst that stands in the way of a call comes first, then what is still
 * to be tried, then what makes it less than whole. Pure.
 */
export function verdictOf({ camera, microphone, sound, connection }: Checked): Verdict {
  if (connection === 'offline') return 'no-connection';
  if (connection === 'blocked') return 'by-phone';
  if (sound === 'not-heard') return 'deaf';
  if ([camera, microphone, sound].includes('untried') || connection === null) return 'not-yet';
  if (microphone !== 'works') return 'write';
  if (connection === 'slow') return 'slow';
  if (camera !== 'works') return 'voice';
  return connection === 'partly' ? 'probably' : 'ready';
}
