import { FieldError } from '../ui/FieldFrame.tsx';

interface Props {
  readonly id: string;
  readonly legend: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Any number of some. The group has the id, for an error summary. */
export function CheckboxGroup({ id, legend, help, error, choices, value, onChange }: Props) {
  const description = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset id={id} tabIndex={-1} data-quiet-focus aria-describedby={description || undefined} className="checkbox-group">
      <legend>{legend}</legend>
      {help && (
        <p className="form-text" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className="checkbox-columns">
        {choices.map((choice) => (
          <div className="form-check" key={choice.value}>
            <input
              type="checkbox"
              id={`${id}-${choice.value}`}
              checked={value.includes(choice.value)}
              onChange={({ target }) => onChange(target.checked ? [...value, choice.value] : value.filter((one) => one !== choice.value))}
            />
            <label htmlFor={`${id}-${choice.value}`}>{choice.label}</label>
          </div>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
