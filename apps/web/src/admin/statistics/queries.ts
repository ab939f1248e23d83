import { exportStatistics, showStatistics, type StatisticsQuery, type TableFormat } from '@sportello/contract';
import { saveBlob } from '../../papers/save-blob.ts';
import { askStaff, staffCall } from '../../staff/staff-call.ts';

export function statisticsOf(query: StatisticsQuery) {
  return askStaff(showStatistics, { querystring: query });
}

/** Exactly what is shown, as a file. */
export async function saveTable(query: StatisticsQuery, format: TableFormat): Promise<void> {
  saveBlob(await staffCall(exportStatistics, { querystring: { ...query, format } }), `statistiche-${query.from}-${query.to}.${format}`);
}
