import { useEffect } from 'react';
import { describedBy, FieldFrame } from '../ui/FieldFrame.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  /** The six digits of an authenticator app; else letters and digits of a recovery code. */
  readonly isNumber: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Where typing the code is all that is left to do. */
  readonly takesFocus?: boolean;
}

/** A code that is copied from elsewhere: blanks in it do not matter. */
export function CodeField(props: Props) {
  const { id, isNumber, value, onChange, takesFocus = true } = props;

  useEffect(() => {
    if (takesFocus) document.getElementById(id)?.focus();
  }, [id, takesFocus]);

  return (
    <FieldFrame {...props} required>
      <input
        {...describedBy({ ...props, required: true })}
        className="form-control code-field"
        type="text"
        name={isNumber ? 'one-time-code' : 'recovery-code'}
        inputMode={isNumber ? 'numeric' : 'text'}
        autoComplete={isNumber ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
