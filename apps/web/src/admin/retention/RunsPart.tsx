import type { RetentionRun } from '@sportello/contract';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { Rows } from '../../staff/Rows.tsx';
import { formatDate } from '../records/format-date.ts';

/** The nights on which something went, the latest first. */
export function RunsPart({ runs }: { readonly runs: readonly RetentionRun[] }) {
  const { runs: texts } = useMessages(retention);
  const language = useLanguage();
  if (runs.length === 0) return <p className="empty-state">{texts.none}</p>;
  const outcome = ({ ended_at, failures }: RetentionRun) => (ended_at === null ? texts.goesOn : failures > 0 ? texts.failures(failures) : texts.done);
  const lasted = ({ started_at, ended_at }: RetentionRun) => (ended_at === null ? '—' : texts.seconds(Math.max(1, Math.round((Date.parse(ended_at) - Date.parse(started_at)) / 1000))));
  return (
    <Rows
      caption={texts.title}
      items={runs}
      keyOf={({ id }) => id}
      columns={[
        { label: texts.night, isMain: true, cell: ({ day }) => formatDate(day, language) },
        { label: texts.people, cell: ({ people }) => people },
        { label: texts.appointments, cell: ({ appointments }) => appointments },
        { label: texts.others, cell: ({ messages, texts: written }) => messages + written },
        { label: texts.lasted, cell: lasted },
        { label: texts.outcome, cell: outcome },
      ]}
    />
  );
}
