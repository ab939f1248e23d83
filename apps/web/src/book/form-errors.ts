import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Options {
  /** Field -> how to mend it, in the order of the form; asked each time the form is shown. */
  readonly find: () => Readonly<Record<string, string>>;
  readonly onRight: () => void;
  /** What the server did not take. */
  readonly refused?: Readonly<Record<string, string>>;
}

export interface CheckedForm {
  readonly errors: Readonly<Record<string, string>>;
  readonly summary: RefObject<HTMLDivElement | null>;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
}

/** Judges a form when it is sent, not while people type; the focus goes to the summary of what must be mended. */
export function useCheckedForm({ find, onRight, refused = {} }: Options): CheckedForm {
  const [wrongWhenSent, setWrongWhenSent] = useState<readonly string[]>([]);
  const summary = useRef<HTMLDivElement>(null);

  // Whoever is led here by a refusal of the server begins at what must be mended. A moment later, since the page that has
  // just been opened gives the focus to its title.
  useEffect(() => queueMicrotask(() => summary.current?.focus()), []);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const wrong = Object.keys(find());
    flushSync(() => setWrongWhenSent(wrong));
    if (wrong.length === 0) onRight();
    else summary.current?.focus();
  }

  // A mistake that has been mended is shown no longer; a new one only when the form is sent again.
  const stillWrong = Object.entries(find()).filter(([field]) => wrongWhenSent.includes(field));
  return { errors: { ...refused, ...Object.fromEntries(stillWrong) }, summary, submit };
}
