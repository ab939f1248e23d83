import type { ReactNode } from 'react';
import { describedBy, FieldError, FieldHelp, FieldLabel, type FieldProps } from './FieldFrame.tsx';
import { usePicked } from './picked.ts';

export interface CardChoice {
  readonly value: string;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** A short fact in the last line. */
  readonly fact?: ReactNode;
}

interface Props extends FieldProps {
  readonly name?: string;
  readonly choices: readonly CardChoice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of a few that need explaining: the whole card is the target. The group has the id, for an error summary. */
export function RadioCards(props: Props) {
  const { id, name = id, choices, value, onChange } = props;
  const [picked, pick] = usePicked(value);
  const { 'aria-describedby': description, 'aria-invalid': isInvalid, 'aria-required': isRequired } = describedBy(props);

  function change(next: string): void {
    pick(next);
    onChange(next);
  }

  return (
    <fieldset id={id} role="radiogroup" tabIndex={-1} data-quiet-focus aria-describedby={description} aria-invalid={isInvalid} aria-required={isRequired}>
      <legend>
        <FieldLabel label={props.label} required={props.required ?? false} />
      </legend>
      <FieldHelp id={id} help={props.help} />
      <div className="radio-cards">
        {choices.map((choice, index) => (
          <div className="radio-card" key={choice.value}>
            <input type="radio" id={`${id}-${index}`} name={name} value={choice.value} checked={picked === choice.value} onChange={() => change(choice.value)} />
            <label htmlFor={`${id}-${index}`}>
              <span className="radio-card-title">{choice.title}</span>
              {choice.text && <span className="radio-card-text">{choice.text}</span>}
              {choice.fact && <span className="radio-card-fact">{choice.fact}</span>}
            </label>
          </div>
        ))}
      </div>
      <FieldError id={id} error={props.error} />
    </fieldset>
  );
}
