import type { DeskPerson } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { people } from '../../messages/people.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { deskPerson } from '../queries.ts';

interface Props {
  readonly id: string;
  readonly children: (person: DeskPerson) => ReactNode;
}

/** A page about somebody. Who is not there, or beyond reach, has a page that says so; who went meanwhile keeps what is being typed about them. */
export function WithPerson({ id, children }: Props) {
  const { page: texts } = useMessages(people);
  // In another language it is another question; what is typed meanwhile stays.
  const { data, error } = useQuery({ ...deskPerson(id)(useLanguage()), placeholderData: (before) => before });
  const isMissing = problemOf(error) === 'not-found';
  if (data) {
    return (
      <>
        {isMissing && (
          <div className="container mt-3">
            <Alert kind="warning" role="alert">
              <p>{texts.gone}</p>
            </Alert>
          </div>
        )}
        {children(data)}
      </>
    );
  }
  if (isMissing) return <NoSuchPerson />;
  if (error) throw error;
  return <PageWaiting />;
}

function NoSuchPerson() {
  const { missing: texts } = useMessages(people);
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.text} />
      <ButtonLink href={staffPaths.people()}>{texts.search}</ButtonLink>
    </div>
  );
}
