import { exportSystemStatistics, type Language, listSystemAppointments, showSystemAppointment, showSystemPeople, showSystemStatistics, showSystemUnionDocument, type StatisticsQuery } from '@sportello/contract';
import { writeDocument } from '../administration/document/write-document.ts';
import { recordAudit } from '../audit/record.ts';
import type { App } from '../http/app.ts';
import type { GuessGuard } from '../http/guesses.ts';
import { languageOf } from '../http/language.ts';
import { makeStatistics } from '../statistics/make-statistics.ts';
import { readQuestion } from '../statistics/read-question.ts';
import { tableOf } from '../statistics/table.ts';
import { sendTable } from '../tables/send-table.ts';
import type { SystemsDeps } from './deps.ts';
import { registerKeyDoor, systemOf } from './keys/key-door.ts';
import { keyPace } from './keys/key-pace.ts';
import { readAppointment, readAppointments } from './read-appointments.ts';
import { readPeople } from './read-people.ts';

interface Deps extends SystemsDeps {
  readonly guesses: GuessGuard;
  readonly limitFactor: number;
  readonly version: string;
}

/** A minute of one key, before LIMIT_FACTOR. */
const mostAMinute = 120;

/** What other systems read with their keys. */
export function systemRoutes(api: App, deps: Deps): void {
  const { database, clock, directory, version, limitFactor } = deps;
  registerKeyDoor(api, { ...deps, pace: keyPace(clock, limitFactor === 0 ? 0 : Math.max(1, Math.round(mostAMinute * limitFactor))) });
  const statistics = async (query: StatisticsQuery, language: Language) => makeStatistics(deps, readQuestion(await directory.current(), query), language);

  api.route({ ...listSystemAppointments, handler: (request) => readAppointments(deps, systemOf(request), request.query) });
  api.route({ ...showSystemAppointment, handler: (request) => readAppointment(deps, systemOf(request), request.params.appointment_id) });
  api.route({ ...showSystemPeople, handler: (request) => readPeople(deps, systemOf(request), request.params.appointment_id) });
  api.route({ ...showSystemStatistics, handler: (request) => statistics(request.query, languageOf(request)) });

  api.route({
    ...exportSystemStatistics,
    handler: async (request, reply) => {
      return sendTable(reply, tableOf(await statistics(request.query, languageOf(request)), languageOf(request)), 'csv');
    },
  });

  api.route({
    ...showSystemUnionDocument,
    handler: async (request) => {
      const now = clock.now();
      const document = await writeDocument(database, { now, version });
      const id = document.records.find(({ content }) => content.kind === 'union')?.id ?? null;
      await database.write((tx) => recordAudit(tx, database.tables, systemOf(request).actor, { action: 'export', object: { kind: 'union', id } }, now));
      return document;
    },
  });
}
