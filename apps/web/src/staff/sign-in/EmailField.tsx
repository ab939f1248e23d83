import { describedBy, FieldFrame } from '../../ui/FieldFrame.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The user name of an account: what a password manager fills in, and where the browser offers passkeys. */
export function EmailField(props: Props) {
  return (
    <FieldFrame {...props} required>
      <input
        {...describedBy({ ...props, required: true })}
        className="form-control"
        type="email"
        name="username"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
