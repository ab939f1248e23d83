import type { Statistics, StatisticsFigures } from '@sportello/contract';
import { lazy, Suspense, useMemo } from 'react';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { statistics } from '../../messages/statistics.ts';
import { Rows } from '../../staff/Rows.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { type Charted, charted, valueOf } from './charted.ts';
import { addressOf, type StatisticsFilter } from './statistics-filter.ts';
import { writeFigure } from './write-figure.ts';

const BarChart = lazy(async () => ({ default: (await import('./BarChart.tsx')).BarChart }));

/** The figures group by group: one of them drawn, all of them as a table, which is what the drawing says. */
export function GroupsSection({ shown, filter }: { readonly shown: Statistics; readonly filter: StatisticsFilter }) {
  const texts = useMessages(statistics);
  const title = texts.groups.title(texts.groupings[filter.groupBy]);
  return (
    <section aria-labelledby="groups">
      <h2 id="groups" className="h4">
        {title}
      </h2>
      <ChartChoice filter={filter} />
      <Drawing shown={shown} figure={filter.chart} />
      <GroupsTable shown={shown} title={title} />
    </section>
  );
}

/** Links, so that the address says what is drawn. */
function ChartChoice({ filter }: { readonly filter: StatisticsFilter }) {
  const texts = useMessages(statistics);
  return (
    <nav aria-label={texts.groups.choose} className="statistics-choice">
      <ul className="plain-list">
        {charted.map((figure) => (
          <li key={figure}>
            <a href={staffPaths.statistics(addressOf({ ...filter, chart: figure }))} aria-current={figure === filter.chart ? 'true' : undefined}>
              {texts.charted[figure]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Drawing({ shown, figure }: { readonly shown: Statistics; readonly figure: Charted }) {
  const texts = useMessages(statistics);
  const name = texts.charted[figure];
  const drawn = useMemo(() => {
    const values = (of: 'figures' | 'before') => shown.groups.map((group) => valueOf(group[of], figure));
    return { labels: shown.groups.map(({ label }) => label), now: { label: texts.groups.now, values: values('figures') }, before: { label: texts.groups.before, values: values('before') } };
  }, [shown, figure, texts]);
  if (drawn.now.values.every((value) => value === null)) return <p className="empty-state">{texts.groups.unknown(name)}</p>;
  return (
    <Suspense fallback={<div className="statistics-chart" />}>
      <BarChart description={texts.groups.description(name)} {...drawn} />
    </Suspense>
  );
}

function GroupsTable({ shown, title }: { readonly shown: Statistics; readonly title: string }) {
  const texts = useMessages(statistics);
  const language = useLanguage();
  const both = (of: (figures: StatisticsFigures) => number | null) => (group: Statistics['groups'][number]) => {
    const [now, before] = [of(group.figures), of(group.before)].map((value) => writeFigure(value, language, '–'));
    return (
      <>
        {now} <small className="text-secondary text-nowrap">({texts.before(before ?? '')})</small>
      </>
    );
  };
  return (
    <Rows
      caption={title}
      items={shown.groups}
      keyOf={({ key }) => key}
      columns={[
        { label: texts.groupings[shown.group_by], isMain: true, cell: ({ label }) => label },
        { label: texts.charted.booked, cell: both(({ booked }) => booked) },
        { label: texts.charted.served, cell: both(({ served }) => served) },
        { label: texts.charted.missed, cell: both(({ missed }) => missed) },
        { label: texts.charted.cancelled, cell: both(({ cancelled }) => cancelled) },
        { label: texts.charted.waiting, cell: both(({ waiting }) => waiting.median_minutes) },
        { label: texts.charted.first, cell: both(({ offer }) => offer?.days_to_first ?? null) },
      ]}
    />
  );
}
