import type { PersonFound } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { people } from '../../../messages/people.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { Refusal } from '../../../staff/Refusal.tsx';
import { Live } from '../../../ui/Live.tsx';
import { useSettled } from '../../book/settled.ts';
import { fewestCharacters, peopleBy } from '../queries.ts';
import { FoundRow, linkIdOf } from './FoundRow.tsx';

interface Props {
  readonly initial: string;
  /** Whose link has the focus at first, if they are among those found; else it is the field. */
  readonly focusOn?: string | null;
  readonly onWords?: (words: string) => void;
  readonly hrefOf: (person: PersonFound) => string;
  readonly onOpen?: (person: PersonFound) => void;
  /** What else can be done with somebody who was found. */
  readonly actions: (person: PersonFound) => ReactNode;
  /** Below "nobody found". */
  readonly otherWay?: ReactNode;
}

/** Long enough that a name typed at an even pace is one search, and one entry of the trail. */
const pauseMilliseconds = 400;

/** One field; who is found stands below it, after a pause or with Enter. Enter goes on to the first of them. */
export function PeopleSearch({ initial, focusOn = null, onWords, hrefOf, onOpen, actions, otherWay }: Props) {
  const { search: texts } = useMessages(people);
  const language = useLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(initial);
  const [entered, setEntered] = useState<string | null>(null);
  const words = typed.trim();
  const settled = useSettled(words, pauseMilliseconds);
  const asked = entered === words ? words : settled;
  const { data, error, isFetching } = useQuery({ ...peopleBy(asked, language), placeholderData: (before) => before });
  const isLongEnough = words.length >= fewestCharacters;
  const isSettled = isLongEnough && asked === words && !isFetching && !error;
  const found = isLongEnough ? (data?.items ?? []) : [];
  const first = isSettled ? found[0] : undefined;

  // The title of the page has just taken the focus, as on every page; here it goes on to where work begins.
  useEffect(() => {
    const opened = focusOn && document.getElementById(linkIdOf(focusOn));
    (opened || field.current)?.focus();
  }, [focusOn]);

  const goOn = useEffectEvent(() => {
    if (entered !== words || !isSettled) return;
    setEntered(null);
    if (first) document.getElementById(linkIdOf(first.id))?.focus();
  });
  useEffect(() => goOn(), [entered, isSettled]);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isLongEnough) setEntered(words);
    else field.current?.focus();
  }

  function type(next: string): void {
    setTyped(next);
    setEntered(null);
    onWords?.(next.trim());
  }

  return (
    <>
      {/* Never sent by the browser itself; were it ever, the words would not stand in an address. */}
      <form role="search" method="post" className="people-search" onSubmit={submit}>
        <label className="form-label" htmlFor={id}>
          {texts.label}
        </label>
        <p className="form-text" id={`${id}-help`}>
          {texts.help}
        </p>
        <div className="search-row">
          <input
            ref={field}
            className="form-control"
            type="search"
            id={id}
            aria-describedby={`${id}-help`}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            value={typed}
            onChange={({ target }) => type(target.value)}
          />
          <button type="submit" className="btn btn-primary btn-icon">
            {texts.button}
          </button>
        </div>
      </form>
      <Live text={said()} />
      <Refusal error={isLongEnough ? error : null} />
      {found.length > 0 && (
        <section aria-label={texts.results} aria-busy={!isSettled} className="people-found">
          <p className="people-count">{isSettled ? texts.count(found.length) : texts.searching}</p>
          <ul className="plain-list found-list">
            {found.map((person) => (
              <FoundRow key={person.id} person={person} href={hrefOf(person)} onOpen={() => onOpen?.(person)}>
                {actions(person)}
              </FoundRow>
            ))}
          </ul>
          {isSettled && data?.has_more && <p className="field-note">{texts.more}</p>}
        </section>
      )}
      {found.length === 0 && isSettled && <NobodyFound otherWay={otherWay} />}
      {found.length === 0 && isLongEnough && !isSettled && !error && <p className="people-count">{texts.searching}</p>}
      <p className="form-text people-recorded">{texts.recorded}</p>
    </>
  );

  function said(): string {
    if (!isSettled) return words.length === 1 ? texts.tooShort : '';
    if (found.length === 0) return texts.none;
    return data?.has_more ? `${texts.count(found.length)}. ${texts.more}` : texts.count(found.length);
  }
}

function NobodyFound({ otherWay }: { readonly otherWay: ReactNode }) {
  const { search: texts } = useMessages(people);
  return (
    <div className="people-none">
      <h2>{texts.none}</h2>
      <ul>
        {texts.noneAdvice.map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
      {otherWay}
    </div>
  );
}
