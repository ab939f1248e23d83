import type { AttendanceState } from '@sportello/contract';
import { dayOfWeek } from '@sportello/scheduling';
import { markAttendance } from '../../appointments/attend.ts';
import { type Appointment, isTimed, type Timed } from '../../appointments/appointment.ts';
import { requestOf } from '../../appointments/booked-request.ts';
import { cancelForDesk } from '../../appointments/cancel-for-desk.ts';
import { cancelAppointment } from '../../appointments/cancel.ts';
import { confirmForDesk } from '../../appointments/confirm-for-desk.ts';
import { confirmHold } from '../../appointments/confirm.ts';
import type { BookingDeps } from '../../appointments/deps.ts';
import { type Official, holdForDesk } from '../../appointments/hold-for-desk.ts';
import { holdSlot } from '../../appointments/hold.ts';
import { approveRequest, refuseRequest } from '../../appointments/moderate.ts';
import { moveForDesk } from '../../appointments/move-for-desk.ts';
import { moveAppointment } from '../../appointments/move.ts';
import { readAppointment } from '../../appointments/read-appointment.ts';
import { createWalkIn } from '../../appointments/walk-in.ts';
import { newId } from '../../database/id.ts';
import { dayOf } from '../../directory/directory.ts';
import type { Chance } from './chance.ts';
import { type Found, forDeskSoon, mattersOf, someRequest, someStart } from './matters.ts';
import type { ToDo } from './to-do.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const nothing = async () => undefined;
const noLimits = { captchaFrom: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };

export interface DeskLife {
  /** Somebody books, by themselves or through the desk, or comes without an appointment; what becomes of it is planned. false: nothing was free. */
  book(): Promise<boolean>;
}

interface Parts {
  readonly deps: BookingDeps;
  readonly chance: Chance;
  readonly list: ToDo;
  readonly by: Official;
}

/** How often things happen; made up, and near to what small offices tell. */
const often = { walkIn: 0.06, byDesk: 0.28, abandoned: 0.05, refused: 0.08, moved: 0.08, movedByDesk: 0.03, cancelled: 0.11, cancelledByDesk: 0.03, missed: 0.07, unrecorded: 0.06, mistaken: 0.02, rated: 0.25 };

/** The people and the desk: everything goes by the verbs that do it in life, at the time of the list. */
export function deskLife({ deps, chance, list, by }: Parts): DeskLife {
  const { database, clock } = deps;
  const read = (id: string) => readAppointment(database.read, database.tables, id);
  let visitors = 0;

  async function book(): Promise<boolean> {
    if (chance.isTrue(often.walkIn) && (await isWorkingDay())) return walkIn();
    const isDesk = chance.isTrue(often.byDesk);
    for (let tries = 0; tries < 6; tries += 1) {
      const found = await findSomething(isDesk);
      const booked = found && (isDesk ? await bookForSomebody(found) : await bookAlone(found));
      if (booked) return true;
    }
    return false;
  }

  async function isWorkingDay(): Promise<boolean> {
    return dayOfWeek(dayOf(await deps.directory.current(), clock.now())) <= 5;
  }

  async function findSomething(isDesk: boolean): Promise<Found | null> {
    const directory = await deps.directory.current();
    const now = clock.now();
    const matter = chance.pick(mattersOf(directory));
    const some = someRequest(directory, matter, chance, { now, isDesk });
    return some && someStart(deps, { directory, ...some }, chance, { wish: now + chance.around(4) * day });
  }

  async function bookAlone(found: Found): Promise<boolean> {
    const held = await holdSlot(deps, { ...found, language: 'it', former: null, clientDigest: 'simulation', invitationId: null, limits: noLimits, captcha: null, remember: nothing });
    if (!held.ok) return false;
    if (chance.isTrue(often.abandoned)) return false; // they close the page; the hold ends by itself
    const rules = found.request.rules;
    const outcome = await confirmHold(deps, { hold: held.hold, application: applicationOf(found), rules, timeZone: found.directory.union.timeZone, remember: nothing });
    if (outcome.ok) decideLater(outcome.appointment);
    return outcome.ok;
  }

  async function bookForSomebody(found: Found): Promise<boolean> {
    const held = await holdForDesk(deps, { ...found, language: 'it', former: null, by, calendarId: null, mayBeOutside: false });
    if (!held.ok) return false;
    const { person, ...application } = applicationOf(found);
    const outcome = await confirmForDesk(deps, { hold: held.hold, somebody: { isKnown: false, said: person }, application, note: null, rules: found.request.rules, by });
    if (outcome.ok && isTimed(outcome.appointment)) planFate(outcome.appointment);
    return outcome.ok;
  }

  function applicationOf({ directory, request }: Found) {
    visitors += 1;
    const { rules } = request;
    const person = { givenName: `Persona ${visitors}`, familyName: 'Simulata', email: `persona.${visitors}@example.org`, phone: rules.channel === 'phone' || rules.channel === 'home' ? '+390141000000' : null, taxCode: null };
    const home = rules.channel === 'home' ? { homeStreet: 'Via Simulata 1', homePostalCode: directory.municipalities.get(request.municipalityId)?.postalCode ?? '', homeLocality: 'Simulata', homeNotes: null } : null;
    return { person, onBehalfOf: null, home, topic: null, details: null, answers: [], papers: [], language: 'it' as const, privacyNoticeVersion: directory.privacyNotice.version };
  }

  async function walkIn(): Promise<boolean> {
    const directory = await deps.directory.current();
    const desks = mattersOf(directory).filter(({ rules }) => rules.channel === 'desk');
    if (desks.length === 0) return false;
    const matter = chance.pick(desks);
    const some = someRequest(directory, matter, chance, { now: clock.now(), isDesk: true });
    if (!some) return false;
    const { service, rules } = matter;
    const id = await createWalkIn(deps, { service, rules, municipalityId: some.request.municipalityId, placeId: some.placeId, name: 'Persona simulata', staffId: by.staffId, by });
    if (chance.isTrue(0.05)) list.plan(clock.now() + 20 * minute, () => cancelAtDesk(id));
    else receive(id, { arrivesAt: null, startsAt: clock.now() + (2 + chance.around(12)) * minute, minutes: rules.durationMinutes });
    return true;
  }

  /** A request waits for an answer, which comes before its time. */
  function decideLater(appointment: Timed): void {
    if (appointment.state !== 'pending') return planFate(appointment);
    const now = clock.now();
    const at = Math.min(now + (1 + chance.below(20)) * hour, appointment.startsAt - 30 * minute);
    list.plan(at, async () => {
      const seen = { id: appointment.id, by, revision: null };
      const outcome = chance.isTrue(often.refused) ? await refuseRequest(deps, seen) : await approveRequest(deps, seen);
      if (outcome.ok && outcome.appointment.state === 'confirmed') planFate(outcome.appointment);
    });
  }

  /** What becomes of an appointment that stands. */
  function planFate(appointment: Timed, mayMove = true): void {
    const fate = chance.next();
    const { id, startsAt } = appointment;
    const early = clock.now() + chance.next() * Math.max(0, startsAt - clock.now() - 10 * minute);
    const { moved, movedByDesk, cancelled, cancelledByDesk } = often;
    let border = mayMove ? moved : 0;
    if (fate < border) return list.plan(early, () => moveElsewhere(id, 'citizen'));
    if (fate < (border += mayMove ? movedByDesk : 0)) return list.plan(early, () => moveElsewhere(id, 'desk'));
    if (fate < (border += cancelled)) return list.plan(early, () => cancelAlone(id));
    if (fate < border + cancelledByDesk) return list.plan(chance.isTrue(0.2) ? startsAt + 5 * minute : early, () => cancelAtDesk(id));
    planMeeting(appointment);
  }

  function planMeeting({ id, startsAt, endsAt, durationMinutes }: Timed): void {
    if (chance.isTrue(often.missed)) {
      list.plan(endsAt, () => mark(id, 'missed'));
      if (!chance.isTrue(often.mistaken)) return;
      // Somebody was looking in the wrong room.
      list.plan(endsAt + 2 * minute, () => mark(id, 'confirmed'));
      return receive(id, { arrivesAt: endsAt + 3 * minute, startsAt: endsAt + 5 * minute, minutes: durationMinutes });
    }
    const arrivesAt = startsAt + (chance.below(26) - 18) * minute;
    const begins = Math.max(startsAt, arrivesAt) + Math.max(0, chance.around(5) - 1) * minute;
    receive(id, { arrivesAt: chance.isTrue(often.unrecorded) ? null : arrivesAt, startsAt: begins, minutes: durationMinutes });
  }

  interface Reception {
    readonly arrivesAt: number | null;
    readonly startsAt: number;
    /** As planned; it takes more or less. */
    readonly minutes: number;
  }

  function receive(id: string, { arrivesAt, startsAt, minutes }: Reception): void {
    if (arrivesAt !== null) list.plan(arrivesAt, () => mark(id, 'arrived'));
    // Each step after the one before, also where they fall into the same minute.
    const begins = Math.max(startsAt, (arrivesAt ?? startsAt) + minute);
    const ends = begins + Math.max(minute, minutes * (0.5 + chance.next() * 0.8) * minute);
    list.plan(begins, () => mark(id, 'in_progress'));
    list.plan(ends, () => mark(id, 'served'));
    if (chance.isTrue(often.mistaken)) {
      list.plan(ends + 2 * minute, () => mark(id, 'in_progress'));
      list.plan(ends + 6 * minute, () => mark(id, 'served'));
    }
    if (chance.isTrue(often.rated)) list.plan(ends + chance.around(8) * hour, () => rate(id));
  }

  async function mark(id: string, state: AttendanceState): Promise<void> {
    const appointment = await read(id);
    if (!appointment) return;
    await markAttendance(deps, { appointment, directory: await deps.directory.current(), state, revision: appointment.revision, calendarId: null, by });
  }

  async function moveElsewhere(id: string, who: 'citizen' | 'desk'): Promise<void> {
    const appointment = await read(id);
    if (!appointment || !isTimed(appointment)) return;
    const directory = await deps.directory.current();
    const placed = requestOf(directory, appointment);
    const asked = { directory, ...placed, request: who === 'desk' ? forDeskSoon(placed.request) : placed.request };
    const found = await someStart(deps, asked, chance, { wish: clock.now() + chance.around(6) * day, except: id });
    const moved = found && (who === 'desk' ? await moveForDesk(deps, { ...found, id, revision: appointment.revision, calendarId: null, mayBeOutside: false, tell: true, by }) : await moveAppointment(deps, { ...found, appointment, remember: nothing }));
    const present = moved?.ok ? moved.appointment : appointment;
    if (present.state === 'pending') decideLater(present);
    else planFate(present, false);
  }

  async function cancelAlone(id: string): Promise<void> {
    const appointment = await read(id);
    if (!appointment || !isTimed(appointment)) return;
    const outcome = await cancelAppointment(deps, { appointment, reason: null, remember: nothing });
    if (!outcome.ok) planMeeting(appointment); // too late: they come, or they do not
  }

  async function cancelAtDesk(id: string): Promise<void> {
    const appointment = await read(id);
    if (appointment) await cancelForDesk(deps, { id, revision: appointment.revision, reason: null, tell: true, by });
  }

  async function rate(id: string): Promise<void> {
    const appointment: Appointment | null = await read(id);
    if (appointment?.state !== 'served') return;
    const stars = Math.min(5, 2 + chance.below(4));
    const rating = { id: newId(), subject: 'service' as const, path: null, serviceId: appointment.serviceId, stars, answer: null, comment: '', createdAt: clock.now() };
    await database.write(async (tx) => void (await tx.insert(database.tables.ratings).values(rating)));
  }

  return { book };
}
