import { may, type PersonExport } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { people } from '../../../messages/people.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { PageWaiting } from '../../../shell/PageWaiting.tsx';
import { UnionLogo } from '../../../shell/UnionLogo.tsx';
import { useMe } from '../../../staff/me.ts';
import { formatMoment } from '../../../staff/moments.ts';
import { Refusal } from '../../../staff/Refusal.tsx';
import { problemOf } from '../../../staff/staff-call.ts';
import { StaffHead } from '../../../staff/StaffHead.tsx';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { useUnion } from '../../../union.ts';
import { NotForRole } from '../NotForRole.tsx';
import { exportOf } from '../queries.ts';
import { DocumentPart } from './DocumentPart.tsx';

/** Everything about somebody, for them to read: the page is what is printed. Opening it is an export, and recorded. */
export function DocumentPage() {
  const { document: texts, own } = useMessages(people);
  const id = useParams().id ?? '';
  const { role } = useMe();
  const mayExport = may(role, 'person.erase');
  const { data, error } = useQuery({ ...exportOf(id, useLanguage()), enabled: mayExport });
  if (!mayExport) return <NotForRole />;
  if (problemOf(error) === 'not-found') throw error;
  return (
    <div className="container page-body document-page">
      <div className="no-print">
        <StaffHead title={texts.title} lead={texts.lead} up={{ label: texts.up, href: staffPaths.person(id) }}>
          {data && <Button onClick={() => window.print()}>{texts.print}</Button>}
        </StaffHead>
        <Refusal error={error} text={problemOf(error) === 'beyond-reach' ? own.beyond : undefined} />
      </div>
      {data && <Sheet data={data} />}
      {!data && !error && <PageWaiting />}
    </div>
  );
}

/** In Italian, as the document is, whatever the language of the official. */
function Sheet({ data }: { readonly data: PersonExport }) {
  const { document: texts } = people.it;
  const known = useUnion();
  const { made_at, union, person, appointments, notes, messages } = data;
  return (
    <article className="document-sheet" lang="it" aria-label={texts.heading}>
      {known?.logo && <UnionLogo logo={known.logo} className="paper-logo" />}
      <h2>{texts.heading}</h2>
      <p>{texts.made(union, formatMoment(made_at, 'it'))}</p>
      <h3>{texts.person}</h3>
      <DocumentPart part={person} />
      <h3>{texts.appointments}</h3>
      {appointments.length === 0 && <p>{texts.none}</p>}
      {appointments.map((appointment, place) => (
        <section key={place} className="document-part">
          <h4>{texts.appointment(place + 1)}</h4>
          <DocumentPart part={appointment} />
        </section>
      ))}
      <h3>{texts.notes}</h3>
      {notes.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul>
          {notes.map((note, place) => (
            <li key={place} className="note-text">
              {note}
            </li>
          ))}
        </ul>
      )}
      <h3>{texts.messages}</h3>
      {messages.length === 0 && <p>{texts.none}</p>}
      {messages.map((message, place) => (
        <section key={place} className="document-part">
          <DocumentPart part={message} />
        </section>
      ))}
    </article>
  );
}
