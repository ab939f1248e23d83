import type { Channel, PersonFound } from '@sportello/contract';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import type { DeskDraft } from '../draft.ts';
import { changeDraft } from '../draft-store.ts';
import { focusOn, searchFieldId, submitId } from '../focus-on.ts';
import { typedOf } from '../said-person.ts';
import { ContactFields } from './ContactFields.tsx';
import { KnownPerson } from './KnownPerson.tsx';
import { PersonSearch } from './PersonSearch.tsx';

interface Props {
  readonly draft: DeskDraft;
  readonly channel: Channel;
  readonly errors: Readonly<Record<string, string>>;
}

const personFields = ['person/given_name', 'person/family_name', 'person/email', 'person/phone', 'person/tax_code'];

/** For whom: found while typing, or new with what was typed. */
export function PersonPart({ draft, channel, errors }: Props) {
  const { person: texts } = useMessages(deskBook);
  const { person, typed } = draft;
  return (
    <section aria-labelledby="for-whom" className="person-part">
      <div className="person-head">
        <h2 id="for-whom">{texts.title}</h2>
        {person && (
          <button type="button" className="link-button" onClick={change}>
            {texts.change}
          </button>
        )}
      </div>
      {!person && <PersonSearch error={errors[searchFieldId]} onFound={choose} onNew={begin} />}
      {person?.kind === 'known' && <KnownPerson person={person} />}
      {person && <ContactFields draft={draft} person={person} channel={channel} errors={errors} />}
    </section>
  );

  function choose({ id, name, email, phone }: Pick<PersonFound, 'id' | 'name' | 'email' | 'phone'>): void {
    changeDraft({ person: { kind: 'known', id, name, email, phone } });
    focusOn(channel === 'phone' && !phone ? 'person/phone' : submitId);
  }

  function begin(words: string): void {
    const said = typedOf(words);
    changeDraft({ person: { kind: 'new' }, typed: { ...typed, ...said } });
    focusOn(said['person/given_name'] ? 'person/phone' : 'person/given_name');
  }

  function change(): void {
    changeDraft({ person: null, typed: Object.fromEntries(Object.entries(typed).filter(([field]) => !personFields.includes(field))) });
    focusOn(searchFieldId);
  }
}
