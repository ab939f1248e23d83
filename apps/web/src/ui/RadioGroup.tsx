import type { Choice } from './SelectField.tsx';
import { describedBy, FieldError, FieldHelp, FieldLabel, type FieldProps } from './FieldFrame.tsx';

interface Props extends FieldProps {
  readonly name?: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** One of a few, each in sight. The group has the id, so that an error summary leads to it. */
export function RadioGroup(props: Props) {
  const { id, name = id, choices, value, onChange } = props;
  const { 'aria-describedby': description, 'aria-invalid': isInvalid, 'aria-required': isRequired } = describedBy(props);
  return (
    <fieldset id={id} role="radiogroup" tabIndex={-1} data-quiet-focus aria-describedby={description} aria-invalid={isInvalid} aria-required={isRequired}>
      <legend>
        <FieldLabel label={props.label} required={props.required ?? false} />
      </legend>
      <FieldHelp id={id} help={props.help} />
      {choices.map((choice, index) => (
        <div className="form-check" key={choice.value}>
          <input type="radio" id={`${id}-${index}`} name={name} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} />
          <label htmlFor={`${id}-${index}`}>{choice.label}</label>
        </div>
      ))}
      <FieldError id={id} error={props.error} />
    </fieldset>
  );
}
