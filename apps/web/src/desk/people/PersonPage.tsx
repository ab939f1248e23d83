import { type DeskPerson, may, notePerson } from '@sportello/contract';
import { useLocation, useParams } from 'react-router';
import { people } from '../../messages/people.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { NotesSection } from '../appointment/NotesSection.tsx';
import { AppointmentsOfPerson } from './AppointmentsOfPerson.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { ErasedPerson } from './ErasedPerson.tsx';
import { LookAlikes } from './LookAlikes.tsx';
import { OwnDataSection } from './own-data/OwnDataSection.tsx';
import { readPeopleAgain } from './queries.ts';
import { WithPerson } from './WithPerson.tsx';

/** Somebody with appointments within reach: who they are, what was and will be, and what can be done for them. */
export function PersonPage() {
  const id = useParams().id ?? '';
  return <WithPerson key={id} id={id}>{(shown) => (shown.is_erased ? <ErasedPerson shown={shown} /> : <Shown shown={shown} />)}</WithPerson>;
}

function Shown({ shown }: { readonly shown: DeskPerson }) {
  const { page: texts } = useMessages(people);
  const { role } = useMe();
  const said = (useLocation().state as { readonly said?: string } | null)?.said ?? null;
  const mayWork = may(role, 'appointment.work');
  return (
    <div className="container page-body person-page">
      <StaffHead title={shown.name} up={{ label: texts.up, href: staffPaths.people() }}>
        {shown.kind === 'legal' && <Chip label={texts.company} />}
        <Done text={said === 'merged' ? texts.merged : null} />
        {mayWork && <ButtonLink href={staffPaths.book({ person: shown.id })}>{texts.book}</ButtonLink>}
      </StaffHead>
      <div className="desk-columns">
        <div>
          <ContactsSection shown={shown} />
          <AppointmentsOfPerson shown={shown} />
        </div>
        <div>
          {(mayWork || shown.notes.length > 0) && (
            <NotesSection
              notes={shown.notes}
              mayWork={mayWork}
              add={(text) => staffCall(notePerson, { params: { person_id: shown.id }, body: { text } })}
              readAgain={readPeopleAgain}
            />
          )}
          <LookAlikes shown={shown} />
        </div>
      </div>
      {may(role, 'person.erase') && <OwnDataSection shown={shown} />}
      <p className="form-text">{texts.recorded}</p>
    </div>
  );
}
