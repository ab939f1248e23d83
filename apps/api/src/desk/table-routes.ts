import { type AppointmentTableRequest, exportAppointments } from '@sportello/contract';
import { addDays } from '@sportello/scheduling';
import type { FastifyReply } from 'fastify';
import type { App } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { invalid } from '../http/problems.ts';
import { requireFreshSignIn, staffOf } from '../identity/staff-member.ts';
import { sendTable } from '../tables/send-table.ts';
import { appointmentTable, countForTable, mostLines } from './appointment-table.ts';
import { type DeskDeps, noteLook } from './deps.ts';

const mostDays = 366;

/** What leaves the desk as a table. */
export function tableRoutes(api: App, deps: DeskDeps): void {
  const { database, clock, directory } = deps;

  api.route({
    ...exportAppointments,
    handler: async (request, reply: FastifyReply) => {
      const asked = judgeDays(request.body);
      const [staff, now] = [staffOf(request), clock.now()];
      if (asked.with_people) requireFreshSignIn(staff, now);
      const wish = { directory: await directory.current(), staff, asked, language: languageOf(request), withPeople: asked.with_people !== undefined, now };
      const count = await countForTable(database, wish);
      if (count > mostLines) throw invalid('to', { it: `Sono ${count} appuntamenti, più di ${mostLines}: scegli meno giorni o un ufficio.`, en: `There are ${count} appointments, more than ${mostLines}: choose fewer days or an office.` });
      const { table, people } = await appointmentTable(database, wish);
      const { from, to, office_id = null, service_id = null, format = 'csv', with_people } = asked;
      await noteLook(deps, request, { action: 'export', object: { kind: 'appointment', id: null }, after: { from, to, office_id, service_id, format, appointments: table.lines.length, people, reason: with_people?.reason ?? null } });
      return sendTable(reply, table, format);
    },
  });
}

function judgeDays(asked: AppointmentTableRequest): AppointmentTableRequest {
  const { from, to } = asked;
  if (from < '1970-01-02') throw invalid('from', { it: 'Scegli un giorno dal 1970 in poi.', en: 'Choose a day from 1970 on.' });
  if (to < from) throw invalid('to', { it: 'L’ultimo giorno viene prima del primo.', en: 'The last day comes before the first.' });
  if (from < '9998-01-01' && to > addDays(from, mostDays - 1)) throw invalid('to', { it: 'Al massimo un anno alla volta.', en: 'At most a year at a time.' });
  return asked;
}
