import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fieldErrorsOf } from '../trouble.ts';

type Errors = Readonly<Record<string, string>>;
type Mistakes = Readonly<Record<string, string | undefined>>;

interface Options<Values, Answer> {
  readonly initial: Values;
  /** Field -> how to mend it, in the order of the form. */
  readonly check?: (values: Values) => Mistakes;
  readonly send: (values: Values) => Promise<Answer>;
  readonly onDone?: (answer: Answer, values: Values) => unknown;
  /** Fields that the API names otherwise than the form: its name (`with_people/reason`) -> field. */
  readonly called?: Readonly<Record<string, string>>;
  /** Problems that belong to one field: name of the problem -> field. Their text stands beside it. */
  readonly belongs?: (error: Error) => Mistakes;
}

export interface Form<Values> {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
  /** By the id of the field, for the summary. */
  readonly errors: Errors;
  readonly field: <Name extends keyof Values & string>(name: Name) => FieldOf<Values[Name]>;
  /** What went wrong beyond single fields. */
  readonly refusal: Error | null;
  readonly isBusy: boolean;
  readonly isDone: boolean;
  readonly isChanged: boolean;
  readonly summary: RefObject<HTMLDivElement | null>;
  readonly submit: (event?: FormEvent<HTMLFormElement>) => void;
  /** Begins anew with these values. */
  readonly reset: (values: Values) => void;
  /** Empties the fields after they were sent. */
  readonly clear: (values: Values) => void;
}

export interface FieldOf<Value> {
  readonly id: string;
  readonly error: string | undefined;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/**
 * A form of the staff: judged when it is sent, not while people type; what the API refuses stands beside its field, and
 * the focus goes to the summary. A mistake is no longer shown once its field is changed.
 */
export function useForm<Values extends object, Answer>({ initial, check, send, onDone, called = {}, belongs }: Options<Values, Answer>): Form<Values> {
  const prefix = useId();
  const [start, setStart] = useState(initial);
  const [values, setValues] = useState(initial);
  const [mistakes, setMistakes] = useState<Errors>({});
  const [touched, setTouched] = useState<readonly string[]>([]);
  const summary = useRef<HTMLDivElement>(null);
  const sending = useMutation({ mutationFn: send, onSuccess: done });

  const refusedFields = sending.error ? saidOf({ ...renamed(fieldErrorsOf(sending.error), called), ...belongs?.(sending.error) }) : {};
  const isTouched = (name: string) => touched.some((field) => name === field || name.startsWith(`${field}/`));
  const wrong = Object.entries({ ...refusedFields, ...mistakes }).filter(([name]) => !isTouched(name));
  const errors = Object.fromEntries(wrong.map(([name, text]) => [idOf(name), text]));

  useEffect(() => {
    if (sending.error) summary.current?.focus();
  }, [sending.error]);

  function done(answer: Answer, sent: Values): unknown {
    // At once, so that a step to another page is not asked about as if something were unsaved.
    flushSync(() => setStart(sent));
    return onDone?.(answer, sent);
  }

  function idOf(name: string): string {
    return `${prefix}-${name.replaceAll('/', '-')}`;
  }

  function set(change: Partial<Values>): void {
    setValues((before) => ({ ...before, ...change }));
    setTouched((before) => [...new Set([...before, ...Object.keys(change)])]);
  }

  function submit(event?: FormEvent<HTMLFormElement>): void {
    event?.preventDefault();
    if (sending.isPending) return;
    const found = saidOf(check?.(values) ?? {});
    flushSync(() => {
      setMistakes(found);
      setTouched([]);
      sending.reset();
    });
    if (Object.keys(found).length > 0) summary.current?.focus();
    else sending.mutate(values);
  }

  return {
    values,
    set,
    errors,
    // The change of one field is a change of the values; the compiler cannot follow a computed name.
    field: (name) => ({ id: idOf(name), error: errors[idOf(name)], value: values[name], onChange: (value) => set({ [name]: value } as unknown as Partial<Values>) }),
    refusal: sending.error && Object.keys(refusedFields).length === 0 ? sending.error : null,
    isBusy: sending.isPending,
    isDone: sending.isSuccess && touched.length === 0,
    isChanged: JSON.stringify(values) !== JSON.stringify(start),
    summary,
    submit,
    reset(next) {
      setStart(next);
      setValues(next);
      setMistakes({});
      setTouched([]);
      sending.reset();
    },
    clear(next) {
      setStart(next);
      setValues(next);
    },
  };
}

/** The mistakes by the names of the form. Pure. */
export function renamed(mistakes: Readonly<Record<string, string>>, called: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(mistakes).map(([name, text]) => [called[name] ?? name, text]));
}

function saidOf(mistakes: Mistakes): Errors {
  return Object.fromEntries(Object.entries(mistakes).flatMap(([name, text]) => (text ? [[name, text]] : [])));
}
