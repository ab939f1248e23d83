import type { PersonFound } from '@sportello/contract';
import type { ReactNode } from 'react';
import { people } from '../../../messages/people.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { useDeskMinute } from '../../desk-minute.ts';
import { formatStart } from '../when.ts';

interface Props {
  readonly person: PersonFound;
  readonly href: string;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** Where the focus comes back to after a look at somebody. */
export function linkIdOf(personId: string): string {
  return `found-${personId}`;
}

/** Somebody who was found: by what, how they can be reached, and when they come or came. */
export function FoundRow({ person, href, onOpen, children }: Props) {
  const { search: texts } = useMessages(people);
  return (
    <li className="found-row">
      <p className="found-name">
        <a id={linkIdOf(person.id)} href={href} onClick={onOpen}>
          {person.name}
        </a>
      </p>
      <FoundFacts person={person} why={texts.matched[person.matched]} />
      <div className="found-actions">{children}</div>
    </li>
  );
}

export function FoundFacts({ person, why }: { readonly person: PersonFound; readonly why: string }) {
  const { search: texts } = useMessages(people);
  const language = useLanguage();
  const minute = useDeskMinute();
  const { phone, email, tax_code, next_appointment: next, last_appointment: last, appointment_count: count } = person;
  const nextOne = next && texts.next(formatStart(next.starts_at, language, minute), next.service_name);
  const lastOne = last && texts.last(formatStart(last.starts_at, language, minute), last.service_name);
  const meeting = nextOne ?? lastOne;
  const isOnlyOne = count === 1 && meeting !== null;
  const contacts = [phone, email, tax_code].filter(Boolean).join(' · ') || texts.noContacts;
  return (
    <div className="found-facts">
      <p>
        <strong>{why}</strong> · {contacts}
      </p>
      <p>
        {meeting && <span>{meeting}</span>}
        {meeting && !isOnlyOne && ' · '}
        {!isOnlyOne && <span className="found-count">{texts.appointments(count)}</span>}
      </p>
    </div>
  );
}
