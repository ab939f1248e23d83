import type { Language, OpenFigures, OpenStatistics, OpenStatisticsGrouping, Statistics, StatisticsFigures } from '@sportello/contract';
import { dayOf } from '../directory/directory.ts';
import type { StatisticsDeps } from './deps.ts';
import { fewest, hideFew, hideIfFew } from './hide-few.ts';
import { makeStatistics } from './make-statistics.ts';
import { lastTwelveMonths } from './period.ts';

const title = { it: 'Statistiche dello sportello', en: 'Statistics of the desk' } as const;
export const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;
const keptMilliseconds = 3_600_000;

/**
 * What anybody may see, made at most once an hour for each grouping and language. The period cannot be chosen: two that overlap would tell
 * what each of them hides.
 */
export function openStatistics(deps: StatisticsDeps): (groupBy: OpenStatisticsGrouping, language: Language) => Promise<OpenStatistics> {
  const kept = new Map<string, { readonly madeAt: number; readonly made: Promise<OpenStatistics> }>();
  return (groupBy, language) => {
    const now = deps.clock.now();
    const key = `${groupBy} ${language}`;
    const known = kept.get(key);
    if (known && now >= known.madeAt && now - known.madeAt < keptMilliseconds) return known.made;
    const made = make(deps, groupBy, language);
    kept.set(key, { madeAt: now, made });
    made.catch(() => kept.delete(key));
    return made;
  };
}

async function make(deps: StatisticsDeps, groupBy: OpenStatisticsGrouping, language: Language): Promise<OpenStatistics> {
  const directory = await deps.directory.current();
  const period = lastTwelveMonths(dayOf(directory, deps.clock.now()));
  const statistics = await makeStatistics(deps, { period, filter: {}, groupBy }, language);
  return { title: title[language], publisher: directory.union.name, licence, period, made_at: statistics.made_at, group_by: groupBy, ...shownOf(statistics) };
}

const counted = ['booked', 'served', 'missed', 'cancelled'] as const;

function shownOf({ total, groups }: Pick<Statistics, 'total' | 'groups'>): Pick<OpenStatistics, 'total' | 'groups'> {
  const shown = new Map(counted.map((name) => [name, hideFew(groups.map(({ figures }) => figures[name]))]));
  const alone = Object.fromEntries(counted.map((name) => [name, hideIfFew(total[name])])) as Pick<OpenFigures, (typeof counted)[number]>;
  return {
    total: { ...alone, ...measured(total) },
    groups: groups.map(({ key, label, figures }, index) => {
      const ofGroup = Object.fromEntries(counted.map((name) => [name, shown.get(name)?.[index] ?? null])) as typeof alone;
      return { key, label, figures: { ...ofGroup, ...measured(figures) } };
    }),
  };
}

function measured({ offer, ratings }: StatisticsFigures): Omit<OpenFigures, (typeof counted)[number]> {
  const mean_stars = ratings && ratings.count >= fewest ? ratings.mean_stars : null;
  return { days_to_first: offer?.days_to_first ?? null, days_to_third: offer?.days_to_third ?? null, mean_stars };
}
