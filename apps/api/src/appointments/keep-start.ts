import type { Minutes } from '@sportello/scheduling';
import type { Judged } from '../availability/desk-verdict.ts';
import { calendarIdsOf } from '../availability/free-starts.ts';
import type { Situation } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import type { Actor } from '../audit/record.ts';
import { attempt, type Outcome } from '../database/attempt.ts';
import { isClaimConflict, type Writer } from '../database/database.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Directory } from '../directory/directory.ts';
import { handPapersOver } from '../files/hold-papers.ts';
import type { Appointment, Timed } from './appointment.ts';
import { assign, claimOf, takeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { recordEvent } from './events.ts';
import { freshRow } from './fresh-row.ts';
import { lockAppointmentAndTimes } from './lock.ts';
import { letHoldGo } from './release.ts';

/** A start that somebody wants to keep while they type. */
export interface StartWish {
  readonly directory: Directory;
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly start: Minutes;
  readonly language: 'it' | 'en';
  /** A live hold of theirs, let go if and only if the new one is won. */
  readonly former: Appointment | null;
}

/** How it is kept, which is where citizens and the desk differ. */
export interface Keeping<Refusal extends Outcome> {
  readonly by: Actor;
  readonly minutes: number;
  readonly owner: Pick<Appointment, 'holdReason' | 'clientDigest' | 'bookedBy' | 'invitationId'>;
  readonly judge: (situation: Situation) => Judged;
  /** What may stand against it, asked once the calendars are locked. */
  readonly guard: (tx: Writer, now: number) => Promise<Refusal | null>;
  /** Kept in the same write as the hold. */
  readonly remember: (tx: Writer, hold: Timed) => Promise<void>;
}

export type KeepOutcome =
  | { readonly ok: true; readonly hold: Timed }
  | { readonly ok: false; readonly why: 'slot-taken' | 'slot-not-offered' };

/** Keeps a start: judged by the very rules that show the free times, or refused. One write. */
export async function keepStart<Refusal extends Outcome>(deps: BookingDeps, wish: StartWish, keeping: Keeping<Refusal>): Promise<KeepOutcome | Refusal> {
  try {
    return await attempt<KeepOutcome | Refusal>(deps.database, (tx) => decide(deps, tx, wish, keeping));
  } catch (error) {
    // Only a claim that was not there when we looked: a script, or another program on this database.
    if (isClaimConflict(error)) return { ok: false, why: 'slot-taken' };
    throw error;
  }
}

async function decide<Refusal extends Outcome>(deps: BookingDeps, tx: Writer, wish: StartWish, keeping: Keeping<Refusal>): Promise<KeepOutcome | Refusal> {
  const { directory, request, placeId, start, former } = wish;
  const { tables } = deps.database;
  const now = deps.clock.now();
  // The calendars of the hold that is let go too, in one go: two who exchange their times must not wait for each other.
  const { times } = former ? await lockAppointmentAndTimes(deps, tx, former.id, calendarIdsOf(request)) : { times: await deps.calendars.lock(tx, calendarIdsOf(request)) };
  const refusal = await keeping.guard(tx, now);
  if (refusal) return refusal;

  const verdict = keeping.judge({ directory, request, placeId, times, now, except: new Set(former ? [former.id] : []) });
  if (verdict.is !== 'offered') return { ok: false, why: verdict.is === 'taken' ? 'slot-taken' : 'slot-not-offered' };

  if (former) await letHoldGo(deps, tx, former, { by: keeping.by, at: now });
  const hold = newHold(wish, { ...keeping.owner, outsideHours: verdict.outsideHours, heldUntil: now + keeping.minutes * 60_000 }, now);
  const calendarIds = assign(verdict.free, start, { directory, times, now });
  await preparedInsert(tx, tables.appointments, hold);
  if (former) await handPapersOver(tx, tables, { from: former.id, to: hold.id });
  await takeClaims(tx, tables, { calendarIds, times, interval: claimOf(hold, hold), appointmentId: hold.id, heldUntil: hold.heldUntil, now });
  await recordEvent(tx, tables, hold, { kind: 'held', by: keeping.by, at: now });
  await keeping.remember(tx, hold);
  return { ok: true, hold };
}

type OfHolder = Pick<Appointment, 'holdReason' | 'clientDigest' | 'bookedBy' | 'invitationId' | 'outsideHours' | 'heldUntil'>;

function newHold({ directory, request, placeId, start, language }: StartWish, ofHolder: OfHolder, now: number): Timed {
  const { service, rules, municipalityId } = request;
  return {
    ...freshRow({ service, rules, municipalityId, placeId }, now),
    state: 'held',
    startsAt: start * 60_000,
    endsAt: (start + rules.durationMinutes) * 60_000,
    privacyNoticeVersion: directory.privacyNotice.version,
    language,
    ...ofHolder,
  };
}
