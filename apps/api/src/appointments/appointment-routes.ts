import {
  acceptProposal as acceptRoute,
  type Alternative,
  cancelAppointment as cancelRoute,
  type ChangedAppointment,
  confirmHold as confirmRoute,
  emailKey,
  type Language,
  moveAppointment as moveRoute,
  parseAppointmentCode,
  requestAccessLink as accessLinkRoute,
  showAppointment as showRoute,
} from '@sportello/contract';
import { parseMinute } from '@sportello/scheduling';
import type { Writer } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { Directory } from '../directory/directory.ts';
import { filesOf } from '../files/files.ts';
import type { App } from '../http/app.ts';
import type { KeptAnswer, Remember } from '../http/idempotency.ts';
import { languageOf } from '../http/language.ts';
import { problem, type ProblemError } from '../http/problems.ts';
import type { Appointment, Timed } from './appointment.ts';
import { acceptProposal } from './accept.ts';
import { othersNear, othersNearTo, requestOf } from './booked-request.ts';
import { cancelAppointment } from './cancel.ts';
import { storedCode } from './codes.ts';
import { confirmHold } from './confirm.ts';
import { delayFor } from './delays.ts';
import type { HoldRouteDeps } from './hold-routes.ts';
import { moveAppointment, type MoveOutcome } from './move.ts';
import { readApplication } from './person.ts';
import { appointmentQueries } from './queries.ts';
import { openProposal } from './proposals.ts';
import { appointmentOnWire, instantWriter, personOnWire, proposalOnWire } from './wire.ts';

/** Confirm, see, move and cancel an appointment, and ask for a lost link. */
export function appointmentRoutes(app: App, deps: HoldRouteDeps): void {
  const { database, find, idempotency, secrets, clock } = deps;
  const queries = appointmentQueries(database.tables);

  /** The other time that waits for the citizen's answer. */
  async function proposalShown(directory: Directory, { id, state }: Appointment, language: Language) {
    const proposal = state === 'pending' ? await openProposal(database.read, database.tables, id, clock.now()) : null;
    return proposal && proposalOnWire(directory, proposal, language);
  }

  app.route({
    ...confirmRoute,
    handler: async (request, reply) => {
      const hold = await find.hold(request, request.body.hold_id);
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const directory = await deps.directory.current();
        const { request: wanted } = requestOf(directory, hold);
        const municipality = directory.municipalities.get(hold.municipalityId);
        if (!municipality) throw problem('slot-not-offered', { alternatives: [] });
        const application = readApplication(request.body, wanted.rules, municipality, directory.privacyNotice.version, await filesOf(database.read, database.tables, hold.id));
        const kept = keeper(directory, request, clock.now(), 201);
        const outcome = await confirmHold(deps, { hold, application, rules: wanted.rules, timeZone: directory.union.timeZone, remember: kept.remember(remember) });
        if (outcome.ok) return kept.answer(outcome.appointment);
        if (outcome.why !== 'hold-expired') throw problem(outcome.why);
        throw problem('hold-expired', { alternatives: await othersNearTo(deps, directory, hold) });
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      // Kept is an appointment without its token, made by this very route.
      return reply.code(201).send({ ...(answer as ChangedAppointment), manage_token: secrets.token('manage', hold) });
    },
  });

  app.route({
    ...showRoute,
    handler: async (request) => {
      const appointment = await find.appointment(request, request.params.code);
      const directory = await deps.directory.current();
      const person = personOnWire(await queries.requester(database.read, appointment.id));
      const written = appointmentOnWire(directory, asTimed(appointment), languageOf(request), clock.now());
      return { ...written, proposal: await proposalShown(directory, appointment, languageOf(request)), delay_minutes: await delayFor(database, directory, appointment, clock.now()), invitation_id: appointment.invitationId, outcome: appointment.outcome, next_step: appointment.nextStep, person };
    },
  });

  app.route({
    ...moveRoute,
    handler: async (request, reply) => {
      const appointment = await find.appointment(request, request.params.code);
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const directory = await deps.directory.current();
        const { request: wanted, placeId } = requestOf(directory, appointment, request.body.place_id ?? null);
        const start = parseMinute(request.body.starts_at.toUpperCase()) ?? 0; // the format whole-minute was checked at the door
        const kept = keeper(directory, request, clock.now(), 200);
        const outcome = await moveAppointment(deps, { appointment, directory, request: wanted, placeId, start, remember: kept.remember(remember) });
        if (outcome.ok) return kept.answer(outcome.appointment);
        throw await moveRefusal(outcome, directory, () => othersNear(deps, directory, { request: wanted, placeId }, start, appointment.id));
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(200).send(answer as ChangedAppointment); // made by this very route
    },
  });

  app.route({
    ...acceptRoute,
    handler: async (request, reply) => {
      const appointment = await find.appointment(request, request.params.code);
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const kept = keeper(await deps.directory.current(), request, clock.now(), 200);
        const startsAt = (parseMinute(request.body.starts_at.toUpperCase()) ?? 0) * 60_000; // the format whole-minute was checked at the door
        const outcome = await acceptProposal(deps, { id: appointment.id, startsAt, remember: kept.remember(remember) });
        if (outcome.ok) return kept.answer(outcome.appointment);
        throw problem('state-conflict', { state: outcome.state });
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(200).send(answer as ChangedAppointment); // made by this very route
    },
  });

  app.route({
    ...cancelRoute,
    handler: async (request, reply) => {
      const appointment = await find.appointment(request, request.params.code);
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const directory = await deps.directory.current();
        const kept = keeper(directory, request, clock.now(), 200);
        const reason = request.body.reason?.trim() || null;
        const outcome = await cancelAppointment(deps, { appointment, reason, remember: kept.remember(remember) });
        if (outcome.ok) return kept.answer(outcome.appointment);
        if (outcome.why === 'too-late') throw problem('too-late', { until: instantWriter(directory)(outcome.until) });
        throw problem('state-conflict', { state: outcome.state });
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(200).send(answer as ChangedAppointment); // made by this very route
    },
  });

  app.route({
    ...accessLinkRoute,
    handler: async (request, reply) => {
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const detail = linkDetail[languageOf(request)];
        const kept: KeptAnswer = { status: 202, answer: { detail }, appointmentId: null };
        const code = storedCode(parseAppointmentCode(request.params.code) ?? '');
        const row = { id: newId(), code, emailDigest: secrets.digest('email', emailKey(request.body.email)), requestedAt: clock.now() };
        // Whether they belong together is looked at later, by the worker: here right and wrong take the same time.
        await database.write(async (tx) => {
          await tx.insert(database.tables.linkRequests).values(row);
          await remember(tx, kept);
        });
        return kept;
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(202).send(answer as { detail: string }); // made by this very route
    },
  });
}

const linkDetail = {
  it: 'Se codice ed e-mail corrispondono, il link arriva per e-mail tra poco.',
  en: 'If code and e-mail belong together, the link arrives by e-mail shortly.',
} as const;

/** Keeps and answers an appointment as this request will see it. */
function keeper(directory: Directory, request: Parameters<typeof languageOf>[0], now: number, status: number) {
  const answer = (appointment: Timed): KeptAnswer => ({
    status,
    answer: appointmentOnWire(directory, appointment, languageOf(request), now),
    appointmentId: appointment.id,
  });
  return { answer, remember: (remember: Remember) => (tx: Writer, appointment: Timed) => remember(tx, answer(appointment)) };
}

async function moveRefusal(outcome: Extract<MoveOutcome, { ok: false }>, directory: Directory, others: () => Promise<Alternative[]>): Promise<ProblemError> {
  switch (outcome.why) {
    case 'state-conflict':
      return problem('state-conflict', { state: outcome.state });
    case 'too-late':
      return problem('too-late', { until: instantWriter(directory)(outcome.until) });
    case 'limit-reached':
      return problem('limit-reached');
    default:
      return problem(outcome.why, { alternatives: await others() });
  }
}

/** Walk-ins in a queue have no time yet; they are not reached by a citizen's link before they get one. */
function asTimed(appointment: Appointment): Timed {
  const startsAt = appointment.startsAt ?? appointment.createdAt;
  return { ...appointment, startsAt, endsAt: appointment.endsAt ?? startsAt };
}
