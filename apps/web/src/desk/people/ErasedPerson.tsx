import type { DeskPerson } from '@sportello/contract';
import { people } from '../../messages/people.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { AppointmentList } from './AppointmentsOfPerson.tsx';

/** What is left of somebody: appointments without a name. */
export function ErasedPerson({ shown }: { readonly shown: DeskPerson }) {
  const { erased: texts, page } = useMessages(people);
  return (
    <div className="container page-body person-page">
      <StaffHead title={texts.title} lead={texts.text} up={{ label: page.up, href: staffPaths.people() }} />
      <section className="desk-section" aria-labelledby="left">
        <h2 id="left">{texts.appointments}</h2>
        {shown.appointments.length === 0 ? <p>{page.nonePast}</p> : <AppointmentList shown={shown} items={shown.appointments} />}
      </section>
    </div>
  );
}
