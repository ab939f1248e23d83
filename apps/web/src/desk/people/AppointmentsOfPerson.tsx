import type { DeskPerson, PersonAppointment } from '@sportello/contract';
import { useState } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { offices } from '../../directory.ts';
import { common } from '../../messages/common.ts';
import { people } from '../../messages/people.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useDeskMinute } from '../desk-minute.ts';
import { StateChip } from '../StateChip.tsx';
import { sortAppointments } from './stands.ts';
import { formatStart } from './when.ts';

const mostAtFirst = 8;

/** What is to come, and what was: how each went stands with it. */
export function AppointmentsOfPerson({ shown }: { readonly shown: DeskPerson }) {
  const { page: texts } = useMessages(people);
  const { ahead, past } = sortAppointments(shown.appointments, useDeskMinute());
  const [isWhole, setWhole] = useState(past.length <= mostAtFirst);
  return (
    <>
      <section className="desk-section" aria-labelledby="ahead">
        <h2 id="ahead">{texts.ahead}</h2>
        {ahead.length === 0 ? <p>{texts.noneAhead}</p> : <AppointmentList shown={shown} items={ahead} />}
      </section>
      <section className="desk-section" aria-labelledby="past">
        <h2 id="past">{texts.past}</h2>
        {past.length === 0 ? <p>{texts.nonePast}</p> : <AppointmentList shown={shown} items={isWhole ? past : past.slice(0, mostAtFirst)} />}
        {!isWhole && past.length > mostAtFirst && (
          <button type="button" className="link-button" onClick={() => setWhole(true)}>
            {texts.showAll(past.length)}
          </button>
        )}
      </section>
    </>
  );
}

export function AppointmentList({ shown, items }: { readonly shown: DeskPerson; readonly items: readonly PersonAppointment[] }) {
  return (
    <ul className="plain-list meeting-list">
      {items.map((item) => (
        <AppointmentRow key={item.id} item={item} personId={shown.id} />
      ))}
    </ul>
  );
}

function AppointmentRow({ item, personId }: { readonly item: PersonAppointment; readonly personId: string }) {
  const { page: texts } = useMessages(people);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const minute = useDeskMinute();
  const office = (useAnswerSoon(offices) ?? []).find(({ id }) => id === item.office_id)?.name;
  const start = item.starts_at ?? item.arrived_at;
  const when = start ? formatStart(start, language, minute) : texts.noTime;
  const facts = [channels[item.channel], office, partOf(item, personId, texts)].filter(Boolean).join(' · ');
  return (
    <li>
      <p className="meeting-when">
        <a href={staffPaths.appointment(item.id)} aria-label={texts.open(when, item.service_name)}>
          {when}
        </a>
        <StateChip state={item.state} />
        {item.to_call_since && <span className="person-call">{texts.toCall}</span>}
      </p>
      <p>{item.service_name}</p>
      <p className="meeting-facts">{item.note_count > 0 ? `${facts} · ${texts.noteCount(item.note_count)}` : facts}</p>
      {item.outcome && (
        <p className="meeting-outcome">
          <strong>{texts.outcome}:</strong> {item.outcome}
        </p>
      )}
      {item.next_step && (
        <p className="meeting-outcome">
          <strong>{texts.nextStep}:</strong> {item.next_step}
        </p>
      )}
    </li>
  );
}

/** Who else is in it, where they are not alone. */
function partOf(item: PersonAppointment, personId: string, { parts, bookedFor, nobody }: (typeof people)['it']['page']): string | null {
  if (item.part === 'requester' || item.person?.id === personId) return item.beneficiary_name ? bookedFor(item.beneficiary_name) : null;
  return parts[item.part](item.person?.name || nobody);
}
