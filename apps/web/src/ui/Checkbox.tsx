import type { ReactNode } from 'react';
import { FieldError } from './FieldFrame.tsx';

interface Props {
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A statement to tick; its label may hold a link. */
export function Checkbox({ id, name = id, label, error, required, checked, onChange }: Props) {
  return (
    <div className="form-group">
      <div className="form-check">
        <input
          type="checkbox"
          id={id}
          name={name}
          checked={checked}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={id}>
          {label}
          {required && <span aria-hidden="true">*</span>}
        </label>
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}
