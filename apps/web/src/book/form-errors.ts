import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Options {
  /** Field -> how to mend it, in the order of the form. */
  readonly find: () => Readonly<Record<string, string>>;
  readonly onRight: () => void;
  /** What the server did not take, shown until the form is sent again. */
  readonly refused?: Readonly<Record<string, string>>;
}

export interface CheckedForm {
  readonly errors: Readonly<Record<string, string>>;
  readonly summary: RefObject<HTMLDivElement | null>;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
}

/** Judges a form when it is sent, not while people type; the focus goes to the summary of what must be mended. */
export function useCheckedForm({ find, onRight, refused = {} }: Options): CheckedForm {
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>(refused);
  const summary = useRef<HTMLDivElement>(null);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = find();
    flushSync(() => setMistakes(found));
    if (Object.keys(found).length === 0) onRight();
    else summary.current?.focus();
  }

  return { errors: mistakes, summary, submit };
}
