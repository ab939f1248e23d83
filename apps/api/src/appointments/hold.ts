import { and, count, eq, gt, ne } from 'drizzle-orm';
import type { Minutes } from '@sportello/scheduling';
import { calendarIdsOf, isOpenToCitizens, judge } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import type { BookingRequest } from '../availability/request.ts';
import { attempt } from '../database/attempt.ts';
import { isClaimConflict, isUniqueViolation, type Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Directory } from '../directory/directory.ts';
import type { Appointment, Timed } from './appointment.ts';
import { assign, claimOf, takeClaims } from './claims.ts';
import type { BookingDeps } from './deps.ts';
import { citizen, recordEvent } from './events.ts';
import { lockAppointmentAndTimes } from './lock.ts';
import { letHoldGo } from './release.ts';

/** How many live holds one address may have, and from how many on it must prove some work. Infinity: no limit. */
export interface HoldLimits {
  readonly captchaFrom: number;
  readonly most: number;
}

export interface HoldWish {
  readonly directory: Directory;
  readonly request: BookingRequest;
  readonly placeId: string | null;
  readonly start: Minutes;
  readonly language: 'it' | 'en';
  /** The visitor's live hold, let go if and only if the new one is won. */
  readonly former: Appointment | null;
  readonly clientDigest: string;
  readonly limits: HoldLimits;
  /** A solved proof of work, good for one hold. */
  readonly captcha: { readonly id: string; readonly expiresAt: number } | null;
  /** Kept in the same write as the hold. */
  readonly remember: (tx: Writer, hold: Timed) => Promise<void>;
}

export type HoldOutcome =
  | { readonly ok: true; readonly hold: Timed }
  | { readonly ok: false; readonly why: 'slot-taken' | 'slot-not-offered' | 'captcha-required' }
  | { readonly ok: false; readonly why: 'too-many-holds'; readonly until: number };

/** Keeps a start for a visitor who types: offered by the same function that shows the free times, or refused. One write. */
export async function holdSlot(deps: BookingDeps, wish: HoldWish): Promise<HoldOutcome> {
  if (!isOpenToCitizens(wish.request)) return { ok: false, why: 'slot-not-offered' };
  try {
    return await attempt(deps.database, (tx) => decide(deps, tx, wish));
  } catch (error) {
    // Only a claim that was not there when we looked: a script, or another program on this database.
    if (isClaimConflict(error)) return { ok: false, why: 'slot-taken' };
    throw error;
  }
}

async function decide(deps: BookingDeps, tx: Writer, wish: HoldWish): Promise<HoldOutcome> {
  const { directory, request, placeId, start, former } = wish;
  const now = deps.clock.now();
  // The calendars of the hold that is let go too, in one go: two who exchange their times must not wait for each other.
  const { times } = former ? await lockAppointmentAndTimes(deps, tx, former.id, calendarIdsOf(request)) : { times: await deps.calendars.lock(tx, calendarIdsOf(request)) };
  const refusal = await tooManyHolds(deps, tx, wish, now);
  if (refusal) return refusal;

  const except = new Set(former ? [former.id] : []);
  const verdict = judge(questionOf({ directory, request, placeId, times, now, except }), start);
  if (verdict.is !== 'offered') return { ok: false, why: verdict.is === 'taken' ? 'slot-taken' : 'slot-not-offered' };

  if (former) await letHoldGo(deps, tx, former, now);
  const hold = newHold(wish, now);
  const calendarIds = assign(verdict.free, start, { directory, times, now });
  await preparedInsert(tx, deps.database.tables.appointments, hold);
  await takeClaims(tx, deps.database.tables, { calendarIds, times, interval: claimOf(hold, hold), appointmentId: hold.id, heldUntil: hold.heldUntil, now });
  await recordEvent(tx, deps.database.tables, hold, { kind: 'held', by: citizen, at: now });
  await wish.remember(tx, hold);
  return { ok: true, hold };
}

async function tooManyHolds({ database }: BookingDeps, tx: Writer, { clientDigest, former, limits, captcha }: HoldWish, now: number): Promise<HoldOutcome | null> {
  if (limits.captchaFrom === Number.POSITIVE_INFINITY) return null;
  const { appointments, usedCaptchas } = database.tables;
  const [live] = await tx
    .select({ holds: count() })
    .from(appointments)
    .where(and(eq(appointments.clientDigest, clientDigest), eq(appointments.state, 'held'), gt(appointments.heldUntil, now), ne(appointments.id, former?.id ?? '')));
  const holds = live?.holds ?? 0;
  if (holds >= limits.most) return { ok: false, why: 'too-many-holds', until: now + 60_000 };
  if (holds < limits.captchaFrom) return null;
  if (!captcha) return { ok: false, why: 'captcha-required' };
  try {
    await tx.insert(usedCaptchas).values(captcha);
    return null;
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, why: 'captcha-required' };
    throw error;
  }
}

function newHold({ directory, request, placeId, start, language, clientDigest }: HoldWish, now: number): Timed {
  const { service, rules, municipalityId } = request;
  return {
    id: newId(),
    code: null,
    state: 'held',
    revision: 0,
    sequence: 0,
    linkGeneration: 0,
    serviceId: service.id,
    serviceChannelId: rules.id,
    officeId: service.officeId,
    channel: rules.channel,
    municipalityId,
    placeId,
    practiceId: null,
    startsAt: start * 60_000,
    endsAt: (start + rules.durationMinutes) * 60_000,
    durationMinutes: rules.durationMinutes,
    bufferBeforeMinutes: rules.bufferBeforeMinutes,
    bufferAfterMinutes: rules.bufferAfterMinutes,
    moveCutoffMinutes: rules.moveCutoffMinutes,
    cancelCutoffMinutes: rules.cancelCutoffMinutes,
    releaseDelayMinutes: rules.releaseDelayMinutes,
    moderated: rules.moderated,
    priceCents: rules.priceCents,
    textsVersion: service.textsVersion,
    privacyNoticeVersion: directory.privacyNotice.version,
    retentionMonths: service.retentionMonths,
    holdReason: 'visitor',
    heldUntil: now + rules.holdMinutes * 60_000,
    extended: false,
    clientDigest,
    bookedBy: null,
    outsideHours: false,
    invitationId: null,
    personKey: null,
    language,
    topic: null,
    details: null,
    homeStreet: null,
    homePostalCode: null,
    homeLocality: null,
    homeNotes: null,
    cancelReason: null,
    arrivedAt: null,
    startedAt: null,
    endedAt: null,
    toCallSince: null,
    outcome: null,
    nextStep: null,
    createdAt: now,
    confirmedAt: null,
    changedAt: now,
    anonymisedAt: null,
  };
}
