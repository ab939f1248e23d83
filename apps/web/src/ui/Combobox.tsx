import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { describedBy, FieldError, FieldHelp, type FieldProps } from './FieldFrame.tsx';

export interface Suggestion {
  readonly id: string;
  readonly content: ReactNode;
}

interface Props extends FieldProps {
  readonly name?: string;
  readonly words: string;
  readonly placeholder?: string | undefined;
  readonly suggestions: readonly Suggestion[];
  /** What the list of suggestions is called. */
  readonly listLabel: string;
  /** How many there are, or that none is: for who does not see the list. */
  readonly status: string;
  /** Opens as soon as the field has the focus, for a list that helps before a word is typed. */
  readonly opensAtOnce?: boolean;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onWords: (words: string) => void;
  readonly onChoose: (id: string) => void;
  /** Enter while nothing can be chosen yet. */
  readonly onEarlyEnter?: () => void;
  readonly onLeave?: () => void;
}

/** A field that suggests while people type. Arrows go through the list, Enter takes what is marked, Escape closes it. */
export function Combobox(props: Props) {
  const { id, name = id, words, placeholder, suggestions, listLabel, status, opensAtOnce = false, maxLength, inputRef, onWords, onChoose, onEarlyEnter, onLeave } = props;
  const [isWanted, setWanted] = useState(false);
  const [marked, setMarked] = useState<string | null>(null);
  const listId = useId();
  const isOpen = isWanted && suggestions.length > 0;
  const markedIndex = Math.max(0, suggestions.findIndex((one) => one.id === marked));
  const current = isOpen ? suggestions[markedIndex] : undefined;

  function mark(step: number): void {
    if (!isOpen) return setWanted(true);
    const next = suggestions[(markedIndex + step + suggestions.length) % suggestions.length];
    setMarked(next?.id ?? null);
    document.getElementById(optionId(listId, next?.id ?? ''))?.scrollIntoView({ block: 'nearest' });
  }

  function choose(chosen: string): void {
    setWanted(false);
    setMarked(null);
    onChoose(chosen);
  }

  function close(): void {
    setWanted(false);
    setMarked(null);
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      return mark(step);
    }
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      return close();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (current) choose(current.id);
    else onEarlyEnter?.();
  }

  return (
    <div className="form-group combobox">
      <label className="form-label" htmlFor={id}>
        {props.label}
      </label>
      <FieldHelp id={id} help={props.help} />
      <input
        {...describedBy(props)}
        ref={inputRef}
        className="form-control"
        type="text"
        name={name}
        role="combobox"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={current && optionId(listId, current.id)}
        placeholder={placeholder}
        maxLength={maxLength}
        value={words}
        onChange={({ target }) => {
          setWanted(true);
          setMarked(null);
          onWords(target.value);
        }}
        onFocus={({ target }) => {
          target.select();
          if (opensAtOnce) setWanted(true);
        }}
        onClick={() => setWanted(true)}
        onBlur={() => {
          close();
          onLeave?.();
        }}
        onKeyDown={press}
      />
      <ul id={listId} role="listbox" aria-label={listLabel} className="combobox-list" hidden={!isOpen}>
        {suggestions.map((one) => (
          <li
            key={one.id}
            id={optionId(listId, one.id)}
            role="option"
            aria-selected={one === current}
            // Before the field loses the focus, which would close the list under the pointer.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(one.id)}
          >
            {one.content}
          </li>
        ))}
      </ul>
      <span className="visually-hidden" role="status">
        {isWanted ? status : ''}
      </span>
      <FieldError id={id} error={props.error} />
    </div>
  );
}

function optionId(list: string, option: string): string {
  return `${list}-${option}`;
}
