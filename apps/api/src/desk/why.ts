import type { Language, Why } from '@sportello/contract';
import { type CalendarExplanation, explain, localDay, type Minutes } from '@sportello/scheduling';
import { and, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import { alternativesTo, calendarIdsOf } from '../availability/free-starts.ts';
import { questionOf } from '../availability/question.ts';
import { type BookingRequest, placeOf } from '../availability/request.ts';
import { instantWriter } from '../appointments/wire.ts';
import { closedDayReason } from '../directory/closed-days.ts';
import { type Directory, serves } from '../directory/directory.ts';
import type { StaffMember } from '../identity/staff-member.ts';
import { isShownTo } from './booked.ts';
import type { DeskDeps } from './deps.ts';

interface Asked {
  readonly request: BookingRequest;
  readonly start: Minutes;
  readonly staff: StaffMember;
  readonly language: Language;
}

interface Span {
  /** Epoch milliseconds, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Why citizens are offered a start or not, by the function that decides it; with what lies in the way, as far as a reach goes. */
export async function explainToDesk(deps: DeskDeps, { request, start, staff, language }: Asked): Promise<Why> {
  const directory = await deps.directory.current();
  const now = deps.clock.now();
  const { rules } = request;
  const placeId = request.places.length === 1 ? (request.places[0] ?? null) : placeOf(request, null, 'place_id');
  const times = await deps.calendars.read(calendarIdsOf(request));
  const explanation = explain(questionOf({ directory, request, placeId, times, now, except: new Set() }), start);
  const span = { from: (start - rules.bufferBeforeMinutes) * 60_000, to: (start + rules.durationMinutes + rules.bufferAfterMinutes) * 60_000 };
  const inTheWay = await readInTheWay(deps, calendarIdsOf(request), span, staff, now);
  const [nearest] = await alternativesTo(deps.calendars, start, { directory, request, placeId, now });

  return {
    reason: explanation.reason,
    not_for_citizens: whyNotForCitizens(directory, request, start),
    needs: explanation.needs.map((need) => need.map((one) => calendarOnWire(directory, one, inTheWay))),
    closed_day: closedDayReason(directory, { officeId: request.service.officeId, placeId, channel: rules.channel }, localDay(directory.union.timeZone, start), language),
    notice_minutes: rules.noticeMinutes,
    horizon_days: rules.horizonDays,
    next_available_at: nearest?.starts_at ?? null,
  };
}

function whyNotForCitizens(directory: Directory, { service, rules, municipalityId }: BookingRequest, start: Minutes): Why['not_for_citizens'] {
  if (service.state !== 'published') return 'unpublished';
  if (rules.whoMayBook !== 'citizens') return rules.whoMayBook;
  return serves(directory, service, municipalityId, localDay(directory.union.timeZone, start)) ? null : 'unserved';
}

interface InTheWay {
  readonly claims: readonly { readonly calendarId: string; readonly startsAt: number; readonly endsAt: number; readonly heldUntil: number | null; readonly shownId: string | null }[];
  readonly absences: readonly { readonly calendarId: string; readonly startsAt: number; readonly endsAt: number; readonly reason: string | null }[];
}

/** What is claimed and who is away in this time; of what lies beyond the reach, only that it is taken. */
async function readInTheWay({ database: { read, tables } }: DeskDeps, calendarIds: readonly string[], { from, to }: Span, staff: StaffMember, now: number): Promise<InTheWay> {
  const { claims, absences, appointments } = tables;
  const claimed = await read
    .select({ calendarId: claims.calendarId, startsAt: claims.startsAt, endsAt: claims.endsAt, heldUntil: claims.heldUntil, appointmentId: claims.appointmentId })
    .from(claims)
    .where(and(inArray(claims.calendarId, [...calendarIds]), lt(claims.startsAt, to), gt(claims.endsAt, from), or(isNull(claims.heldUntil), gt(claims.heldUntil, now))));
  const away = await read
    .select({ calendarId: absences.calendarId, startsAt: absences.startsAt, endsAt: absences.endsAt, reason: absences.reason })
    .from(absences)
    .where(and(inArray(absences.calendarId, [...calendarIds]), lt(absences.startsAt, to), gt(absences.endsAt, from)));
  const ids = claimed.flatMap(({ appointmentId }) => appointmentId ?? []);
  const shown = await read
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(inArray(appointments.id, ids), isShownTo(tables, staff, now)));
  const shownIds = new Set(shown.map(({ id }) => id));
  const isAuditor = staff.role === 'auditor';
  return {
    claims: claimed.map(({ appointmentId, ...claim }) => ({ ...claim, shownId: appointmentId !== null && shownIds.has(appointmentId) ? appointmentId : null })),
    absences: isAuditor ? away.map((one) => ({ ...one, reason: null })) : away,
  };
}

function calendarOnWire(directory: Directory, { id, reason }: CalendarExplanation, { claims, absences }: InTheWay): Why['needs'][number][number] {
  const write = instantWriter(directory);
  const claim = claims.find(({ calendarId }) => calendarId === id);
  const absence = absences.find(({ calendarId }) => calendarId === id);
  return {
    calendar_id: id,
    calendar_name: directory.calendars.get(id)?.name ?? '',
    reason,
    taken_by: claim ? { appointment_id: claim.shownId, starts_at: write(claim.startsAt), ends_at: write(claim.endsAt), held_until: claim.heldUntil === null ? null : write(claim.heldUntil) } : null,
    absence: absence ? { starts_at: write(absence.startsAt), ends_at: write(absence.endsAt), reason: absence.reason } : null,
  };
}
