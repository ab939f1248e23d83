import { exportCalendar } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { problem } from '../http/problems.ts';
import { calendarDownload } from '../notifications/calendar-file.ts';
import { contextOf } from '../notifications/context-of.ts';
import { isTimed } from './appointment.ts';
import type { HoldRouteDeps } from './hold-routes.ts';
import { manageLink } from './links.ts';
import { appointmentQueries } from './queries.ts';

type CalendarDeps = HoldRouteDeps & { readonly baseUrl: string; readonly mailFrom: () => Promise<string> };

/** GET /appointments/{code}/calendar.ics: the appointment for the person's own calendar. */
export function calendarRoutes(app: App, deps: CalendarDeps): void {
  const queries = appointmentQueries(deps.database.tables);

  app.route({
    ...exportCalendar,
    handler: async (request, reply: FastifyReply) => {
      const appointment = await deps.find.appointment(request, request.params.code);
      const { code } = appointment;
      if (!isTimed(appointment) || code === null) throw problem('not-found');
      const directory = await deps.directory.current();
      const person = (await queries.requester(deps.database.read, appointment.id)) ?? { givenName: null, familyName: null, phone: null };
      const now = deps.clock.now();
      const links = { baseUrl: deps.baseUrl, manageLink: manageLink(deps.secrets, deps.baseUrl) };
      const context = contextOf({ ...appointment, code }, person, directory, links, languageOf(request), now);
      reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="appuntamento.ics"' });
      return reply.send(calendarDownload(context, { name: directory.union.name, email: await deps.mailFrom() }, now));
    },
  });
}
