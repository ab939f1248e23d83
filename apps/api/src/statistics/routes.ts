import { exportOpenStatistics, exportStatistics, type Language, showOpenStatistics, showStatistics, type StatisticsQuery } from '@sportello/contract';
import type { FastifyReply } from 'fastify';
import type { App } from '../http/app.ts';
import { cacheDirectory } from '../http/caching.ts';
import { languageOf } from '../http/language.ts';
import type { StatisticsDeps } from './deps.ts';
import { makeStatistics } from './make-statistics.ts';
import { licence, openStatistics } from './open-statistics.ts';
import { readQuestion } from './read-question.ts';
import { openTableOf, tableOf } from './table.ts';

/** The figures of the whole union for whoever runs or checks it. They are about nobody, so looking at them leaves no trace. */
export function statisticsRoutes(api: App, deps: StatisticsDeps): void {
  const answer = async (query: StatisticsQuery, language: Language) => makeStatistics(deps, readQuestion(await deps.directory.current(), query), language);

  api.route({ ...showStatistics, handler: (request) => answer(request.query, languageOf(request)) });

  api.route({
    ...exportStatistics,
    handler: async (request, reply: FastifyReply) => {
      const { from, to, group_by = 'day' } = request.query;
      const table = tableOf(await answer(request.query, languageOf(request)), languageOf(request));
      return asFile(reply, `statistiche-${from}-${to}-${group_by}.csv`).send(table);
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
      return asFile(reply, `statistiche-aperte-${statistics.group_by}.csv`).send(openTableOf(statistics, languageOf(request)));
    },
  });
}

function asFile(reply: FastifyReply, name: string): FastifyReply {
  return reply.headers({ 'content-type': 'text/csv; charset=utf-8; header=present', 'content-disposition': `attachment; filename="${name}"` });
}
