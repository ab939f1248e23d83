import { useId, useRef } from 'react';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Comune } from './queries.ts';

/** A comune that is to join, with its postal code as it will be saved. */
export interface Picked {
  readonly comune: Comune;
  readonly postalCode: string;
}

interface Props {
  /** What the ids of its fields begin with; the ISTAT code follows. */
  readonly id: string;
  readonly value: readonly Picked[];
  readonly onChange: (value: readonly Picked[]) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly onRemove: (code: string) => void;
}

/** What was picked so far: each can be taken off again, and its postal code corrected. */
export function PickedComuni({ id, value, onChange, errors, onRemove }: Props) {
  const { comuni: texts } = useMessages(firstSteps);
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);

  function take(code: string): void {
    onRemove(code);
    title.current?.focus();
  }

  return (
    <section aria-labelledby={titleId} className="picked-comuni">
      <h2 id={titleId} tabIndex={-1} ref={title}>
        {texts.picked}
      </h2>
      {value.length === 0 ? <p>{texts.pickedNone}</p> : <p className="form-text">{texts.postalHelp}</p>}
      <ul className="plain-list">
        {value.map(({ comune, postalCode }) => {
          const fieldId = `${id}-${comune.istat_code}`;
          return (
            <li key={comune.istat_code}>
              <p>
                <strong>{comune.name}</strong> <span className="form-text">{texts.ofProvince(comune.province_name, comune.province)}</span>
              </p>
              <TextField
                id={fieldId}
                label={texts.postalCode(comune.name)}
                help={comune.postal_code === null ? texts.severalCodes : undefined}
                error={errors[fieldId]}
                required
                inputMode="numeric"
                autoComplete="off"
                maxLength={5}
                value={postalCode}
                onChange={(code) => onChange(value.map((one) => (one.comune === comune ? { comune, postalCode: code } : one)))}
              />
              <button type="button" className="plain-button" aria-label={texts.removeOf(comune.name)} onClick={() => take(comune.istat_code)}>
                {texts.remove}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
