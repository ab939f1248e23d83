import { extendHold as extendRoute, type Hold, holdSlot as holdRoute, releaseHold as releaseRoute } from '@sportello/contract';
import { parseMinute } from '@sportello/scheduling';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { alternativesTo } from '../availability/free-starts.ts';
import { type BookingRequest, forInvited, lookUp, placeOf } from '../availability/request.ts';
import type { Directory } from '../directory/directory.ts';
import type { App } from '../http/app.ts';
import type { Captcha } from '../http/captcha.ts';
import { clientOf } from '../http/client-address.ts';
import type { Idempotency, KeptAnswer, Remember } from '../http/idempotency.ts';
import { languageOf } from '../http/language.ts';
import { problem, type ProblemError } from '../http/problems.ts';
import type { Appointment, Timed } from './appointment.ts';
import { othersNearTo } from './booked-request.ts';
import type { BookingDeps } from './deps.ts';
import { extendHold } from './extend.ts';
import type { Finder } from './find.ts';
import { type HoldLimits, type HoldOutcome, holdSlot, type HoldWish } from './hold.ts';
import { type Invitation, invitationOf, requireInvitation } from './invitations.ts';
import { releaseHold } from './release.ts';
import { holdOnWire } from './wire.ts';

export interface HoldRouteDeps extends BookingDeps {
  readonly find: Finder;
  readonly idempotency: Idempotency;
  readonly captcha: Captcha;
  readonly holdLimits: HoldLimits;
}

/** POST, PATCH and DELETE of holds. */
export function holdRoutes(app: App, deps: HoldRouteDeps): void {
  const tokenOf = (hold: Pick<Appointment, 'id' | 'linkGeneration'>) => deps.secrets.token('hold', hold);

  app.route({
    ...holdRoute,
    handler: async (request, reply) => {
      const { replayed, ...kept } = await deps.idempotency.once(request, (remember) => newHold(deps, request, request.body, remember));
      if (replayed) reply.header('idempotency-replayed', 'true');
      // What is kept is a hold without its token; a hold's tokens are of its first generation.
      const hold = kept.answer as Omit<Hold, 'token'>;
      return reply.code(201).send({ ...hold, token: tokenOf({ id: hold.id, linkGeneration: 0 }) });
    },
  });

  app.route({
    ...extendRoute,
    handler: async (request) => {
      const hold = await deps.find.hold(request, request.params.id);
      const outcome = await extendHold(deps, hold);
      const directory = await deps.directory.current();
      if (outcome.ok) return { ...holdOnWire(directory, outcome.hold), token: tokenOf(outcome.hold) };
      throw problem(outcome.why, outcome.why === 'hold-expired' ? { alternatives: await othersNearTo(deps, directory, hold) } : {});
    },
  });

  app.route({
    ...releaseRoute,
    handler: async (request, reply: FastifyReply) => {
      const outcome = await releaseHold(deps, await deps.find.hold(request, request.params.id));
      if (!outcome.ok) throw problem(outcome.why);
      return reply.code(204).send();
    },
  });
}

type HoldBody = Parameters<typeof lookUp>[1] & { readonly starts_at: string; readonly captcha?: string | null; readonly invitation?: string | null };

async function newHold(deps: HoldRouteDeps, request: FastifyRequest, body: HoldBody, remember: Remember): Promise<KeptAnswer> {
  const directory = await deps.directory.current();
  const asked = lookUp(directory, body, (name) => `/${name}`);
  const invitation = body.invitation ? await openInvitation(deps, asked, body.invitation) : null;
  const wanted = invitation ? forInvited(asked) : asked;
  const wish: HoldWish = {
    directory,
    request: wanted,
    placeId: placeOf(wanted, body.place_id, '/place_id'),
    start: parseMinute(body.starts_at.toUpperCase()) ?? 0, // the format whole-minute was checked at the door
    language: languageOf(request),
    former: await deps.find.formerHold(request),
    clientDigest: deps.secrets.digest('client', clientOf(request.ip)),
    invitationId: invitation?.id ?? null,
    limits: deps.holdLimits,
    captcha: await solvedCaptcha(deps.captcha, body.captcha ?? null),
    remember: (tx, hold) => remember(tx, keptHold(directory, hold)),
  };
  const outcome = await holdSlot(deps, wish);
  if (!outcome.ok) throw await refusal(deps, wish, outcome);
  return keptHold(directory, outcome.hold);
}

async function openInvitation(deps: HoldRouteDeps, asked: BookingRequest, token: string): Promise<Invitation> {
  const found = await invitationOf(deps.database, deps.secrets, token);
  return requireInvitation(found, asked, { now: deps.clock.now(), field: '/invitation', mayBeUsed: false });
}

function keptHold(directory: Directory, hold: Timed): KeptAnswer {
  return { status: 201, answer: holdOnWire(directory, hold), appointmentId: hold.id };
}

async function solvedCaptcha(captcha: Captcha, solution: string | null): Promise<HoldWish['captcha']> {
  const verdict = solution === null ? null : await captcha.verify(solution);
  return verdict?.ok ? { id: verdict.id, expiresAt: verdict.expiresAt } : null;
}

async function refusal(deps: HoldRouteDeps, wish: HoldWish, outcome: Extract<HoldOutcome, { ok: false }>): Promise<ProblemError> {
  const now = deps.clock.now();
  switch (outcome.why) {
    case 'captcha-required':
      return problem('captcha-required', { challenge: await deps.captcha.challenge() });
    case 'too-many-holds':
      return problem('too-many-requests', { retryAfterSeconds: (outcome.until - now) / 1000 });
    default:
      return problem(outcome.why, { alternatives: await alternativesTo(deps.calendars, wish.start, { ...wish, now }) });
  }
}
