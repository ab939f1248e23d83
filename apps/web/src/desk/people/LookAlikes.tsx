import { type DeskPerson, may } from '@sportello/contract';
import { people } from '../../messages/people.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { FoundFacts } from './search/FoundRow.tsx';

/** Who may be the same, and the way to make them one. */
export function LookAlikes({ shown }: { readonly shown: DeskPerson }) {
  const { alike: texts } = useMessages(people);
  const { role } = useMe();
  const mayChange = may(role, 'person.change');
  const { look_alikes: alike } = shown;
  if (alike.length === 0 && !mayChange) return null;
  return (
    <section className="desk-section" aria-labelledby="alike">
      <h2 id="alike">{texts.title}</h2>
      {alike.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          {mayChange && <p className="form-text">{texts.lead}</p>}
          <ul className="plain-list found-list">
            {alike.map((person) => (
              <li key={person.id} className="found-row">
                <p className="found-name">
                  <a href={staffPaths.person(person.id)}>{person.name}</a>
                </p>
                <FoundFacts person={person} why={texts.matched[person.matched]} />
                {mayChange && (
                  <div className="found-actions">
                    <a className="row-button" href={staffPaths.comparePeople(shown.id, person.id)} aria-label={texts.compareWith(person.name)}>
                      {texts.compare}
                    </a>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange && (
        <p>
          <a href={staffPaths.duplicates(shown.id)}>{texts.searchOther}</a>
        </p>
      )}
    </section>
  );
}
