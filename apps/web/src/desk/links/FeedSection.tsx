import { type CalendarFeed, createCalendarFeed, type NewCalendarFeed, revokeCalendarFeed } from '@sportello/contract';
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
import { Button } from '../../ui/Button.tsx';
import { FeedRows } from './FeedRows.tsx';
import { MadeFeed } from './MadeFeed.tsx';
import { calendarFeeds, readFeedsAgain } from './queries.ts';

/** A private address with which one follows this calendar in a program of one's own. */
export function FeedSection({ calendarId }: { readonly calendarId: string }) {
  const { feed: texts } = useMessages(calendarLinks);
  const feeds = useAnswer(calendarFeeds).items.filter(({ calendar_id }) => calendar_id === calendarId);
  // Here and nowhere else: the address is not shown again.
  const [made, setMade] = useState<NewCalendarFeed | null>(null);
  const [leaving, setLeaving] = useState<CalendarFeed | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const list = useRef<HTMLHeadingElement>(null);
  const making = useMutation({
    mutationFn: () => staffCall(createCalendarFeed, { body: { calendar_id: calendarId } }),
    onMutate: () => setSaid(null),
    onSuccess: async (feed) => {
      setMade(feed);
      await readFeedsAgain();
    },
  });

  function takenBack(): void {
    if (made?.id === leaving?.id) setMade(null);
    flushSync(() => setLeaving(null));
    // The button that led here goes with its row.
    list.current?.focus();
    setSaid(texts.takenBack);
    void readFeedsAgain();
  }

  return (
    <>
      <p>{texts.text}</p>
      <ul>
        {texts.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Refusal error={making.error} />
      {made && <MadeFeed key={made.id} feed={made} />}
      <p>
        <Button kind={made ? 'outline-primary' : 'primary'} busy={making.isPending} onClick={() => making.mutate()}>
          {made ? texts.makeAnother : texts.make}
        </Button>
      </p>
      <h3 tabIndex={-1} ref={list}>
        {texts.list}
      </h3>
      {feeds.length === 0 ? <p className="empty-state">{texts.none}</p> : <FeedRows feeds={feeds} onTakeBack={setLeaving} />}
      <Done text={said} />
      {leaving && (
        <Confirm title={texts.takeBackTitle} action={texts.takeBackYes} send={() => staffCall(revokeCalendarFeed, { params: { feed_id: leaving.id } })} onDone={takenBack} onClose={() => setLeaving(null)}>
          <p>{texts.takeBackText}</p>
        </Confirm>
      )}
    </>
  );
}
