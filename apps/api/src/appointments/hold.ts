import { and, count, eq, gt, ne } from 'drizzle-orm';
import { isOpen, judge } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import { isUniqueViolation, type Writer } from '../database/database.ts';
import type { Timed } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { citizen } from './events.ts';
import { keepStart, type KeepOutcome, type StartWish } from './keep-start.ts';

/** How many live holds one address may have, and from how many on it must prove some work. Infinity: no limit. */
export interface HoldLimits {
  readonly captchaFrom: number;
  readonly most: number;
}

export interface HoldWish extends StartWish {
  readonly clientDigest: string;
  /** The invitation that opens the service to this visitor; null: it is open to everybody. */
  readonly invitationId: string | null;
  readonly limits: HoldLimits;
  /** A solved proof of work, good for one hold. */
  readonly captcha: { readonly id: string; readonly expiresAt: number } | null;
  /** Kept in the same write as the hold. */
  readonly remember: (tx: Writer, hold: Timed) => Promise<void>;
}

type Refusal =
  | { readonly ok: false; readonly why: 'captcha-required' }
  | { readonly ok: false; readonly why: 'too-many-holds'; readonly until: number };

export type HoldOutcome = KeepOutcome | Refusal;

/** Keeps a start for a visitor who types: offered by the same function that shows the free times, or refused. One write. */
export async function holdSlot(deps: BookingDeps, wish: HoldWish): Promise<HoldOutcome> {
  const { request, start, clientDigest, invitationId, remember } = wish;
  if (!isOpen(request)) return { ok: false, why: 'slot-not-offered' };
  return keepStart<Refusal>(deps, wish, {
    by: citizen,
    minutes: request.rules.holdMinutes,
    owner: { holdReason: 'visitor', clientDigest, bookedBy: null, invitationId },
    judge: (situation) => ({ ...judge(questionOf(situation), start), outsideHours: false }),
    guard: (tx, now) => tooManyHolds(deps, tx, wish, now),
    remember,
  });
}

async function tooManyHolds({ database }: BookingDeps, tx: Writer, { clientDigest, former, limits, captcha }: HoldWish, now: number): Promise<Refusal | null> {
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
