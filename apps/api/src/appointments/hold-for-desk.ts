import { and, eq, gt, isNull } from 'drizzle-orm';
import { judgeForDesk } from '../availability/desk-verdict.ts';
import { isOpen } from '../availability/free-starts.ts';
import type { Actor } from '../audit/record.ts';
import { isTimed, type Timed } from './appointment.ts';
import type { BookingDeps } from './deps.ts';
import { keepStart, type KeepOutcome, type StartWish } from './keep-start.ts';
import { appointmentQueries } from './queries.ts';

/** Whoever of the staff does something. */
export type Official = Actor & { readonly kind: 'staff' };

export interface DeskHoldWish extends StartWish {
  readonly by: Official;
  /** Whose time it must be; null: whoever is free. The request is narrowed to it already. */
  readonly calendarId: string | null;
  readonly mayBeOutside: boolean;
}

/** Long enough to ask somebody on the phone for everything. */
const deskHoldMinutes = 15;

export type DeskHoldOutcome =
  /** `calendarIds`: whose time it takes, in order. */
  | { readonly ok: true; readonly hold: Timed; readonly calendarIds: readonly string[] }
  | Extract<KeepOutcome, { ok: false }>;

/** Keeps a start while somebody is on the phone: without notice, horizon and limits, and never over what is taken. One write. */
export async function holdForDesk(deps: BookingDeps, wish: DeskHoldWish): Promise<DeskHoldOutcome> {
  const { request, start, by, mayBeOutside } = wish;
  if (!isOpen(request)) return { ok: false, why: 'slot-not-offered' };
  const outcome = await keepStart<never>(deps, wish, {
    by,
    minutes: deskHoldMinutes,
    owner: { holdReason: 'desk', clientDigest: null, bookedBy: by.staffId, invitationId: null },
    judge: (situation) => judgeForDesk(situation, start, { mayBeOutside }),
    guard: () => Promise.resolve(null),
    remember: () => Promise.resolve(),
  });
  if (outcome.ok) return withCalendars(deps, outcome.hold);
  const own = outcome.why === 'slot-taken' ? await sameHoldOf(deps, wish) : null;
  if (!own) return outcome;
  const held = await withCalendars(deps, own);
  return wish.calendarId === null || held.calendarIds.includes(wish.calendarId) ? held : outcome;
}

async function withCalendars({ database: { read, tables } }: BookingDeps, hold: Timed) {
  return { ok: true as const, hold, calendarIds: await appointmentQueries(tables).claimedCalendars(read, hold.id) };
}

/** Who took the time may be oneself, by the same request whose answer was lost: then that hold is the answer. */
async function sameHoldOf({ database, clock }: BookingDeps, { request, placeId, start, by }: DeskHoldWish): Promise<Timed | null> {
  const { read, tables } = database;
  const { appointments } = tables;
  const isOwn = and(eq(appointments.state, 'held'), eq(appointments.bookedBy, by.staffId), gt(appointments.heldUntil, clock.now()));
  const isSame = and(
    eq(appointments.startsAt, start * 60_000),
    eq(appointments.serviceChannelId, request.rules.id),
    eq(appointments.municipalityId, request.municipalityId),
    placeId === null ? isNull(appointments.placeId) : eq(appointments.placeId, placeId),
  );
  const [found] = await read.select().from(appointments).where(and(isOwn, isSame)).limit(1);
  return found && isTimed(found) ? found : null;
}
