import { useState } from 'react';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface Props<Value> {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly inputMode?: 'text' | 'numeric';
  /** More than a line; left out: one line. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly value: Value;
  /** As people read it. */
  readonly write: (value: Value) => string;
  /** As it is kept. */
  readonly read: (text: string) => Value;
  readonly onChange: (value: Value) => void;
}

/** A value that is typed otherwise than it is kept. What is typed stays as it is as long as it means what is kept. */
export function ConvertedField<Value>({ value, write, read, onChange, rows, maxLength = 2000, ...field }: Props<Value>) {
  const [typed, setTyped] = useState(() => write(value));
  const text = JSON.stringify(read(typed)) === JSON.stringify(value) ? typed : write(value);

  function change(next: string): void {
    setTyped(next);
    onChange(read(next));
  }

  if (rows !== undefined) return <TextArea {...field} rows={rows} maxLength={maxLength} value={text} onChange={change} />;
  return <TextField {...field} autoComplete="off" maxLength={maxLength} value={text} onChange={change} />;
}
