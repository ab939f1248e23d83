import { exportStatistics, showStatistics, type StatisticsQuery } from '@sportello/contract';
import { saveBlob } from '../../papers/save-blob.ts';
import { askStaff, staffCall } from '../../staff/staff-call.ts';

export function statisticsOf(query: StatisticsQuery) {
  return askStaff(showStatistics, { querystring: query });
}

/** Exactly what is shown, as a file. Reading a text takes its byte order mark away, which spreadsheets need. */
export async function saveTable(query: StatisticsQuery): Promise<void> {
  const table = await staffCall(exportStatistics, { querystring: query });
  saveBlob(new Blob(['\uFEFF', table.replace(/^\uFEFF/, '')], { type: 'text/csv;charset=utf-8' }), `statistiche-${query.from}-${query.to}.csv`);
}
