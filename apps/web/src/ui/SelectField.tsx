import { describedBy, FieldFrame, type FieldProps } from './FieldFrame.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props extends FieldProps {
  readonly name?: string;
  readonly choices: readonly Choice[];
  /** What the list says while nothing is chosen. */
  readonly empty: string;
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: (value: string) => void;
}

export function SelectField(props: Props) {
  const { name = props.id, choices, empty, value, defaultValue, onChange } = props;
  return (
    <FieldFrame {...props}>
      <select
        {...describedBy(props)}
        className="form-select"
        name={name}
        value={value}
        defaultValue={defaultValue}
        onChange={onChange && ((event) => onChange(event.target.value))}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
