import type { CalendarChange, CalendarHours } from '@sportello/contract';
import { useId, useState } from 'react';
import { formatDay } from '../../format/dates.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../agenda/TimeField.tsx';
import { readMinute, writeMinute } from '../agenda/wall-time.ts';
import { ConfirmChange } from './ConfirmChange.tsx';
import { readEnd } from './rule-values.ts';

interface Props {
  readonly hours: CalendarHours;
  readonly mayChange: boolean;
}

/** Days that go otherwise than the rules say. */
export function ExceptionsSection({ hours, mayChange }: Props) {
  const { exceptions: texts } = useMessages(deskHours);
  const language = useLanguage();
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
              <span className="row-facts">{[opening.length > 0 ? opening.map((one) => `${writeMinute(one.start_minute)}–${writeMinute(one.end_minute)}`).join(', ') : texts.closed, reason].filter(Boolean).join(' · ')}</span>
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
      {work === 'add' && <NewException calendarId={hours.calendar.id} onClose={() => setWork(null)} />}
    </section>
  );
}

const empty = { day: '', what: 'closed', from: '', to: '', from2: '', to2: '', reason: '' };

function NewException({ calendarId, onClose }: { readonly calendarId: string; readonly onClose: () => void }) {
  const { exceptions: texts, fields } = useMessages(deskHours);
  const id = useId();
  const [values, setValues] = useState(empty);
  const [isChecked, setChecked] = useState(false);
  const set = (change: Partial<typeof empty>) => setValues({ ...values, ...change });
  const mistakes = mistakesIn();
  const isWhole = Object.keys(mistakes).length === 0;
  const errorOf = (name: string) => (isChecked ? mistakes[name] : undefined);

  return (
    <div className="staff-form hours-work">
      <TextField id={`${id}-day`} label={texts.day} type="date" required error={errorOf('day')} value={values.day} onChange={(day) => set({ day })} />
      <RadioGroup
        id={`${id}-what`}
        label={texts.what}
        required
        choices={[
          { value: 'closed', label: texts.isClosed },
          { value: 'open', label: texts.isOpen },
        ]}
        value={values.what}
        onChange={(what) => set({ what })}
      />
      {values.what === 'open' && (
        <>
          <p className="mb-1">
            <strong>{texts.morning}</strong>
          </p>
          <div className="field-row">
            <TimeField id={`${id}-from`} label={fields.from} required error={errorOf('from')} value={values.from} onChange={(from) => set({ from })} />
            <TimeField id={`${id}-to`} label={fields.to} required error={errorOf('to')} value={values.to} onChange={(to) => set({ to })} />
          </div>
          <p className="mb-1">
            <strong>{texts.second}</strong>
          </p>
          <div className="field-row">
            <TimeField id={`${id}-from2`} label={fields.from} error={errorOf('from2')} value={values.from2} onChange={(from2) => set({ from2 })} />
            <TimeField id={`${id}-to2`} label={fields.to} error={errorOf('to2')} value={values.to2} onChange={(to2) => set({ to2 })} />
          </div>
        </>
      )}
      <TextField id={`${id}-reason`} label={texts.reason} maxLength={200} value={values.reason} onChange={(reason) => set({ reason })} />
      <ConfirmChange id="exception" change={isWhole ? changeOf() : null} save={texts.save} cancel={texts.cancel} onClose={onClose} onIncomplete={(event) => {
        event.preventDefault();
        setChecked(true);
      }} />
    </div>
  );

  function mistakesIn(): Readonly<Record<string, string>> {
    return {
      ...(values.day === '' && { day: fields.dayMissing }),
      ...(values.what === 'open' && pairMistakes('from', 'to', values.from, values.to)),
      ...(values.what === 'open' && (values.from2 || values.to2) && pairMistakes('from2', 'to2', values.from2, values.to2)),
    };
  }

  function pairMistakes(fromName: string, toName: string, from: string, to: string): Record<string, string> {
    const [start, end] = [readMinute(from), readEnd(to)];
    return {
      ...(start === null && { [fromName]: fields.fromMissing }),
      ...(end === null ? { [toName]: fields.toMissing } : start !== null && end <= start ? { [toName]: fields.toTooEarly } : {}),
    };
  }

  function changeOf(): CalendarChange {
    const pieces = values.what === 'closed' ? [] : [[values.from, values.to] as const, ...(values.from2 ? [[values.from2, values.to2] as const] : [])];
    const opening = pieces.map(([from, to]) => ({ start_minute: readMinute(from) ?? 0, end_minute: readEnd(to) ?? 0 }));
    return { kind: 'exception', calendar_ids: [calendarId], day: values.day, exception: { day: values.day, opening, ...(values.reason.trim() && { reason: values.reason.trim() }) } };
  }
}
