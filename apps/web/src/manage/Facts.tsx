import type { Appointment } from '@sportello/contract';
import { common } from '../messages/common.ts';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { OfficePhone } from './OfficePhone.tsx';
import { Where } from './Where.tsx';

/** How and with whom one meets, and what to say on the phone. */
export function Facts({ shown }: { readonly shown: Appointment }) {
  const { facts } = useMessages(manage);
  const { channels } = useMessages(common);
  const { person } = shown;
  return (
    <section className="appointment-facts" aria-labelledby="facts">
      <h2 id="facts">{facts.title}</h2>
      <dl>
        <dt>{shown.place ? facts.where : facts.how}</dt>
        <dd>
          <strong>{channels[shown.channel]}</strong>
          <Where shown={shown} />
        </dd>
        <dt>{facts.office}</dt>
        <dd>
          {shown.office.name}
          <OfficePhone office={shown.office} />
        </dd>
        <dt>{facts.code}</dt>
        <dd>
          <strong className="appointment-code">{shown.code}</strong>
          <p className="form-text">{facts.codeHelp}</p>
        </dd>
        <dt>{facts.person}</dt>
        <dd>
          {[person.given_name, person.family_name].join(' ').trim()}
          {[person.email, person.phone].filter(Boolean).map((contact) => (
            <p className="form-text" key={contact}>
              {contact}
            </p>
          ))}
        </dd>
      </dl>
    </section>
  );
}
