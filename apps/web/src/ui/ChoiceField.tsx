import type { FieldProps } from './FieldFrame.tsx';
import { usePicked } from './picked.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { type Choice, SelectField } from './SelectField.tsx';

interface Props extends FieldProps {
  readonly choices: readonly Choice[];
  /** What a list says while nothing is chosen. */
  readonly empty: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

const mostInSight = 5;

/** One of some: all in sight while they are few, else a list. */
export function ChoiceField({ id, label, help, error, required = false, choices, empty, value, onChange }: Props) {
  const [picked, pick] = usePicked(value);
  const field = { id, label, help, error, required, choices, onChange: change };

  function change(next: string): void {
    pick(next);
    onChange(next);
  }

  return choices.length <= mostInSight ? <RadioGroup {...field} value={picked ?? null} /> : <SelectField {...field} empty={empty} value={picked ?? ''} />;
}
