import { countMisfits, keepMisfit as keepRoute, type Language, listMisfits, type MisfitList, unkeepMisfit as unkeepRoute } from '@sportello/contract';
import { inArray } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { instantWriter } from '../../appointments/wire.ts';
import { calendarsOfTouched, previewTouched } from '../../calendars/preview-touched.ts';
import type { Standing } from '../../calendars/touched.ts';
import type { Closure, Directory } from '../../directory/directory.ts';
import { inLanguage, inLanguageOrNull } from '../../directory/in-language.ts';
import type { App } from '../../http/app.ts';
import { languageOf } from '../../http/language.ts';
import { problem } from '../../http/problems.ts';
import { calendarsWithin } from '../../identity/calendars-within.ts';
import { actorOf, staffOf } from '../../identity/staff-member.ts';
import { bookedOf } from '../booked.ts';
import { type DeskDeps, noteLook } from '../deps.ts';
import { changedMeanwhile, findBooked, presentItem } from '../present.ts';
import { shownTo } from '../shown.ts';
import { touchedOnWire } from '../touched-on-wire.ts';
import { itemOnWire } from '../wire.ts';
import { keepMisfit, unkeepMisfit } from './keep-misfit.ts';
import { readMisfits, type Unfit } from './read-misfits.ts';
import { lastMisfits, scanMisfits } from './scan.ts';
import { leftSince } from './settled-under.ts';

const mostListed = 100;
const mostKept = 500;

/** Appointments that do not fit any more, and the decision that one takes place all the same; moving and cancelling are in change-routes.ts. */
export function misfitRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory, calendars } = deps;
  const lastFound = lastMisfits(deps);

  api.route({
    ...listMisfits,
    handler: async (request) => {
      const known = await directory.current();
      const closure = closureOf(known, request.query.closure_id);
      await noteLook(deps, request, { action: 'list', object: { kind: 'agenda', id: null }, after: { kind: 'misfits', ...(closure && { closure_id: closure.id }) } });
      const found = await readMisfits(database, await scanMisfits(database, known, clock.now()), { directory: known, staff: staffOf(request), closure, now: clock.now() });
      const open = found.filter(({ kept }) => kept === null);
      return {
        items: await openOnWire(request, known, open.slice(0, mostListed)),
        open_count: open.length,
        kept: await keptOnWire(request, known, found.filter(({ kept }) => kept !== null).slice(0, mostKept)),
        closure: closure && (await closureOnWire(request, known, closure, found)),
      };
    },
  });

  api.route({
    ...countMisfits,
    handler: async (request) => {
      const known = await directory.current();
      const closure = closureOf(known, request.query.closure_id);
      const found = await readMisfits(database, await lastFound(known), { directory: known, staff: staffOf(request), closure, now: clock.now() });
      return { count: found.filter(({ kept }) => kept === null).length, done_count: closure && (await countDone(request, known, closure, found)) };
    },
  });

  api.route({
    ...keepRoute,
    handler: async (request) => {
      const { appointment } = await findBooked(deps, request, request.params.appointment_id);
      const outcome = await keepMisfit(deps, { id: appointment.id, revision: request.body.revision, by: actorOf(staffOf(request)) });
      if (outcome.ok) return presentItem(deps, request, appointment.id);
      throw outcome.why === 'state-conflict' ? problem('state-conflict', { state: outcome.state }) : await changedMeanwhile(deps, request, appointment.id);
    },
  });

  api.route({
    ...unkeepRoute,
    handler: async (request, reply) => {
      const { appointment } = await findBooked(deps, request, request.params.appointment_id);
      await unkeepMisfit(deps, { id: appointment.id, by: actorOf(staffOf(request)) });
      return reply.code(204).send(null);
    },
  });

  async function openOnWire(request: FastifyRequest, known: Directory, open: readonly Unfit[]): Promise<MisfitList['items']> {
    const reached = new Set(calendarsWithin(known, staffOf(request)).map(({ id }) => id));
    const standing: Standing[] = open.map(({ appointment, calendarIds }) => ({ appointment, calendarId: calendarIds[0] ?? '' }));
    const scene = { directory: known, times: await calendars.read(calendarsOfTouched(known, standing)), now: clock.now() };
    const touched = await touchedOnWire(deps, request, known, previewTouched(scene, standing, (id) => reached.has(id)));
    const whys = new Map(open.map(({ appointment, why }) => [appointment.id, why]));
    return touched.flatMap((one) => {
      const why = whys.get(one.appointment.id);
      return why ? [{ ...one, why }] : [];
    });
  }

  async function keptOnWire(request: FastifyRequest, known: Directory, found: readonly Unfit[]): Promise<MisfitList['kept']> {
    const booked = new Map((await bookedOf(database, database.read, found.map(({ appointment }) => appointment), clock.now())).map((one) => [one.appointment.id, one]));
    const names = await staffNames(found.flatMap(({ kept }) => kept?.staffId ?? []));
    const write = instantWriter(known);
    return found.flatMap(({ appointment, why, kept }) => {
      const one = booked.get(appointment.id);
      return one && kept ? [{ appointment: itemOnWire(known, one, shownTo(request)), why, staff_name: names.get(kept.staffId) ?? null, at: write(kept.at) }] : [];
    });
  }

  async function staffNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { staff } = database.tables;
    const rows = ids.length === 0 ? [] : await database.read.select().from(staff).where(inArray(staff.id, [...ids]));
    return new Map(rows.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  }

  /** Settled is what left it, and what takes place all the same; what came back under it is open again. */
  async function countDone(request: FastifyRequest, known: Directory, closure: Closure, found: readonly Unfit[]): Promise<number> {
    const left = await leftSince(database, known, closure, staffOf(request));
    const still = new Set(found.map(({ appointment }) => appointment.id));
    return [...left].filter((id) => !still.has(id)).length + found.filter(({ kept }) => kept !== null).length;
  }

  async function closureOnWire(request: FastifyRequest, known: Directory, closure: Closure, found: readonly Unfit[]): Promise<NonNullable<MisfitList['closure']>> {
    const language = languageOf(request);
    const { id, firstDay: first_day, lastDay: last_day } = closure;
    return { id, name: nameOf(known, closure, language), first_day, last_day, reason: inLanguageOrNull(closure.reason, language), done_count: await countDone(request, known, closure, found) };
  }
}

function closureOf({ closures }: Directory, id: string | undefined): Closure | null {
  if (id === undefined) return null;
  const closure = closures.find((one) => one.id === id);
  if (!closure) throw problem('not-found');
  return closure;
}

/** Who is closed. */
function nameOf({ union, municipalities, offices, places }: Directory, { scope, scopeId }: Closure, language: Language): string {
  const id = scopeId ?? '';
  const localized = scope === 'office' ? offices.get(id)?.name : scope === 'place' ? places.get(id)?.name : undefined;
  if (localized) return inLanguage(localized, language);
  return scope === 'municipality' ? (municipalities.get(id)?.name ?? union.name) : union.name;
}
