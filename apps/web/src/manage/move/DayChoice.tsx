import { useState } from 'react';
import type { DayOfSlots, Slot } from '../../book/time/group-slots.ts';
import { formatDay } from '../../format/dates.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Accordion } from '../../ui/Accordion.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { TimeChoice } from './TimeChoice.tsx';

interface Props {
  readonly days: readonly DayOfSlots[];
  /** The day whose times are shown. */
  readonly open: string | null;
  /** The address names a time that is free no more. */
  readonly isChosenGone: boolean;
  readonly onToggle: (day: string) => void;
  readonly onChoose: (slot: Slot) => void;
}

const daysAtFirst = 10;

/** The days with free times, each with its count; the times of a day open below it. */
export function DayChoice({ days, open, isChosenGone, onToggle, onChoose }: Props) {
  const texts = useMessages(manageMove);
  const language = useLanguage();
  const [most, setMost] = useState(daysAtFirst);
  const seen = days.slice(0, Math.max(most, days.findIndex(({ day }) => day === open) + 1));
  const entries = seen.map(({ day, slots }) => ({ key: day, title: texts.day(formatDay(day, language), slots.length), content: <TimeChoice day={day} slots={slots} onChoose={onChoose} /> }));
  return (
    <section className="prose-wide" aria-labelledby="days">
      {isChosenGone && (
        <Alert kind="warning" role="alert">
          <p>{texts.notOffered}</p>
        </Alert>
      )}
      <p className="h3" id="days">
        {texts.days}
      </p>
      <p>{texts.daysHelp}</p>
      <Live text={texts.daysFound(days.length)} />
      <Accordion entries={entries} open={open} onToggle={onToggle} />
      {seen.length < days.length && (
        <p className="mt-3">
          <Button kind="outline-primary" wide onClick={() => setMost(most + daysAtFirst)}>
            {texts.moreDays}
          </Button>
        </p>
      )}
    </section>
  );
}
