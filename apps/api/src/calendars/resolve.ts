import type { Resolution } from '@sportello/contract';
import { parseMinute } from '@sportello/scheduling';
import type { Timed } from '../appointments/appointment.ts';
import { allows } from '../appointments/states.ts';
import { invalid } from '../http/problems.ts';
import type { Scene } from './layouts.ts';
import { deskRequestOf, type Promised, Promises } from './promises.ts';

/** What becomes of a touched appointment; one that stays is not among them. */
export type Decision =
  | { readonly does: 'move'; readonly appointment: Timed; readonly to: Promised }
  | { readonly does: 'reassign'; readonly appointment: Timed; readonly calendarIds: readonly string[] }
  | { readonly does: 'cancel'; readonly appointment: Timed; readonly message: string | null };

/** An appointment with the calendars that it takes the time of. */
export interface Resolved {
  readonly appointment: Timed;
  readonly calendarIds: readonly string[];
  readonly resolution: Resolution;
  /** Where the resolution stands in the request. */
  readonly field: string;
}

export type Resolving =
  | { readonly ok: true; readonly decisions: readonly Decision[] }
  | { readonly ok: false; readonly why: 'slot-taken' | 'slot-not-offered'; readonly appointmentId: string };

const tries = 4;

/**
 * Decides what each resolution does, with the change applied: all of them, or none and whose time was not free. Who could
 * take which of several starts may depend on the order, so one that found nobody is asked first the next time. Throws
 * `validation` for a resolution that can never be.
 */
export function resolveAll(scene: Scene, resolved: readonly Resolved[]): Resolving {
  let order = resolved;
  for (let left = tries; ; left -= 1) {
    const outcome = resolveInOrder(scene, order);
    if (outcome.ok || left <= 1) return outcome;
    const unlucky = order.filter(({ appointment }) => appointment.id === outcome.appointmentId);
    if (order[0] === unlucky[0]) return outcome;
    order = [...unlucky, ...order.filter((one) => !unlucky.includes(one))];
  }
}

function resolveInOrder(scene: Scene, resolved: readonly Resolved[]): Resolving {
  const promises = new Promises(scene);
  const decisions: Decision[] = [];
  for (const one of resolved) {
    const decision = decide(scene, promises, one);
    if (decision === null) continue;
    if ('why' in decision) return { ok: false, why: decision.why, appointmentId: one.appointment.id };
    decisions.push(decision);
  }
  return { ok: true, decisions };
}

type NotFree = { readonly why: 'slot-taken' | 'slot-not-offered' };

function decide(scene: Scene, promises: Promises, one: Resolved): Decision | NotFree | null {
  const { appointment, resolution, field } = one;
  switch (resolution.does) {
    case 'leave':
      return null;
    case 'cancel':
      requireState(one, 'cancel-by-desk');
      return { does: 'cancel', appointment, message: resolution.message?.trim() || null };
    case 'move':
      requireState(one, 'move');
      return decideMove(scene, promises, one, { startsAt: resolution.starts_at, placeId: resolution.place_id ?? null });
    case 'reassign':
      requireState(one, 'reassign');
      return decideReassign(promises, one, resolution.calendar_id, `${field}/calendar_id`);
  }
}

/** Who has arrived already can be given to a colleague or sent home, not to another day. */
function requireState({ appointment, field }: Resolved, action: 'move' | 'cancel-by-desk' | 'reassign'): void {
  if (allows(appointment.state, action)) return;
  throw invalid(`${field}/does`, { it: 'Nel suo stato l’appuntamento non può essere cambiato così: affidalo a un collega o lascialo com’è.', en: 'In its state the appointment cannot be changed like this: give it to a colleague, or leave it as it is.' });
}

function decideMove({ directory }: Scene, promises: Promises, { appointment, field }: Resolved, wish: { startsAt: string; placeId: string | null }): Decision | NotFree {
  const start = parseMinute(wish.startsAt) ?? 0;
  if (wish.placeId !== null && !isPlaceOf(directory, appointment, wish.placeId)) throw invalid(`${field}/place_id`, { it: 'Il servizio non riceve in questa sede.', en: 'The service does not receive at this place.' });
  const placed = deskRequestOf(directory, appointment, wish.placeId);
  if (!placed) return { why: 'slot-not-offered' };
  const promised = promises.promise(appointment, placed.request, placed.placeId, start);
  if (promised) return { does: 'move', appointment, to: promised };
  const verdict = promises.verdictOn(appointment, placed.request, placed.placeId, start);
  return { why: verdict.is === 'taken' ? 'slot-taken' : 'slot-not-offered' };
}

function isPlaceOf({ services }: Scene['directory'], { serviceId, channel }: Timed, placeId: string): boolean {
  return channel === 'desk' && (services.get(serviceId)?.channels.get(channel)?.placeIds.includes(placeId) ?? false);
}

/** The colleague takes the place of whoever meets the same need. */
function decideReassign(promises: Promises, { appointment, calendarIds }: Resolved, to: string, field: string): Decision | NotFree {
  const need = promises.needWith(appointment, to, calendarIds);
  if (!need) throw invalid(field, { it: 'Questa agenda non serve per questo appuntamento.', en: 'This calendar does not serve this appointment.' });
  if (!promises.freeAtItsTime(appointment).some((free) => free.includes(to))) return { why: 'slot-taken' };
  promises.take([to], Math.floor(appointment.startsAt / 60_000), appointment);
  return { does: 'reassign', appointment, calendarIds: [...calendarIds.filter((id) => !need.includes(id)), to].sort() };
}
