import { type DeskPerson, may, revealDeskPerson } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { people } from '../../messages/people.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CorrectionForm } from './correct/CorrectionForm.tsx';
import { contactFields, type PersonField, usePersonFields } from './person-fields.ts';

/** Who they are and how they are reached: masked until it is asked for, and corrected in place. */
export function ContactsSection({ shown }: { readonly shown: DeskPerson }) {
  const { page: texts, correction } = useMessages(people);
  const { role } = useMe();
  const [isOpen, setOpen] = useState(false);
  const correctButton = useReturnOfFocus(isOpen);
  const [said, setSaid] = useState<string | null>(null);
  // In the memory of this page, and for this state of the person only.
  const reveal = useMutation({ mutationFn: () => staffCall(revealDeskPerson, { params: { person_id: shown.id }, body: {} }), gcTime: 0 });
  const known = reveal.data?.revision === shown.revision ? reveal.data : shown;

  function open(): void {
    setSaid(null);
    setOpen(true);
  }

  function close(done: string | null): void {
    setOpen(false);
    setSaid(done);
  }

  const mayReveal = known.is_masked && hasContacts(known) && may(role, 'person.reveal');
  return (
    <section className="desk-section" aria-labelledby="contacts">
      <h2 id="contacts">{isOpen ? correction.title : texts.contacts}</h2>
      {isOpen ? (
        <CorrectionForm begun={known} onSaved={() => close(correction.saved)} onCancel={() => close(null)} />
      ) : (
        <>
          <Contacts person={known} />
          {mayReveal && <p className="form-text">{texts.revealHelp}</p>}
          <Refusal error={reveal.error} />
          <div className="button-row">
            {mayReveal && (
              <Button kind="outline-primary" busy={reveal.isPending} onClick={() => reveal.mutate()}>
                {texts.reveal}
              </Button>
            )}
            {may(role, 'person.change') && (
              <span ref={correctButton}>
                <Button kind="outline-primary" onClick={open}>
                  {texts.correct}
                </Button>
              </span>
            )}
          </div>
        </>
      )}
      <Done text={isOpen ? null : (said ?? (known.is_masked ? null : texts.revealed))} />
    </section>
  );
}

/** Gives the focus to the button that opened a form, once the form is closed and the button is there again. */
function useReturnOfFocus(isOpen: boolean) {
  const place = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) place.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return place;
}

function Contacts({ person }: { readonly person: DeskPerson }) {
  const { page: texts } = useMessages(people);
  const { labels, valueOf } = usePersonFields();
  const hrefs: Partial<Record<PersonField, string | null>> = person.is_masked ? {} : { email: person.email && `mailto:${person.email}`, phone: person.phone && `tel:${person.phone}` };
  const names: readonly PersonField[] = person.kind === 'legal' ? ['company_name', 'given_name', 'family_name'] : [];
  const facts = [...names.filter((field) => person[field] !== null), ...contactFields, 'language' as const].map((field) => {
    const [value, href] = [valueOf(person, field), hrefs[field]];
    return { label: labels[field], value: value === null ? texts.none : href ? <a href={href}>{value}</a> : value };
  });
  return <Facts facts={facts} />;
}

function hasContacts(person: DeskPerson): boolean {
  return contactFields.some((field) => person[field] !== null);
}
