import { describedBy, FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface Props extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'url';
  readonly name?: string;
  /** What the browser may fill in: "given-name", "email" ... */
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric';
  readonly maxLength?: number;
  readonly defaultValue?: string | undefined;
  /** With `onChange`, the parent keeps the value. */
  readonly value?: string | undefined;
  readonly onChange?: (value: string) => void;
}

export function TextField(props: Props) {
  const { type = 'text', name = props.id, autoComplete, inputMode, maxLength, defaultValue, value, onChange } = props;
  return (
    <FieldFrame {...props}>
      <input
        {...describedBy(props)}
        className="form-control"
        type={type}
        name={name}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        defaultValue={defaultValue}
        value={value}
        onChange={onChange && ((event) => onChange(event.target.value))}
      />
    </FieldFrame>
  );
}
