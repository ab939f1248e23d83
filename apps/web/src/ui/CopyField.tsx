import { type ReactNode, useId, useRef } from 'react';
import { CopyButton } from './CopyButton.tsx';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
  /** Said where the browser refuses; the text is selected then, to be copied by hand. */
  readonly failed: string;
  /** More to do with the text, beside the button. */
  readonly children?: ReactNode;
}

/** A text to take elsewhere, whole in its field: read, selected, copied, not changed. */
export function CopyField({ label, text, copy, copied, failed, children }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input ref={field} id={id} className="form-control" type="text" readOnly translate="no" value={text} onFocus={({ target }) => target.select()} />
      <div className="button-row mt-3">
        <CopyButton text={text} label={copy} copied={copied} failed={failed} onFailed={() => field.current?.focus()} />
        {children}
      </div>
    </>
  );
}
