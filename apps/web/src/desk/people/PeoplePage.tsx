import { may } from '@sportello/contract';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { people } from '../../messages/people.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { lastSearch, rememberSearch } from './queries.ts';
import { PeopleSearch } from './search/PeopleSearch.tsx';

/** Finding somebody. Who comes back from a person finds the search as they left it, as long as the tab lives. */
export function PeoplePage() {
  const { search: texts } = useMessages(people);
  const { role } = useMe();
  const said = (useLocation().state as { readonly said?: string } | null)?.said ?? null;
  const [before] = useState(lastSearch);
  const mayWork = may(role, 'appointment.work');
  return (
    <div className="container page-body people-page">
      <StaffHead title={texts.title} lead={texts.lead} />
      <Done text={said === 'erased' ? texts.erased : null} />
      <PeopleSearch
        initial={before.words}
        focusOn={before.openedId}
        onWords={(words) => rememberSearch({ words, openedId: null })}
        hrefOf={({ id }) => staffPaths.person(id)}
        onOpen={({ id }) => rememberSearch({ openedId: id })}
        actions={({ id, name }) =>
          mayWork && (
            <a className="row-button" href={staffPaths.book({ person: id })} aria-label={texts.bookFor(name)}>
              {texts.book}
            </a>
          )
        }
        otherWay={mayWork && <a href={staffPaths.book()}>{texts.bookAnew}</a>}
      />
    </div>
  );
}
