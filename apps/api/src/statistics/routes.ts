import { exportOpenStatistics, exportStatistics, type Language, showOpenStatistics, showStatistics, type StatisticsQuery } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import type { App } from '../http/app.ts';
import { cacheDirectory } from '../http/cache-directory.ts';
import { languageOf } from '../http/language.ts';
import type { StatisticsDeps } from './deps.ts';
import { makeStatistics } from './make-statistics.ts';
import { licence, openStatistics } from './open-statistics.ts';
import { readQuestion } from './read-question.ts';
import { sendTable } from '../tables/send-table.ts';
import { openTableOf, tableOf } from './table.ts';

/** The figures of the whole union for whoever runs or checks it. They are about nobody, so looking at them leaves no trace. */
export function statisticsRoutes(api: App, deps: StatisticsDeps): void {
  const answer = async (query: StatisticsQuery, language: Language) => makeStatistics(deps, readQuestion(await deps.directory.current(), query), language);

  api.route({ ...showStatistics, handler: (request) => answer(request.query, languageOf(request)) });

  api.route({
    ...exportStatistics,
    handler: async (request, reply: FastifyReply) => {
      const { format = 'csv', ...query } = request.query;
      return sendTable(reply, tableOf(await answer(query, languageOf(request)), languageOf(request)), format);
    },
  });
}

/** What anybody may see and use. */
export function openStatisticsRoutes(app: App, deps: StatisticsDeps): void {
  const ask = openStatistics(deps);

  app.route({ ...showOpenStatistics, onSend: cacheDirectory, handler: (request) => ask(request.query.group_by ?? 'month', languageOf(request)) });

  app.route({
    ...exportOpenStatistics,
    onSend: cacheDirectory,
    handler: async (request, reply: FastifyReply) => {
      const statistics = await ask(request.query.group_by ?? 'month', languageOf(request));
      reply.header('link', `<${licence.url}>; rel="license"`);
      return sendTable(reply, openTableOf(statistics, languageOf(request)), 'csv');
    },
  });
}
