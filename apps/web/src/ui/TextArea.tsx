import { useState } from 'react';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { describedBy, FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface Props extends FieldProps {
  readonly name?: string;
  /** Shown as a count below the field. */
  readonly maxLength: number;
  readonly rows?: number;
  readonly element?: string | undefined;
  readonly defaultValue?: string | undefined;
  /** With `onChange`, the parent keeps the value. */
  readonly value?: string | undefined;
  readonly onChange?: (value: string) => void;
}

export function TextArea(props: Props) {
  const { id, name = id, maxLength, rows = 4, element, defaultValue = '', value, onChange } = props;
  const { field } = useMessages(common);
  const [used, setUsed] = useState(defaultValue.length);

  function count(text: string): void {
    setUsed(text.length);
    onChange?.(text);
  }

  return (
    <FieldFrame {...props}>
      <textarea
        {...describedBy(props)}
        className="form-control"
        name={name}
        rows={rows}
        maxLength={maxLength}
        data-element={element}
        {...(value === undefined ? { defaultValue } : { value })}
        onChange={(event) => count(event.target.value)}
      />
      <p className="form-text mt-1">{field.characters(value?.length ?? used, maxLength)}</p>
    </FieldFrame>
  );
}
