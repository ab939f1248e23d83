import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConvertedField } from './ConvertedField.tsx';
import { centsOf, eurosOf } from './money.ts';
import type { ChannelEdit } from './service-edit.ts';
import { SpanField } from './SpanField.tsx';

const mostReminders = 5;
const anHour = 60;

/** What it costs, and when people are reminded of it. */
export function MoneyFields({ edit, rules, at }: ChannelEdit) {
  const { rules: texts } = useMessages(servicesAdmin);
  const reminders = rules.reminder_minutes;
  const pointer = at('reminder_minutes');
  const put = (next: readonly unknown[]) => edit.put(pointer, next);
  // While people type, a price may be no number yet.
  const price: number | string = rules.price_cents;
  return (
    <>
      <div className="rule-row">
        <ConvertedField<number | string>
          id={edit.idOf(at('price_cents'))}
          label={texts.price}
          help={texts.priceHelp}
          error={edit.errorOf(at('price_cents'))}
          required
          maxLength={12}
          value={price}
          write={(cents) => (typeof cents === 'number' ? eurosOf(cents) : cents)}
          read={centsOf}
          onChange={(cents) => edit.put(at('price_cents'), cents)}
        />
      </div>
      <fieldset id={edit.idOf(pointer)} tabIndex={-1} data-quiet-focus className="plain-group">
        <legend>{texts.reminders}</legend>
        <p className="form-text">{texts.remindersHelp}</p>
        {reminders.length === 0 && <p>{texts.noReminders}</p>}
        {reminders.map((minutes, index) => (
          <div className="reminder-row" key={index}>
            <SpanField
              id={edit.idOf(`${pointer}/${index}`)}
              label={texts.reminder(index + 1)}
              error={edit.errorOf(`${pointer}/${index}`)}
              required
              usual="hours"
              value={minutes}
              onChange={(next) => edit.put(`${pointer}/${index}`, next)}
            />
            <button type="button" className="plain-button" aria-label={texts.removeReminder(index + 1)} onClick={() => put(reminders.toSpliced(index, 1))}>
              {texts.remove}
            </button>
          </div>
        ))}
        {reminders.length < mostReminders && (
          <Button kind="outline-primary" onClick={() => put([...reminders, freeReminder(reminders)])}>
            {texts.addReminder}
          </Button>
        )}
      </fieldset>
    </>
  );
}

/** A time that no other reminder has. */
function freeReminder(reminders: readonly number[]): number {
  let minutes = anHour;
  while (reminders.includes(minutes)) minutes += anHour;
  return minutes;
}
