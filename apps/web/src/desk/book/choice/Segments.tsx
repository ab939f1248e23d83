import { usePicked } from '../../../ui/picked.ts';

interface Props {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a few, side by side, each one press away. */
export function Segments({ legend, name, choices, value, onChange }: Props) {
  const [picked, pick] = usePicked(value);

  function change(next: string): void {
    pick(next);
    onChange(next);
  }

  return (
    <fieldset className="segments">
      <legend>{legend}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="radio" name={name} value={choice.value} checked={choice.value === picked} onChange={() => change(choice.value)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
