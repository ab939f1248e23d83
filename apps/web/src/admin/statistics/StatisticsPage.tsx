import type { Statistics, TableFormat } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { formatDate } from '../records/format-date.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { statistics } from '../../messages/statistics.ts';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToday } from '../records/today.ts';
import { CancellationTable } from './CancellationTable.tsx';
import { FigureCards } from './FigureCards.tsx';
import { GroupsSection } from './GroupsSection.tsx';
import { saveTable, statisticsOf } from './queries.ts';
import { filterIn, questionOf, type StatisticsFilter } from './statistics-filter.ts';
import { StatisticsFilterForm } from './StatisticsFilterForm.tsx';

/** How the desk is doing. What is asked stands in the address. */
export function StatisticsPage() {
  const texts = useMessages(statistics);
  const [query] = useSearchParams();
  const filter = filterIn(query, useToday());
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <StatisticsFilterForm key={JSON.stringify(filter)} filter={filter} />
      <Results filter={filter} />
    </div>
  );
}

function Results({ filter }: { readonly filter: StatisticsFilter }) {
  const texts = useMessages(statistics);
  const language = useLanguage();
  const shown = useAnswer(statisticsOf(questionOf(filter)));
  const saving = useMutation({ mutationFn: (format: TableFormat) => saveTable(questionOf(filter), format) });
  const day = (text: string) => formatDate(text, language);
  const { period, period_before: before } = shown;
  return (
    <>
      <p className="statistics-period" role="status">
        {texts.period(day(period.from), day(period.to), day(before.from), day(before.to))}
      </p>
      {isEmpty(shown) ? (
        <p className="empty-state">{texts.empty}</p>
      ) : (
        <>
          <FigureCards now={shown.total} before={shown.total_before} />
          <GroupsSection shown={shown} filter={filter} />
          <CancellationTable now={shown.total} before={shown.total_before} />
        </>
      )}
      <Refusal error={saving.error} />
      <div className="button-row my-3">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} kind="outline-primary" busy={saving.isPending && saving.variables === format} onClick={() => saving.mutate(format)}>
            {texts.save[format]}
          </Button>
        ))}
      </div>
      <Done text={saving.isSuccess ? texts.saved : null} />
      <p className="form-text">{texts.how}</p>
    </>
  );
}

/** Nothing happened and nothing was looked at, now or before. */
function isEmpty({ total, total_before }: Statistics): boolean {
  return [total, total_before].every(
    ({ booked, walk_ins, served, missed, cancelled, offer }) => booked + walk_ins + served + missed + cancelled + (offer?.sampled_days ?? 0) === 0,
  );
}
