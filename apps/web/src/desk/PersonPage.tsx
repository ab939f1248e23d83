import { type DeskPerson, may, revealDeskPerson } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useAnswer } from '../api.ts';
import { formatPhone } from '../format/phone.ts';
import { desk } from '../messages/desk.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Done } from '../staff/Done.tsx';
import { useMe } from '../staff/me.ts';
import { Refusal } from '../staff/Refusal.tsx';
import { staffCall } from '../staff/staff-call.ts';
import { StaffHead } from '../staff/StaffHead.tsx';
import { staffPaths } from '../staff/staff-paths.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { AppointmentRows } from './AppointmentRows.tsx';
import { deskPerson } from './queries.ts';

/** A person with appointments within reach. What was revealed is shown until the page is left, and kept nowhere. */
export function PersonPage() {
  const { person: texts } = useMessages(desk);
  const id = useParams().id ?? '';
  const person = useAnswer(deskPerson(id));
  return (
    <div className="container page-body">
      <StaffHead title={person.name} up={{ label: texts.up, href: staffPaths.desk() }} />
      <section aria-labelledby="contacts">
        <h2 id="contacts">{texts.contacts}</h2>
        <Contacts key={id} masked={person} />
      </section>
      <section aria-labelledby="appointments" className="mt-4">
        <h2 id="appointments">{texts.appointments}</h2>
        {person.appointments.length === 0 ? <p className="empty-state">{texts.noAppointments}</p> : <AppointmentRows caption={texts.appointments} items={person.appointments} withDay />}
      </section>
    </div>
  );
}

function Contacts({ masked }: { readonly masked: DeskPerson }) {
  const { person: texts } = useMessages(desk);
  const { role } = useMe();
  const reveal = useMutation({ mutationFn: () => staffCall(revealDeskPerson, { params: { person_id: masked.id }, body: {} }), gcTime: 0 });
  const { email, phone, tax_code, is_masked } = reveal.data ?? masked;
  return (
    <>
      <Facts
        facts={[
          { label: texts.email, value: email ? <Linked href={is_masked ? null : `mailto:${email}`} text={email} /> : texts.none },
          { label: texts.phone, value: phone ? <Linked href={is_masked ? null : `tel:${phone}`} text={is_masked ? phone : formatPhone(phone)} /> : texts.none },
          { label: texts.taxCode, value: tax_code ?? texts.none },
        ]}
      />
      {is_masked && may(role, 'person.reveal') && (
        <>
          <p className="form-text">{texts.revealHelp}</p>
          <Refusal error={reveal.error} />
          <Button kind="outline-primary" busy={reveal.isPending} onClick={() => reveal.mutate()}>
            {texts.reveal}
          </Button>
        </>
      )}
      <Done text={reveal.data ? texts.revealed : null} />
    </>
  );
}

function Linked({ href, text }: { readonly href: string | null; readonly text: string }) {
  return href ? <a href={href}>{text}</a> : text;
}
