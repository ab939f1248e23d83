import { useState } from 'react';
import { deskHours } from '../../messages/desk-hours.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { Button } from '../../ui/Button.tsx';
import { describedBy, FieldError } from '../../ui/FieldFrame.tsx';
import { copyFirstDay, type DayValues, type Weekday, weekdays, type WeekValues } from './week-values.ts';

interface Props {
  /** What the ids of its fields begin with: `<id>-<day>-<field>`. */
  readonly id: string;
  readonly value: WeekValues;
  readonly onChange: (value: WeekValues) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** A week of mornings and afternoons; the first day is copied to the others with one press. */
export function WeekFields({ id, value, onChange, errors }: Props) {
  const { hours: texts } = useMessages(firstSteps);
  const [said, setSaid] = useState<string | null>(null);

  function set(day: Weekday, change: Partial<DayValues>): void {
    setSaid(null);
    onChange({ ...value, [day]: { ...value[day], ...change } });
  }

  return (
    <fieldset className="week-fields">
      <legend>{texts.days}</legend>
      <p className="form-text">{texts.daysHelp}</p>
      {weekdays.map((day) => (
        <DayRow key={day} id={`${id}-${day}`} day={day} values={value[day]} errors={errors} onChange={(change) => set(day, change)} />
      ))}
      <Button
        kind="outline-primary"
        wide
        onClick={() => {
          onChange(copyFirstDay(value));
          setSaid(texts.copied);
        }}
      >
        {texts.copy}
      </Button>
      <Done text={said} />
    </fieldset>
  );
}

interface RowProps {
  readonly id: string;
  readonly day: Weekday;
  readonly values: DayValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<DayValues>) => void;
}

const parts = [
  { part: 'morning', from: 'morningFrom', to: 'morningTo' },
  { part: 'afternoon', from: 'afternoonFrom', to: 'afternoonTo' },
] as const;

function DayRow({ id, day, values, errors, onChange }: RowProps) {
  const { hours: texts } = useMessages(firstSteps);
  const { weekdays: names } = useMessages(deskHours);
  return (
    <div className="week-day" role="group" aria-label={names[day]}>
      <div className="form-check">
        <input type="checkbox" id={`${id}-isOpen`} checked={values.isOpen} onChange={({ target }) => onChange({ isOpen: target.checked })} />
        <label htmlFor={`${id}-isOpen`}>{names[day]}</label>
        <FieldError id={`${id}-isOpen`} error={errors[`${id}-isOpen`]} />
      </div>
      {values.isOpen &&
        parts.map(({ part, from, to }) => (
          <div className="week-part" key={part}>
            <span aria-hidden="true">{texts[part]}</span>
            <Time id={`${id}-${from}`} label={texts.field(names[day], texts[part], texts.from)} error={errors[`${id}-${from}`]} value={values[from]} onChange={(time) => onChange({ [from]: time })} />
            <span aria-hidden="true">–</span>
            <Time id={`${id}-${to}`} label={texts.field(names[day], texts[part], texts.to)} error={errors[`${id}-${to}`]} value={values[to]} onChange={(time) => onChange({ [to]: time })} />
            <FieldError id={`${id}-${from}`} error={errors[`${id}-${from}`]} />
            <FieldError id={`${id}-${to}`} error={errors[`${id}-${to}`]} />
          </div>
        ))}
    </div>
  );
}

interface TimeProps {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Time({ id, label, error, value, onChange }: TimeProps) {
  return <input {...describedBy({ id, label, error })} aria-label={label} className="form-control" type="time" step={300} value={value} onChange={({ target }) => onChange(target.value)} />;
}
