import type { PersonFound } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { formatShortDay, formatTime } from '../../../format/dates.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { Combobox, type Suggestion } from '../../../ui/Combobox.tsx';
import { peopleBy } from '../../people/queries.ts';
import { searchFieldId } from '../focus-on.ts';
import { useSettled } from '../settled.ts';

interface Props {
  readonly error?: string | undefined;
  readonly onFound: (person: PersonFound) => void;
  readonly onNew: (words: string) => void;
}

const pauseMilliseconds = 250;
const fewestCharacters = 2;
const newId = 'new';

/** People by name, phone or tax code while typing; below them, always, somebody new with what was typed. */
export function PersonSearch({ error, onFound, onNew }: Props) {
  const { person: texts } = useMessages(deskBook);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const words = typed.trim();
  const settled = useSettled(words, pauseMilliseconds);
  const { data, isError, isFetching } = useQuery({ ...peopleBy(settled, language), placeholderData: (before) => before });
  const isSettled = settled === words && !isFetching && words.length >= fewestCharacters;
  const found = isSettled ? (data?.items ?? []) : [];

  // Enter before the answer: with nobody found, somebody new is meant. With somebody found, who is there is looked at first.
  const answerEnter = useEffectEvent(() => {
    if (!isEnterWaiting || !isSettled) return;
    setEnterWaiting(false);
    if (found.length === 0) onNew(words);
  });
  useEffect(() => answerEnter(), [isEnterWaiting, isSettled]);

  const suggestions: Suggestion[] = [
    ...found.map((person) => ({ id: person.id, content: <FoundPerson person={person} /> })),
    ...(isSettled ? [{ id: newId, content: <span className="suggestion-main">{texts.new(words)}</span> }] : []),
  ];

  return (
    <>
      <Combobox
        id={searchFieldId}
        label={texts.search}
        required
        words={typed}
        listLabel={texts.people}
        status={status()}
        suggestions={suggestions}
        maxLength={200}
        error={error}
        onWords={(next) => {
          setEnterWaiting(false);
          setTyped(next);
        }}
        onChoose={(id) => {
          const person = found.find((one) => one.id === id);
          if (person) onFound(person);
          else onNew(words);
        }}
        onEarlyEnter={() => setEnterWaiting(words.length >= fewestCharacters)}
      />
      {isSettled && data?.has_more && <p className="form-text">{texts.noMore}</p>}
      {isError && <p className="form-text">{texts.failed}</p>}
    </>
  );

  function status(): string {
    if (words.length < fewestCharacters) return '';
    if (!isSettled) return texts.searching;
    return found.length === 0 ? texts.foundNone : texts.found(found.length);
  }
}

function FoundPerson({ person: { name, phone, email, tax_code, next_appointment: next, last_appointment: last } }: { readonly person: PersonFound }) {
  const { person: texts } = useMessages(deskBook);
  const language = useLanguage();
  const contacts = [phone, email, tax_code].filter(Boolean).join(' · ') || texts.noContacts;
  return (
    <>
      <span className="suggestion-main">{name}</span>
      <span className="suggestion-sub">{contacts}</span>
      {next && <span className="suggestion-sub">{texts.nextAppointment(`${formatShortDay(next.starts_at, language)}, ${formatTime(next.starts_at)}`, next.service_name)}</span>}
      {!next && last && <span className="suggestion-sub">{texts.lastAppointment(formatShortDay(last.starts_at, language))}</span>}
    </>
  );
}
