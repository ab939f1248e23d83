import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { common } from '../../messages/common.ts';
import { deskRequests } from '../../messages/desk-requests.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { deskAppointment } from '../queries.ts';

/** What the person wrote: read, and recorded as a look, when it is asked for. */
export function RequestDetails({ id }: { readonly id: string }) {
  const texts = useMessages(deskRequests);
  const { waiting } = useMessages(common);
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const { data, error } = useQuery({ ...deskAppointment(id)(useLanguage()), enabled: isOpen });
  const facts = data ? [...(data.details ? [{ label: texts.details, value: data.details }] : []), ...data.answers.map(({ label, value }) => ({ label, value }))] : [];
  return (
    <div className="request-details">
      <button type="button" className="link-button" aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
        {isOpen ? texts.hideAll : texts.showAll}
      </button>
      <div id={panel} hidden={!isOpen}>
        {isOpen && !data && !error && <Waiting text={waiting} />}
        <Refusal error={error} />
        {data && (facts.length > 0 ? <Facts facts={facts} /> : <p>{texts.noDetails}</p>)}
        <a href={staffPaths.appointment(id)}>{texts.open}</a>
      </div>
    </div>
  );
}
