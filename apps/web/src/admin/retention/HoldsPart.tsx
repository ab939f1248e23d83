import { endRetentionHold, type RetentionHold } from '@sportello/contract';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { Rows } from '../../staff/Rows.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDate } from '../records/format-date.ts';
import { readRetentionAgain } from './queries.ts';

interface Props {
  readonly holds: readonly RetentionHold[];
  readonly mayChange: boolean;
  readonly onSaid: (text: string) => void;
}

/** Who is kept for a reason. Their names stand on their own pages, where a look is recorded. */
export function HoldsPart({ holds, mayChange, onSaid }: Props) {
  const { holds: texts } = useMessages(retention);
  const language = useLanguage();
  const [ending, end] = useState<RetentionHold | null>(null);

  function finish(): void {
    flushSync(() => end(null)); // the dialog gives the focus back before it goes to what was said
    onSaid(texts.ended);
  }

  return (
    <>
      <p>{texts.lead}</p>
      {holds.length === 0 ? (
        <p className="empty-state">{texts.none}</p>
      ) : (
        <Rows
          caption={texts.title}
          items={holds}
          keyOf={({ id }) => id}
          columns={[
            { label: texts.reason, isMain: true, cell: ({ reason }) => reason },
            { label: texts.until, cell: ({ until }) => formatDate(until, language) },
            { label: texts.person, cell: ({ person_id }) => <a href={staffPaths.person(person_id)}>{texts.openPerson}</a> },
            { label: texts.by, cell: ({ staff_name }) => staff_name ?? '—' },
            ...(mayChange
              ? [
                  {
                    label: texts.end,
                    cell: (hold: RetentionHold) => (
                      <Button kind="outline-danger" onClick={() => end(hold)}>
                        {texts.end} <span className="visually-hidden">{texts.endOf(formatDate(hold.until, language))}</span>
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayChange && <p className="form-text">{texts.how}</p>}
      {ending && (
        <Confirm
          title={texts.endTitle}
          action={texts.end}
          send={async () => {
            await staffCall(endRetentionHold, { params: { hold_id: ending.id } });
            await readRetentionAgain();
          }}
          onDone={finish}
          onClose={() => end(null)}
        >
          <p>{texts.endText}</p>
        </Confirm>
      )}
    </>
  );
}
