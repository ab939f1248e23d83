import { showAgenda } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import type { FastifyReply } from 'fastify';
import { type Calendar, type Directory } from '../directory/directory.ts';
import type { App } from '../http/app.ts';
import { pack, sendPacked } from '../http/packed.ts';
import { invalid } from '../http/problems.ts';
import { calendarsOfOffices, calendarsWithin } from '../identity/calendars-within.ts';
import { type StaffMember, staffOf } from '../identity/staff-member.ts';
import { readAgenda } from './agenda.ts';
import { agendaBlockRoutes } from './agenda-block-routes.ts';
import { agendaHoursRoutes } from './agenda-hours-routes.ts';
import { type DeskDeps, noteLook } from './deps.ts';
import { shownTo } from './shown.ts';

const mostDays = 31;
/** Nothing was before. */
const firstDay = '1970-01-02';

/** Days of calendars, their hours, and the time that is kept in them. */
export function agendaRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;

  api.route({
    ...showAgenda,
    handler: async (request, reply: FastifyReply) => {
      const { from, to } = judgeDays(request.query);
      const known = await directory.current();
      const staff = staffOf(request);
      const calendars = calendarsAsked(known, staff, request.query);
      await noteLook(deps, request, { action: 'list', object: { kind: 'agenda', id: request.query.office_id ?? null }, after: { from, to, calendar_ids: calendars.map(({ id }) => id) } });
      const agenda = await readAgenda(database, known, { calendars, from, to, staff, shown: shownTo(request) }, clock.now());
      // By the schema of the answer, as any other; a busy week is long, and much of it the same again and again.
      return sendPacked(request, reply, pack(reply.code(200).serialize(agenda) as string));
    },
  });

  agendaHoursRoutes(api, deps);
  agendaBlockRoutes(api, deps);
}

/** Those within reach that were asked for, by name; what lies beyond is as if it were not there. */
function calendarsAsked(directory: Directory, staff: StaffMember, { calendar_ids: ids, office_id: officeId }: { calendar_ids?: string; office_id?: string }): readonly Calendar[] {
  const wanted = ids === undefined ? null : new Set(ids.split(','));
  const within = calendarsWithin(directory, staff);
  const ofOffice = officeId === undefined ? within : calendarsOfOffices(directory, within, new Set([officeId]));
  return wanted === null ? ofOffice : ofOffice.filter(({ id }) => wanted.has(id));
}

function judgeDays({ from, to }: { from: string; to: string }): { from: string; to: string } {
  if (from < firstDay) throw invalid('from', { it: 'Scegli un giorno dal 1970 in poi.', en: 'Choose a day from 1970 on.' });
  if (to < from) throw invalid('to', { it: 'L’ultimo giorno viene prima del primo.', en: 'The last day comes before the first.' });
  if (from < '9999-01-01' && to > addDays(from, mostDays - 1)) throw invalid('to', { it: `Al massimo ${mostDays} giorni alla volta.`, en: `At most ${mostDays} days at a time.` });
  return { from, to };
}
