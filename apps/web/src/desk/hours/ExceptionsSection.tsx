import type { CalendarHours } from '@sportello/contract';
import { useId, useState } from 'react';
import { useAnswer } from '../../api.ts';
import { places } from '../../directory.ts';
import { formatDay } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmChange } from './ConfirmChange.tsx';
import { NewException } from './NewException.tsx';
import { valuesOfOpening } from './opening-values.ts';
import { sayOpening } from './say-rule.ts';

interface Props {
  readonly hours: CalendarHours;
  readonly mayChange: boolean;
}

/** Days that go otherwise than the rules say. */
export function ExceptionsSection({ hours, mayChange }: Props) {
  const hoursTexts = useMessages(deskHours);
  const { exceptions: texts } = hoursTexts;
  const { channels } = useMessages(common);
  const language = useLanguage();
  const words = { hours: hoursTexts, channels, places: useAnswer(places), language };
  const id = useId();
  const [work, setWork] = useState<'add' | { readonly removing: string } | null>(null);
  const days = [...hours.exceptions].sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <section aria-labelledby={id} className="hours-section">
      <h2 id={id}>{texts.title}</h2>
      <p className="form-text">{texts.text}</p>
      {days.length === 0 && <p className="empty-state">{texts.none}</p>}
      <ul className="row-list">
        {days.map(({ id: key, day, opening, reason }) => (
          <li key={key}>
            <span className="row-main">
              <strong>{formatDay(day, language)}</strong>
              <span className="row-facts">{[...(opening.length > 0 ? opening.map((one) => sayOpening(valuesOfOpening(one), words)) : [texts.closed]), reason].filter(Boolean).join('; ')}</span>
            </span>
            {mayChange && (
              <span className="row-actions">
                <button type="button" className="plain-button" aria-label={texts.removeWhich(formatDay(day, language))} onClick={() => setWork({ removing: day })}>
                  {texts.remove}
                </button>
              </span>
            )}
            {work !== null && work !== 'add' && work.removing === day && (
              <div className="row-form">
                <ConfirmChange
                  id="exception-removal"
                  change={{ kind: 'exception', calendar_ids: [hours.calendar.id], day, exception: null }}
                  text={texts.removing(formatDay(day, language))}
                  save={texts.saveRemoval}
                  cancel={texts.cancel}
                  onClose={() => setWork(null)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayChange && work !== 'add' && (
        <Button kind="outline-primary" onClick={() => setWork('add')}>
          {texts.add}
        </Button>
      )}
      {work === 'add' && <NewException hours={hours} onClose={() => setWork(null)} />}
    </section>
  );
}
