import type { Timed } from '../appointments/appointment.ts';
import { calendarIdsOf } from '../availability/free-starts.ts';
import type { Directory } from '../directory/directory.ts';
import type { Scene } from './layouts.ts';
import { deskRequestOf, type Promised, Promises } from './promises.ts';
import { proposeTimes } from './propose.ts';
import type { Standing } from './touched.ts';

export interface TouchedPreview {
  readonly appointment: Timed;
  readonly proposals: readonly Promised[];
  /** Calendars of colleagues who are free at its time. */
  readonly colleagueIds: readonly string[];
}

/** All calendars that may take one of these appointments; what is proposed is looked for there. */
export function calendarsOfTouched(directory: Directory, touched: readonly Standing[]): string[] {
  const ids = touched.flatMap(({ appointment }) => {
    const placed = deskRequestOf(directory, appointment);
    return placed ? calendarIdsOf(placed.request) : [];
  });
  return [...new Set(ids)];
}

/** What can become of each: other times, none of them twice, and who is free at its own. `isReached`: the calendars of who asks. */
export function previewTouched(scene: Scene, touched: readonly Standing[], isReached: (id: string) => boolean): TouchedPreview[] {
  const movable = touched.filter(({ appointment }) => appointment.state !== 'arrived');
  const proposals = proposeTimes(scene, movable.map(({ appointment }) => appointment));
  const nobodyPromised = new Promises(scene);
  return touched.map(({ appointment, calendarId }) => ({
    appointment,
    proposals: proposals.get(appointment.id) ?? [],
    colleagueIds: colleaguesOf(scene, nobodyPromised, appointment, calendarId).filter(isReached),
  }));
}

function colleaguesOf({ directory }: Scene, promises: Promises, appointment: Timed, calendarId: string): string[] {
  const needs = deskRequestOf(directory, appointment)?.request.rules.needs ?? [];
  const free = promises.freeAtItsTime(appointment);
  return needs.flatMap((need, index) => (need.includes(calendarId) ? (free[index] ?? []).filter((id) => id !== calendarId) : []));
}
