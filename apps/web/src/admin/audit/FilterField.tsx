import { FieldError } from '../../ui/FieldFrame.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'date' | 'text';
  /** With choices it is a list; `empty` says that it does not filter. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly empty?: string;
}

/** A field that narrows: none of them is needed, so none says that it is optional. */
export function FilterField({ id, label, error, value, onChange, type, choices, empty }: Props) {
  const common = { id, value, 'aria-invalid': error ? (true as const) : undefined, 'aria-describedby': error ? `${id}-error` : undefined };
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select {...common} className="form-select" onChange={({ target }) => onChange(target.value)}>
          <option value="">{empty}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...common} className="form-control" type={type} maxLength={64} autoComplete="off" spellCheck={false} onChange={({ target }) => onChange(target.value)} />
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}
