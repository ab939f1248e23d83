import { createInvitation, type NewInvitation } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSearchParams } from 'react-router';
import { useAnswer, useAnswerSoon } from '../../api.ts';
import { sayMistakes } from '../../book/say-mistakes.ts';
import { offices, services } from '../../directory.ts';
import { dayAfter } from '../../format/days.ts';
import { bookPerson } from '../../messages/book-person.ts';
import { common } from '../../messages/common.ts';
import { deskInvitations } from '../../messages/desk-invitations.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { isDay } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { fieldErrorsOf } from '../../trouble.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Segments } from '../book/choice/Segments.tsx';
import { ServicePicker } from '../book/choice/ServicePicker.tsx';
import { deskMistakes } from '../book/desk-mistakes.ts';
import { lastUsed } from '../book/last-used.ts';
import { chosenService } from '../book/queries.ts';
import { useToday } from '../book/today.ts';
import { officesWithin } from '../offices-within.ts';
import { InvitationMade } from './InvitationMade.tsx';
import { Invited, type InvitedPerson } from './Invited.tsx';
import { readInvitationsAgain } from './queries.ts';

const usualDays = 30;
const mostDays = 365;
const serviceField = 'service';
const dayField = 'expires_on';

/** For one service and one way, for one person, until a day. What was made is shown in place of the form, once. */
export function NewInvitationPage() {
  const texts = useMessages(deskInvitations);
  const { channels } = useMessages(common);
  const { mistakes: mistakeTexts } = useMessages(bookPerson);
  const me = useMe();
  const today = useToday();
  const [query] = useSearchParams();
  const mine = officesWithin(me, useAnswer(offices));
  const offered = useAnswer(services()).filter(({ office_id }) => mine.some(({ id }) => id === office_id));
  const [serviceId, setServiceId] = useState(query.get('servizio'));
  const page = useAnswerSoon(chosenService(serviceId)) ?? null;
  const [picked, setPicked] = useState(query.get('modalita'));
  const [invited, setInvited] = useState<InvitedPerson>({ person: null, typed: {} });
  const [expiresOn, setExpiresOn] = useState(dayAfter(today, usualDays));
  const [shown, setShown] = useState<readonly string[]>([]);
  const [made, setMade] = useState<NewInvitation | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  // What people cannot book by themselves is what invitations are for.
  const way = page?.channels.find(({ channel }) => channel === picked) ?? page?.channels.find(({ who_may_book }) => who_may_book === 'invited') ?? page?.channels[0];

  const creating = useMutation({
    mutationFn: () => {
      if (!page || !way) throw new Error('the form is sent with a service only');
      return staffCall(createInvitation, { body: { service_id: page.id, channel: way.channel, ...personIn(invited), expires_on: expiresOn } });
    },
    onSuccess: (invitation) => {
      setMade(invitation);
      void readInvitationsAgain();
    },
  });
  const refused = creating.error ? fieldErrorsOf(creating.error) : {};
  const errors = { ...Object.fromEntries(Object.entries(mistakes()).filter(([field]) => shown.includes(field))), ...refused };

  if (made) return <InvitationMade made={made} />;
  return (
    <div className="container page-body">
      <StaffHead title={texts.newTitle} up={{ label: texts.title, href: staffPaths.invitations() }} />
      <form noValidate onSubmit={submit} className="staff-form invitation-form">
        <ErrorSummary errors={errors} ref={summary} />
        {Object.keys(refused).length === 0 && <Refusal error={creating.error} />}
        <ServicePicker
          id={serviceField}
          key={page?.id ?? ''}
          chosen={page}
          services={offered}
          offices={mine}
          lastUsed={lastUsed(me.id).services}
          error={errors[serviceField]}
          onChoose={(id) => {
            setServiceId(id);
            setPicked(null);
          }}
        />
        {page && way && (
          <Segments legend={texts.channel} name="channel" choices={page.channels.map(({ channel }) => ({ value: channel, label: channels[channel] }))} value={way.channel} onChange={setPicked} />
        )}
        {way?.who_may_book === 'citizens' && <p className="field-note">{texts.openToAll}</p>}
        <Invited invited={invited} errors={errors} onChange={setInvited} />
        <TextField id={dayField} type="date" label={texts.expiresOn} help={texts.expiresHelp} required error={errors[dayField]} value={expiresOn} onChange={setExpiresOn} />
        <Button type="submit" busy={creating.isPending} wide>
          {texts.create}
        </Button>
      </form>
    </div>
  );

  function mistakes(): Record<string, string> {
    const isFine = isDay(expiresOn) && expiresOn >= today && expiresOn <= dayAfter(today, mostDays);
    return {
      ...(!page && { [serviceField]: texts.serviceMissing }),
      ...(invited.person && sayMistakes(deskMistakes(invited.person, invited.typed, 'desk'), mistakeTexts)),
      ...(!isFine && { [dayField]: texts.dayMissing }),
    };
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (creating.isPending) return;
    const wrong = Object.keys(mistakes());
    flushSync(() => {
      creating.reset();
      setShown(wrong);
    });
    if (wrong.length > 0) summary.current?.focus();
    else creating.mutate();
  }
}

function personIn({ person, typed }: InvitedPerson) {
  if (!person) return {};
  if (person.kind === 'known') return { person_id: person.id };
  const read = (field: string) => typed[`person/${field}`]?.trim() ?? '';
  return { person: { given_name: read('given_name'), family_name: read('family_name'), email: read('email') || null, phone: read('phone') || null } };
}
