import type { CalendarHours } from '@sportello/contract';
import { useId } from 'react';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { OpeningFields } from './OpeningFields.tsx';
import type { mistakesInRule, RuleValues } from './rule-values.ts';

interface Props {
  readonly values: RuleValues;
  readonly legend: string;
  readonly mistakes: ReturnType<typeof mistakesInRule>;
  /** What the calendar's hours may be for. */
  readonly purposes: Pick<CalendarHours, 'channels' | 'place_ids' | 'service_ids'>;
  readonly onChange: (values: RuleValues) => void;
  readonly onReady: () => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const weeks = [1, 2, 3, 4] as const;

/** The fields of one rule. */
export function RuleFields({ values, legend, mistakes, purposes, onChange, onReady }: Props) {
  const { fields, rules, weekdays: dayNames } = useMessages(deskHours);
  const id = useId();
  const set = (change: Partial<RuleValues>) => onChange({ ...values, ...change });
  const dayChoices = weekdays.map((day) => ({ value: String(day), label: dayNames[day] }));

  return (
    <fieldset className="rule-fields">
      <legend className="visually-hidden">{legend}</legend>
      <SelectField
        id={`${id}-kind`}
        label={fields.kind}
        required
        empty={fields.choose}
        choices={Object.entries(fields.kinds).map(([value, label]) => ({ value, label }))}
        value={values.kind}
        // The list offers nothing else but its empty line.
        onChange={(kind) => kind && set({ kind: kind as RuleValues['kind'] })}
      />
      {values.kind === 'weekly' && (
        <CheckboxGroup id={`${id}-days`} legend={fields.days} error={mistakes.days} choices={dayChoices} value={values.days} onChange={(days) => set({ days })} />
      )}
      {values.kind === 'month_day' && (
        <TextField id={`${id}-monthDay`} label={fields.monthDay} required inputMode="numeric" maxLength={2} error={mistakes.monthDay} value={values.monthDay} onChange={(monthDay) => set({ monthDay })} />
      )}
      {values.kind === 'nth_weekday' && (
        <div className="field-row">
          <SelectField id={`${id}-n`} label={fields.n} required empty={fields.choose} choices={nthChoices()} value={values.n} onChange={(n) => n && set({ n })} />
          <SelectField id={`${id}-weekday`} label={fields.weekday} required empty={fields.choose} choices={dayChoices} value={values.weekday} onChange={(weekday) => weekday && set({ weekday })} />
        </div>
      )}
      {values.kind === 'one_day' && <TextField id={`${id}-day`} label={fields.day} type="date" required error={mistakes.day} value={values.day} onChange={(day) => set({ day })} />}
      <OpeningFields
        id={id}
        values={values}
        mistakes={mistakes}
        purposes={purposes}
        onChange={set}
        beside={
          values.kind === 'weekly' && (
            <SelectField
              id={`${id}-weeks`}
              label={fields.everyWeeks}
              required
              empty={fields.choose}
              choices={weekChoices()}
              value={values.everyWeeks}
              onChange={(everyWeeks) => everyWeeks && set({ everyWeeks })}
            />
          )
        }
      />
      {values.kind !== 'one_day' && (
        <div className="field-row">
          <TextField
            id={`${id}-first`}
            label={fields.firstDay}
            help={fields.validityHelp}
            type="date"
            required={Number(values.everyWeeks) > 1}
            error={mistakes.firstDay}
            value={values.firstDay}
            onChange={(firstDay) => set({ firstDay })}
          />
          <TextField id={`${id}-last`} label={fields.lastDay} help={fields.validityHelp} type="date" error={mistakes.lastDay} value={values.lastDay} onChange={(lastDay) => set({ lastDay })} />
        </div>
      )}
      <Button kind="outline-primary" onClick={onReady}>
        {rules.ready}
      </Button>
    </fieldset>
  );

  function nthChoices() {
    const { last, ...numbered } = rules.nths;
    return [...Object.entries(numbered).map(([value, label]) => ({ value, label })), { value: '-1', label: last }];
  }

  function weekChoices() {
    const known = weeks.map((count) => ({ value: String(count), label: count === 1 ? fields.everyWeek : rules.everyWeeks(count) }));
    // A rarer rhythm that was set elsewhere can be kept.
    return known.some(({ value }) => value === values.everyWeeks) ? known : [...known, { value: values.everyWeeks, label: rules.everyWeeks(Number(values.everyWeeks)) }];
  }
}
