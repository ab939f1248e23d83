import { useState } from 'react';
import { describedBy, FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface Props extends FieldProps {
  readonly name?: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly texts: { readonly show: string; readonly hide: string; readonly showLong: string; readonly hideLong: string };
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A password that can be looked at while it is typed: better than typing it twice. It may be pasted. */
export function PasswordField(props: Props) {
  const { name = props.id, autoComplete, texts, value, onChange } = props;
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame {...props}>
      <div className="password-field">
        <input
          {...describedBy(props)}
          className="form-control"
          type={isShown ? 'text' : 'password'}
          name={name}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" className="password-toggle" aria-controls={props.id} onClick={() => setShown(!isShown)}>
          <span aria-hidden="true">{isShown ? texts.hide : texts.show}</span>
          <span className="visually-hidden">{isShown ? texts.hideLong : texts.showLong}</span>
        </button>
      </div>
    </FieldFrame>
  );
}
