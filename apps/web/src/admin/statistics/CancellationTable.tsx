import { cancellationNotices, type StatisticsFigures } from '@sportello/contract';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { statistics } from '../../messages/statistics.ts';
import { Rows } from '../../staff/Rows.tsx';
import { writeFigure } from './write-figure.ts';

/** Who cancelled, and how late. */
export function CancellationTable({ now, before }: { readonly now: StatisticsFigures; readonly before: StatisticsFigures }) {
  const texts = useMessages(statistics);
  const language = useLanguage();
  const { cancelled } = texts;
  const both = (value: number, earlier: number) => `${writeFigure(value, language, '')} (${texts.before(writeFigure(earlier, language, ''))})`;
  return (
    <section aria-labelledby="cancelled">
      <h2 id="cancelled" className="h4">
        {cancelled.title(now.cancelled)}
      </h2>
      <Rows
        caption={cancelled.caption}
        items={cancellationNotices}
        keyOf={(notice) => notice}
        columns={[
          { label: cancelled.when, isMain: true, cell: (notice) => cancelled.notices[notice] },
          { label: cancelled.byCitizen, cell: (notice) => both(now.cancelled_by_citizen[notice], before.cancelled_by_citizen[notice]) },
          { label: cancelled.byDesk, cell: (notice) => both(now.cancelled_by_desk[notice], before.cancelled_by_desk[notice]) },
        ]}
      />
    </section>
  );
}
