import { type BusySource, readBusySource, removeBusySource } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAnswer } from '../../api.ts';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { BusyForm } from './BusyForm.tsx';
import { BusyRow } from './BusyRow.tsx';
import { busySourcesOf, readBusyAgain } from './queries.ts';
import { Reading } from './Reading.tsx';

interface Props {
  readonly calendarId: string;
  readonly mayChange: boolean;
}

/** Calendars elsewhere whose busy times close this one. */
export function BusySection({ calendarId, mayChange }: Props) {
  const { busy: texts } = useMessages(calendarLinks);
  const { items } = useAnswer(busySourcesOf(calendarId));
  const [leaving, setLeaving] = useState<BusySource | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const list = useRef<HTMLHeadingElement>(null);
  const reading = useMutation({
    mutationFn: ({ id }: BusySource) => staffCall(readBusySource, { params: { source_id: id }, body: {} }),
    onMutate: () => setSaid(null),
    // One that failed is told in its row.
    onSuccess: ({ host, failure }) => setSaid(failure === null ? texts.wasRead(host) : null),
    onSettled: readBusyAgain,
  });

  function removed(): void {
    flushSync(() => setLeaving(null));
    // The button that led here goes with its row.
    list.current?.focus();
    setSaid(texts.removed);
    void readBusyAgain();
  }

  return (
    <>
      <p>{texts.text}</p>
      <ul>
        {texts.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h3 tabIndex={-1} ref={list}>
        {texts.list}
      </h3>
      {items.length === 0 ? (
        <p className="empty-state">{texts.none}</p>
      ) : (
        <ul className="row-list">
          {items.map((source) => (
            <BusyRow
              key={source.id}
              source={source}
              {...(mayChange && { acts: { isReading: reading.isPending, onRead: () => reading.mutate(source), onRemove: () => setLeaving(source) } })}
            />
          ))}
        </ul>
      )}
      <Refusal error={reading.error} />
      <Reading isReading={reading.isPending} />
      <Done text={said} />
      {mayChange && (
        <BusyForm
          calendarId={calendarId}
          onSent={() => setSaid(null)}
          onConnected={({ busy_count }) => {
            setSaid(texts.connected(busy_count ?? 0));
            void readBusyAgain();
          }}
        />
      )}
      {leaving && (
        <Confirm title={texts.removeTitle(leaving.host)} action={texts.removeYes} send={() => staffCall(removeBusySource, { params: { source_id: leaving.id } })} onDone={removed} onClose={() => setLeaving(null)}>
          <p>{texts.removeText}</p>
        </Confirm>
      )}
    </>
  );
}
