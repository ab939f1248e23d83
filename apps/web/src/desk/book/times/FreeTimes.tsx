import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { byDay, withOwn } from '../../../book/time/group-slots.ts';
import { dayOf, formatDay, formatShortDay } from '../../../format/dates.ts';
import { dayAfter } from '../../../format/days.ts';
import { common } from '../../../messages/common.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { Refusal } from '../../../staff/Refusal.tsx';
import { isDay } from '../../../staff/moments.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { type DeskWish, slotsWish } from '../desk-choice.ts';
import { daysAtATime, freeStarts, type Slot } from '../queries.ts';
import { TimeGrid } from './TimeGrid.tsx';

interface Props {
  readonly wish: DeskWish;
  /** For a move: as if that one were not there. */
  readonly appointmentId?: string;
  /** The first day that is shown. */
  readonly from: string;
  readonly today: string;
  readonly onFrom: (day: string | undefined) => void;
  readonly chosen: string | null;
  /** One's own held time: taken for everybody else, it stays in its place here. */
  readonly own?: OwnTime | null;
  readonly busy: string | null;
  readonly onChoose: (slot: Slot) => void;
  /** A way to a time that is not in the list. */
  readonly other?: ReactNode;
}

type OwnTime = Parameters<typeof withOwn>[1];

const daysShown = 5;
const step = 7;

/** The next days that have free times, side by side. */
export function FreeTimes({ wish, appointmentId, from, today, onFrom, chosen, own = null, busy, onChoose, other }: Props) {
  const { times: texts } = useMessages(deskBook);
  const { waiting } = useMessages(common);
  const language = useLanguage();
  const question = freeStarts({ ...slotsWish(wish), ...(appointmentId && { appointment_id: appointmentId }) }, from);
  const { data, error, isPlaceholderData } = useQuery({ ...question(language), staleTime: 10_000, refetchOnWindowFocus: true, placeholderData: (before) => before });
  const isInSight = own !== null && dayOf(own.starts_at) >= from && dayOf(own.starts_at) < dayAfter(from, daysAtATime);
  const days = byDay(withOwn(data?.items ?? [], isInSight ? own : null)).slice(0, daysShown);
  const lastShown = days.at(-1)?.day ?? dayAfter(from, daysAtATime - 1);
  const next = data?.next_available_at;

  return (
    <section aria-labelledby="free-times" className="free-times">
      <div className="free-times-head">
        <h2 id="free-times">
          {texts.title} <small>{texts.minutes(wish.way.duration_minutes)}</small>
        </h2>
        <div className="free-times-tools">
          <DayField key={from} from={from} today={today} onFrom={onFrom} />
          <Button kind="outline-primary" busy={from <= today} onClick={() => onFrom(earlier(from, today))}>
            {texts.earlier}
          </Button>
          <Button kind="outline-primary" onClick={() => onFrom(dayAfter(lastShown, 1))}>
            {texts.later}
          </Button>
        </div>
      </div>
      <Refusal error={error} />
      {!data && !error && <Waiting text={waiting} />}
      {days.length > 0 && (
        <div className={isPlaceholderData ? 'is-passing' : undefined}>
          <TimeGrid days={days} today={today} chosen={chosen} busy={busy} onChoose={onChoose} />
        </div>
      )}
      {data && days.length === 0 && (
        <div className="empty-state">
          <p>{texts.none(formatShortDay(from, language), formatShortDay(dayAfter(from, daysAtATime - 1), language))}</p>
          {next ? <Button onClick={() => onFrom(dayOf(next))}>{texts.next(formatDay(next, language))}</Button> : <p>{texts.noneAtAll}</p>}
        </div>
      )}
      <div className="free-times-foot">
        {other}
        <a href={staffPaths.why({ service: wish.service.id, channel: wish.way.channel, municipality: wish.municipality.id, place: wish.place?.id, day: from })}>{texts.why}</a>
      </div>
    </section>
  );
}

function earlier(from: string, today: string): string | undefined {
  const day = dayAfter(from, -step);
  return day <= today ? undefined : day;
}

/** A day that is being typed is not a day yet. */
function DayField({ from, today, onFrom }: Pick<Props, 'from' | 'today' | 'onFrom'>) {
  const { times: texts } = useMessages(deskBook);
  const [typed, setTyped] = useState(from);
  return (
    <label className="day-field">
      <span>{texts.goTo}</span>
      <input
        type="date"
        className="form-control"
        min={today}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isDay(target.value) && target.value >= today) onFrom(target.value === today ? undefined : target.value);
        }}
      />
    </label>
  );
}
