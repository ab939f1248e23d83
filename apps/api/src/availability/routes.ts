import { findSlots as findSlotsRoute, type SlotsQuery } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import { invitationById, requireInvitation } from '../appointments/invitations.ts';
import type { CalendarStore } from '../calendars/calendar-store.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { App } from '../http/app.ts';
import { pack, type PackedAnswer, sendPacked } from '../http/packed.ts';
import { invalid } from '../http/problems.ts';
import { daysOf, findSlots, type Period } from './find-slots.ts';
import { type BookingRequest, forInvited, lookUp } from './request.ts';

export const maxPeriodDays = 62;
const keptAnswers = 200;

interface Kept {
  readonly fingerprint: string;
  readonly validUntil: number;
  readonly packed: PackedAnswer;
}

/** GET /slots. An answer is kept until a calendar or the directory changes or time itself makes it untrue. */
export function availabilityRoutes(app: App, deps: { database: Database; directory: DirectoryStore; calendars: CalendarStore; clock: Clock }): void {
  const kept = new Map<string, Kept>();

  async function answerTo(query: SlotsQuery): Promise<Kept> {
    const now = deps.clock.now();
    const directory = await deps.directory.current();
    const fingerprint = `${directory.revision} ${await deps.calendars.fingerprint()}`;
    const key = `${query.service_id} ${query.channel} ${query.municipality_id} ${query.place_id ?? ''} ${query.operator_id ?? ''} ${query.from} ${query.to}`;
    const known = query.invitation ? undefined : kept.get(key);
    if (known?.fingerprint === fingerprint && now < known.validUntil) return known;

    const asked = lookUp(directory, query, (name) => name);
    const request = query.invitation ? await asInvited(asked, query.invitation, now) : asked;
    judgePeriod(query);
    const { json, validUntil } = await findSlots(deps.calendars, directory, request, query, now);
    const answer = { fingerprint, validUntil, packed: pack(json) };
    if (query.invitation) return answer; // an invitation may end at any moment
    kept.delete(key);
    if (kept.size >= keptAnswers) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, answer);
    return answer;
  }

  async function asInvited(asked: BookingRequest, id: string, now: number): Promise<BookingRequest> {
    requireInvitation(await invitationById(deps.database, id), asked, { now, field: 'invitation', mayBeUsed: true });
    return forInvited(asked);
  }

  app.route({
    ...findSlotsRoute,
    handler: async (request, reply: FastifyReply) => sendPacked(request, reply, (await answerTo(request.query)).packed),
  });
}

/** Throws `validation` for a period that is none, or too long for one answer. */
export function judgePeriod({ from, to }: Period): void {
  if (to < from) throw invalid('to', { it: 'L’ultimo giorno viene prima del primo.', en: 'The last day comes before the first.' });
  if (daysOf({ from, to }) > maxPeriodDays) throw invalid('to', { it: `Al massimo ${maxPeriodDays} giorni alla volta.`, en: `At most ${maxPeriodDays} days at a time.` });
}
