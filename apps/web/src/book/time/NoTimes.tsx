import { useQueries } from '@tanstack/react-query';
import { formatDay } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PhoneLine } from '../../shell/PhoneLine.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { useBookable } from '../booking.ts';
import { freeTimes } from '../queries.ts';
import { pathOfStep } from '../steps.ts';
import { otherWays } from './other-ways.ts';

/** Nothing is free as it was asked: why, where and how there is something, and the phone. */
export function NoTimes({ today }: { readonly today: string }) {
  const texts = useMessages(bookTime);
  const { channels } = useMessages(common);
  const { bookable, chosen, choice, language } = useBookable();
  const others = otherWays(bookable, chosen.ways);
  // One day is asked about: the first free start comes with any answer.
  const firsts = useQueries({ queries: others.map((other) => ({ ...freeTimes({ ...bookable, ...other, operator: undefined }, { from: today, to: today })(language), staleTime: 10_000 })) });

  return (
    <Alert kind="warning" role="status">
      <h3>{texts.none.title}</h3>
      <p>{texts.none.text(bookable.way.horizon_days)}</p>
      <p>{texts.none.what}:</p>
      <ul>
        {others.map(({ way, place }, index) => {
          const first = firsts[index]?.data?.next_available_at;
          if (!first) return null;
          const day = formatDay(first, language);
          return (
            <li key={`${way.channel} ${place?.id}`}>
              <a href={pathOfStep('time', { ...choice, channel: way.channel, place: place?.id, operator: undefined, day: undefined })}>
                {place ? texts.none.otherPlace(place.name, day) : texts.none.other(channels[way.channel], day)}
              </a>
            </li>
          );
        })}
        <li>
          <a href={pathOfStep('place', choice)}>{texts.none.change}</a>
        </li>
      </ul>
      <PhoneLine />
    </Alert>
  );
}
