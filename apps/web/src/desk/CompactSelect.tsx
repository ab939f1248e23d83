import { useId } from 'react';
import { usePicked } from '../ui/picked.ts';

interface Props {
  readonly label: string;
  /** What the first line says, where nothing may be chosen. */
  readonly empty?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A list that stands in a row with others. */
export function CompactSelect({ label, empty, choices, value, onChange }: Props) {
  const id = useId();
  const [picked, pick] = usePicked(value);

  function change(next: string): void {
    pick(next);
    onChange(next);
  }

  return (
    <div className="compact-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="form-select" value={picked} onChange={({ target }) => change(target.value)}>
        {empty && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
