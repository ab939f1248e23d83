import { changeRetention, type RetentionForecast, type RetentionState } from '@sportello/contract';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { readRetentionAgain } from './queries.ts';

interface Props {
  readonly state: RetentionState;
  readonly forecast: RetentionForecast;
  readonly mayChange: boolean;
  readonly onBegin: () => void;
  readonly onSaid: (text: string) => void;
}

/** Whether what is over goes each night. To begin, the figures of tonight are part of what is confirmed. */
export function SwitchPart({ state, forecast, mayChange, onBegin, onSaid }: Props) {
  const { state: texts } = useMessages(retention);
  const language = useLanguage();
  /** What is asked about: on, off, or nothing. What is in force is something else as soon as it was done. */
  const [wanted, want] = useState<boolean | null>(null);
  const { is_on: isOn, revision, changed_at: changedAt, staff_name: name } = state;
  const { night, people, appointments } = forecast;

  async function decide(wished: boolean): Promise<void> {
    const seen = { night, people, appointments };
    try {
      await staffCall(changeRetention, { body: { revision, is_on: wished, ...(wished && { seen }) } });
    } finally {
      await readRetentionAgain();
    }
  }

  function finish(wished: boolean): void {
    flushSync(() => want(null)); // the dialog gives the focus back before it goes to what was said
    onSaid(wished ? texts.isOn : texts.isOff);
  }

  return (
    <>
      <p className="retention-state">
        <Icon name={isOn ? 'check' : 'error'} size="sm" color={isOn ? 'success' : 'danger'} />
        <strong>{isOn ? texts.on : texts.off}</strong>
      </p>
      {changedAt && <p className="form-text">{texts.since(formatMoment(changedAt, language), name ?? texts.somebody)}</p>}
      {mayChange && (
        <Button
          kind={isOn ? 'outline-danger' : 'primary'}
          onClick={() => {
            onBegin();
            want(!isOn);
          }}
        >
          {isOn ? texts.turnOff : texts.turnOn}
        </Button>
      )}
      {wanted !== null && (
        <Confirm
          title={wanted ? texts.onTitle : texts.offTitle}
          action={wanted ? texts.turnOn : texts.turnOff}
          send={() => decide(wanted)}
          onDone={() => finish(wanted)}
          onClose={() => want(null)}
          sayRefusal={(error) => (problemOf(error) === 'changed-meanwhile' ? texts.changed : undefined)}
        >
          {wanted ? (
            <>
              <p>{texts.onText(people, appointments)}</p>
              <p>{texts.onBackup}</p>
            </>
          ) : (
            <p>{texts.offText}</p>
          )}
        </Confirm>
      )}
    </>
  );
}
