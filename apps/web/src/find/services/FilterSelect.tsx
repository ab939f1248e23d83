import { useId } from 'react';
import type { Choice } from '../../ui/SelectField.tsx';

interface Props {
  readonly label: string;
  /** What the list says while it narrows nothing. */
  readonly all: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | undefined) => void;
}

export function FilterSelect({ label, all, value = '', choices, onChange }: Props) {
  const id = useId();
  return (
    <div className="form-group">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <select className="form-select" id={id} value={value} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
