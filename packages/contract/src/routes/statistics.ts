import * as Type from 'typebox';
import { route } from '../route.ts';
import { TableFile } from '../schemas/tables.ts';
import { OpenStatistics, OpenStatisticsQuery, Statistics, StatisticsQuery, StatisticsTableQuery } from '../schemas/statistics.ts';

const table = Type.String({ maxLength: 5_000_000, description: 'text/csv: UTF-8 with a byte order mark, cells apart by semicolons, decimals with a comma' });

export const showStatistics = route({
  method: 'GET', url: '/staff/statistics', operationId: 'show_statistics',
  summary: 'How the desk is doing', description: 'Counted from what happened, never from how things are now; each figure with that of as many days right before.',
  tag: 'union', access: 'staff', permission: 'statistics.read', querystring: StatisticsQuery, success: { 200: Statistics }, problems: [],
});

export const exportStatistics = route({
  method: 'GET', url: '/staff/statistics/table', operationId: 'show_statistics_table',
  summary: 'The same as a table', description: 'Exactly what the same question shows: a line for each group and period, the total first.',
  tag: 'union', access: 'staff', permission: 'statistics.read', querystring: StatisticsTableQuery, success: { 200: TableFile }, file: true, problems: [],
});

export const showOpenStatistics = route({
  method: 'GET', url: '/statistics', operationId: 'show_open_statistics',
  summary: 'The statistics of the union', description: 'Of the last twelve whole months, about nobody: a figure from 1 to 4 is not told, nor one that would tell it.',
  tag: 'site', access: 'open', querystring: OpenStatisticsQuery, success: { 200: OpenStatistics }, problems: [],
});

export const exportOpenStatistics = route({
  method: 'GET', url: '/statistics.csv', operationId: 'show_open_statistics_table',
  summary: 'The same as open data', description: 'A table under CC BY 4.0, as each line and the header Link say.',
  tag: 'site', access: 'open', querystring: OpenStatisticsQuery, success: { 200: table }, problems: [],
});
