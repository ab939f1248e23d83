import type { StatisticsQuery } from '@sportello/contract';
import { daysOf } from '../availability/find-slots.ts';
import type { Directory } from '../directory/directory.ts';
import { invalid, type Said } from '../http/problems.ts';
import type { Question } from './make-statistics.ts';

const mostDays = 366;
const backwards: Said = { it: 'L’ultimo giorno viene prima del primo: correggi uno dei due.', en: 'The last day comes before the first: correct one of the two.' };
const tooLong: Said = { it: 'Scegli un periodo di un anno al massimo.', en: 'Choose a period of one year at most.' };
const tooEarly: Said = { it: 'Scegli un giorno dal 2000 in poi.', en: 'Choose a day from 2000 on.' };
const unknown: Said = { it: 'Non c’è, o non c’è più.', en: 'It does not exist, or not any more.' };

/** What the query asks; throws `validation` for a period that cannot be meant, or an id that nobody knows. */
export function readQuestion(directory: Directory, { from, to, service_id, channel, office_id, municipality_id, group_by }: StatisticsQuery): Question {
  if (from < '2000-01-01') throw invalid('from', tooEarly);
  if (to < from) throw invalid('to', backwards);
  if (daysOf({ from, to }) > mostDays) throw invalid('to', tooLong);
  if (service_id !== undefined && !directory.services.has(service_id)) throw invalid('service_id', unknown);
  if (office_id !== undefined && !directory.offices.has(office_id)) throw invalid('office_id', unknown);
  if (municipality_id !== undefined && !directory.municipalities.has(municipality_id)) throw invalid('municipality_id', unknown);
  const filter = { serviceId: service_id, channel, officeId: office_id, municipalityId: municipality_id };
  return { period: { from, to }, filter, groupBy: group_by ?? 'day' };
}
