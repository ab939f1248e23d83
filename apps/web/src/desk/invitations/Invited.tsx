import { deskBook } from '../../messages/desk-book.ts';
import { deskInvitations } from '../../messages/desk-invitations.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Somebody, Typed } from '../book/draft.ts';
import { KnownPerson } from '../book/person/KnownPerson.tsx';
import { PersonSearch } from '../book/person/PersonSearch.tsx';
import { typedOf } from '../book/said-person.ts';

export interface InvitedPerson {
  /** null: the link is handed over to whoever it is. */
  readonly person: Somebody | null;
  readonly typed: Typed;
}

interface Props {
  readonly invited: InvitedPerson;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (invited: InvitedPerson) => void;
}

/** Somebody known, somebody new, or nobody by name. */
export function Invited({ invited: { person, typed }, errors, onChange }: Props) {
  const texts = useMessages(deskInvitations);
  const { person: personTexts } = useMessages(deskBook);
  const field = (name: string) => ({ id: `person/${name}`, value: typed[`person/${name}`] ?? '', error: errors[`person/${name}`], onChange: (text: string) => onChange({ person, typed: { ...typed, [`person/${name}`]: text } }) });
  return (
    <section aria-labelledby="invited" className="person-part">
      <div className="person-head">
        <h2 id="invited" className="h3">
          {texts.forWhom}
        </h2>
        {person && (
          <button type="button" className="link-button" onClick={() => onChange({ person: null, typed: {} })}>
            {personTexts.change}
          </button>
        )}
      </div>
      {!person && (
        <>
          <PersonSearch onFound={({ id, name, email, phone }) => onChange({ person: { kind: 'known', id, name, email, phone }, typed: {} })} onNew={(words) => onChange({ person: { kind: 'new' }, typed: typedOf(words) })} />
          <p className="form-text">{texts.nobody}</p>
        </>
      )}
      {person?.kind === 'known' && <KnownPerson person={person} />}
      {person?.kind === 'new' && (
        <>
          <div className="field-pairs">
            <TextField {...field('given_name')} label={personTexts.givenName} required autoComplete="off" maxLength={100} />
            <TextField {...field('family_name')} label={personTexts.familyName} required autoComplete="off" maxLength={100} />
            <TextField {...field('email')} type="email" label={personTexts.email} autoComplete="off" inputMode="email" maxLength={254} />
            <TextField {...field('phone')} type="tel" label={personTexts.phone} autoComplete="off" inputMode="tel" maxLength={40} />
          </div>
        </>
      )}
    </section>
  );
}
