import type { FieldProps } from './FieldFrame.tsx';
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
export function ChoiceField({ empty, value, ...props }: Props) {
  if (props.choices.length <= mostInSight) return <RadioGroup {...props} value={value ?? null} />;
  return <SelectField {...props} empty={empty} value={value ?? ''} />;
}
