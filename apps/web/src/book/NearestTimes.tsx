import { useEffect, useRef } from 'react';
import { formatDay, formatHour } from '../format/dates.ts';
import { bookTime } from '../messages/book-time.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { Button } from '../ui/Button.tsx';
import { alternativesIn, wasOffered } from './hold-time.ts';

interface Props {
  /** The refusal, which brings the times. */
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onChoose: (start: string) => void;
}

/** The time was taken: up to three others in its place, one tap holds one. The focus comes here. */
export function NearestTimes({ error, isBusy, onChoose }: Props) {
  const { taken: texts } = useMessages(bookTime);
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [error]);
  const times = alternativesIn(error);
  return (
    <div className="alert alert-warning" role="group" aria-labelledby="taken">
      <h3 id="taken" ref={heading} tabIndex={-1} data-quiet-focus>
        {wasOffered(error) ? texts.title : texts.notOffered}
      </h3>
      <p>{times.length > 0 ? texts.text : texts.none}</p>
      <ul className="plain-list nearest-times">
        {times.map(({ starts_at }) => (
          <li key={starts_at}>
            <Button kind="outline-primary" busy={isBusy} onClick={() => onChoose(starts_at)}>
              {formatDay(starts_at, language)}, {formatHour(starts_at, language)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
