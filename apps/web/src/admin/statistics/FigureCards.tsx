import type { StatisticsFigures } from '@sportello/contract';
import { useId } from 'react';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { statistics } from '../../messages/statistics.ts';
import { writeFigure } from './write-figure.ts';

interface Props {
  readonly now: StatisticsFigures;
  readonly before: StatisticsFigures;
}

interface Figure {
  readonly label: string;
  readonly of: (figures: StatisticsFigures) => number | null;
  readonly note?: string;
}

/** The figures of the whole period, each with that of the period before. */
export function FigureCards({ now, before }: Props) {
  const { figures: texts, parts } = useMessages(statistics);
  const groups: readonly { readonly title: string; readonly figures: readonly Figure[] }[] = [
    {
      title: parts.bookings,
      figures: [
        { label: texts.booked, of: ({ booked }) => booked },
        { label: texts.byCitizen, of: ({ booked_by_citizen }) => booked_by_citizen },
        { label: texts.byDesk, of: ({ booked_by_desk }) => booked_by_desk },
        { label: texts.walkIns, of: ({ walk_ins }) => walk_ins },
        { label: texts.moved, of: ({ moved_by_citizen, moved_by_desk }) => moved_by_citizen + moved_by_desk },
        { label: texts.refused, of: ({ refused }) => refused },
      ],
    },
    {
      title: parts.meetings,
      figures: [
        { label: texts.served, of: ({ served }) => served },
        { label: texts.missed, of: ({ missed }) => missed },
        { label: texts.missedPercent, of: ({ missed_percent }) => missed_percent },
        { label: texts.wait, of: ({ waiting }) => waiting.median_minutes, note: texts.measured(now.waiting.known) },
        { label: texts.duration, of: ({ duration }) => duration.mean_minutes, note: texts.planned(now.duration.planned_mean_minutes) },
        { label: texts.stars, of: ({ ratings }) => ratings?.mean_stars ?? null, note: texts.ratings(now.ratings?.count ?? 0) },
      ],
    },
    {
      title: parts.offer,
      figures: [
        { label: texts.first, of: ({ offer }) => offer?.days_to_first ?? null },
        { label: texts.third, of: ({ offer }) => offer?.days_to_third ?? null },
        { label: texts.freeStarts, of: ({ offer }) => offer?.free_starts ?? null, note: texts.ahead },
        { label: texts.freeHours, of: ({ offer }) => offer?.free_hours ?? null, note: texts.ahead },
      ],
    },
  ];
  return groups.map(({ title, figures }) => <Part key={title} title={title} figures={figures} now={now} before={before} />);
}

function Part({ title, figures, now, before }: Props & { readonly title: string; readonly figures: readonly Figure[] }) {
  const id = useId();
  const texts = useMessages(statistics);
  const language = useLanguage();
  const say = (value: number | null) => writeFigure(value, language, texts.unknown);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="h4">
        {title}
      </h2>
      <dl className="statistics-figures">
        {figures.map(({ label, of, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{say(of(now))}</strong>
              <span>{texts.before(say(of(before)))}</span>
              {note && <span>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {figures.some(({ label }) => label === texts.figures.first) && now.offer && now.offer.unsampled_days > 0 && <p className="form-text">{texts.unsampled(now.offer.unsampled_days)}</p>}
    </section>
  );
}
