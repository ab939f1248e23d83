import { useState } from 'react';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { describedBy, FieldError, FieldHelp, FieldLabel } from '../../ui/FieldFrame.tsx';
import { minutesOf, type Span, spanOf, type TimeUnit, timeUnits } from './time-units.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Minutes, or what was typed and is none; undefined: nothing is said. */
  readonly value: number | string | undefined;
  /** The unit that an empty field begins with. */
  readonly usual?: TimeUnit;
  readonly units?: readonly TimeUnit[];
  readonly onChange: (minutes: number | string) => void;
}

/** A length of time, typed in the unit that people think in and kept in minutes. */
export function SpanField({ value, usual = 'minutes', units = timeUnits, onChange, ...field }: Props) {
  const { units: names, unitOf } = useMessages(servicesAdmin);
  const [typed, setTyped] = useState(() => shownAs(value, usual));
  const span = minutesOf(typed) === (value ?? '') ? typed : shownAs(value, typed.unit);
  // A value that the units of the field do not reach is shown in its own.
  const choices = timeUnits.filter((unit) => units.includes(unit) || unit === span.unit);

  function change(next: Span): void {
    setTyped(next);
    onChange(minutesOf(next));
  }

  return (
    <div className="form-group span-field">
      <label className="form-label" htmlFor={field.id}>
        <FieldLabel label={field.label} required={field.required ?? false} />
      </label>
      <FieldHelp id={field.id} help={field.help} />
      <div className="span-inputs">
        <input {...describedBy(field)} className="form-control" type="text" inputMode="decimal" autoComplete="off" maxLength={8} value={span.amount} onChange={({ target }) => change({ ...span, amount: target.value })} />
        {choices.length > 1 ? (
          <select
            className="form-select"
            aria-label={unitOf(field.label)}
            value={span.unit}
            // The list offers nothing else.
            onChange={({ target }) => change({ ...span, unit: target.value as TimeUnit })}
          >
            {choices.map((unit) => (
              <option key={unit} value={unit}>
                {names[unit]}
              </option>
            ))}
          </select>
        ) : (
          <span className="span-unit">{names[span.unit]}</span>
        )}
      </div>
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}

function shownAs(value: number | string | undefined, usual: TimeUnit): Span {
  return typeof value === 'number' ? spanOf(value, usual) : { amount: value ?? '', unit: usual };
}
