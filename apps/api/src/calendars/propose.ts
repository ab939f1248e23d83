import type { Minutes } from '@sportello/scheduling';
import type { Timed } from '../appointments/appointment.ts';
import type { Scene } from './layouts.ts';
import { deskRequestOf, type Promised, Promises } from './promises.ts';

const dayMinutes = 1440;
/** Farther and farther: most find something within the week. */
const lookedAheadDays = [7, 28, 92] as const;
const proposalsEach = 3;
/** Where more are touched, each gets one: the answer must not take long. */
const mostWithSeveral = 100;

/**
 * Up to three other times for each appointment: the next free ones after its own, else earlier ones. All of them can be had
 * together, whichever are chosen: no start is proposed twice. Everybody gets a first before anybody gets a second; of very
 * many each gets one only.
 */
export function proposeTimes(scene: Scene, appointments: readonly Timed[]): ReadonlyMap<string, readonly Promised[]> {
  const promises = new Promises(scene);
  const proposals = new Map<string, Promised[]>(appointments.map(({ id }) => [id, []]));
  const rounds = appointments.length > mostWithSeveral ? 1 : proposalsEach;
  for (let round = 0; round < rounds; round += 1) {
    for (const appointment of appointments) {
      const found = proposals.get(appointment.id);
      if (!found || found.length < round) continue; // nothing more the last time
      const next = proposeOne(scene, promises, appointment);
      if (next) found.push(next);
    }
  }
  return proposals;
}

function proposeOne(scene: Scene, promises: Promises, appointment: Timed): Promised | null {
  const placed = deskRequestOf(scene.directory, appointment);
  if (!placed) return null;
  for (const span of spansFrom(Math.floor(appointment.startsAt / 60_000), Math.floor(scene.now / 60_000))) {
    const start = promises.firstFree(appointment, span);
    if (start !== null) return promises.promise(appointment, placed.request, placed.placeId, start);
  }
  return null;
}

function spansFrom(own: Minutes, now: Minutes): (readonly [Minutes, Minutes])[] {
  const from = Math.max(own, now);
  const ends = lookedAheadDays.map((days) => from + days * dayMinutes);
  return [...ends.map((end, index) => [index === 0 ? from : (ends[index - 1] ?? from), end] as const), [now, from] as const];
}
