import { type DeskPerson, may } from '@sportello/contract';
import { useParams } from 'react-router';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { useMe } from '../../../staff/me.ts';
import { StaffHead } from '../../../staff/StaffHead.tsx';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { NotForRole } from '../NotForRole.tsx';
import { PeopleSearch } from '../search/PeopleSearch.tsx';
import { WithPerson } from '../WithPerson.tsx';

/** Another row of the same person that nothing gives away: found by search, then compared. */
export function DuplicatesPage() {
  const id = useParams().id ?? '';
  const { role } = useMe();
  if (!may(role, 'person.change')) return <NotForRole />;
  return <WithPerson key={id} id={id}>{(shown) => <Search shown={shown} />}</WithPerson>;
}

function Search({ shown }: { readonly shown: DeskPerson }) {
  const { duplicates: texts, alike, merge } = useMessages(people);
  return (
    <div className="container page-body people-page">
      <StaffHead title={texts.title} lead={texts.lead(shown.name)} up={{ label: merge.up(shown.name), href: staffPaths.person(shown.id) }} />
      <PeopleSearch
        initial=""
        hrefOf={({ id }) => (id === shown.id ? staffPaths.person(id) : staffPaths.comparePeople(shown.id, id))}
        actions={({ id, name }) =>
          id === shown.id ? (
            <p className="form-text">{texts.itself}</p>
          ) : (
            <a className="row-button" href={staffPaths.comparePeople(shown.id, id)} aria-label={alike.compareWith(name)}>
              {alike.compare}
            </a>
          )
        }
      />
    </div>
  );
}
