import type { Language, OpenStatistics, Statistics, StatisticsFigures } from '@sportello/contract';
import type { Period } from '../availability/find-slots.ts';
import { columns } from './columns.ts';
import type { Cell, Table } from '../tables/table.ts';

const words = {
  group: { it: 'Gruppo', en: 'Group' },
  key: { it: 'Codice', en: 'Key' },
  from: { it: 'Dal', en: 'From' },
  to: { it: 'Al', en: 'To' },
  which: { it: 'Periodo', en: 'Period' },
  now: { it: 'scelto', en: 'chosen' },
  before: { it: 'precedente', en: 'before' },
  total: { it: 'Totale', en: 'Total' },
  untold: { it: 'n.d.', en: 'n/a' },
  licence: { it: 'Licenza', en: 'Licence' },
  publisher: { it: 'Titolare', en: 'Publisher' },
} as const;

/** Exactly what is shown, as a table: the total and then each group, a line for the period and one for that before. */
export function tableOf({ total, total_before, groups, group_by, period, period_before }: Statistics, language: Language): Table {
  const say = (word: keyof typeof words) => words[word][language];
  const line = (name: readonly Cell[], which: 'now' | 'before', { from, to }: Period, figures: StatisticsFigures): Cell[] => [...name, say(which), { at: from }, { at: to }, ...columns.map((column) => column.of(figures))];
  const both = (name: readonly Cell[], figures: StatisticsFigures, before: StatisticsFigures) => [line(name, 'now', period, figures), line(name, 'before', period_before, before)];
  return {
    name: `statistiche-${period.from}-${period.to}-${group_by}`,
    columns: [say('group'), say('key'), say('which'), say('from'), say('to'), ...columns.map(({ name }) => name[language])],
    lines: [...both([say('total'), null], total, total_before), ...groups.flatMap(({ label, key, figures, before }) => both([label, key], figures, before))],
  };
}

const openColumns = [
  ['booked', { it: 'Prenotati', en: 'Booked' }],
  ['served', { it: 'Svolti', en: 'Took place' }],
  ['missed', { it: 'Mancati', en: 'Missed' }],
  ['cancelled', { it: 'Annullati', en: 'Cancelled' }],
  ['days_to_first', { it: 'Giorni al primo orario libero', en: 'Days to the first free time' }],
  ['days_to_third', { it: 'Giorni al terzo orario libero', en: 'Days to the third free time' }],
  ['mean_stars', { it: 'Stelle (media)', en: 'Stars (mean)' }],
] as const;

/** A count that is not told is said so; a measure that is not known is empty. */
const counts: ReadonlySet<string> = new Set(['booked', 'served', 'missed', 'cancelled']);

/** The open figures as a table that says itself whose it is and under which licence. */
export function openTableOf({ total, groups, group_by, period, publisher, licence }: OpenStatistics, language: Language): Table {
  const say = (word: keyof typeof words) => words[word][language];
  const cells = (figures: OpenStatistics['total']) => openColumns.map(([name]) => figures[name] ?? (counts.has(name) ? say('untold') : null));
  const line = (name: readonly Cell[], figures: OpenStatistics['total']) => [...name, { at: period.from }, { at: period.to }, ...cells(figures), publisher, `${licence.name} ${licence.url}`];
  return {
    name: `statistiche-aperte-${group_by}`,
    columns: [say('group'), say('key'), say('from'), say('to'), ...openColumns.map(([, name]) => name[language]), say('publisher'), say('licence')],
    lines: [line([say('total'), null], total), ...groups.map(({ label, key, figures }) => line([label, key], figures))],
  };
}
