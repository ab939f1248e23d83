import { may, type PendingItem } from '@sportello/contract';
import { useId, useState } from 'react';
import { useAnswer } from '../../api.ts';
import { municipalities, places } from '../../directory.ts';
import { dayOf, formatDay, formatHours, formatShortDay, formatTime } from '../../format/dates.ts';
import { dayAfter } from '../../format/days.ts';
import { common } from '../../messages/common.ts';
import { deskRequests } from '../../messages/desk-requests.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { useDeskNow } from '../../session/desk-clock.ts';
import { useMe } from '../../staff/me.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ageOf } from './age.ts';
import { Approval } from './Approval.tsx';
import { Proposal } from './Proposal.tsx';
import { Refusing } from './Refusing.tsx';
import { RequestDetails } from './RequestDetails.tsx';

interface Props {
  readonly request: PendingItem;
  readonly onDone: (said: string) => void;
}

/** One request: who, what and when, how long it has waited, and the three answers. One of them at a time is open. */
export function RequestCard({ request, onDone }: Props) {
  const texts = useMessages(deskRequests);
  const language = useLanguage();
  const { role } = useMe();
  const [answer, setAnswer] = useState<'approve' | 'propose' | 'refuse' | null>(null);
  const id = useId();
  const { person, starts_at, ends_at, proposal } = request;
  const name = person?.name ?? texts.nobody;
  const when = starts_at && ends_at ? `${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}` : '';
  const close = () => setAnswer(null);

  return (
    <li className="request-card" aria-labelledby={id}>
      <div className="request-head">
        <h2 id={id} className="h3">
          {person ? <a href={staffPaths.person(person.id)}>{name}</a> : name}
        </h2>
        <Age request={request} />
      </div>
      <p className="request-when">{when}</p>
      <Nearness startsAt={starts_at} />
      <Facts request={request} />
      {proposal && (
        <p className="request-note">
          <Icon name="clock" size="sm" />
          {texts.proposed(`${formatShortDay(proposal.starts_at, language)}, ${formatTime(proposal.starts_at)}`, `${formatShortDay(proposal.expires_at, language)}, ${formatTime(proposal.expires_at)}`)}
        </p>
      )}
      <RequestDetails id={request.id} />
      {may(role, 'appointment.work') && (
        <>
          {answer === null && (
            <div className="button-row">
              <Button onClick={() => setAnswer('approve')}>{texts.approve}</Button>
              <Button kind="outline-primary" onClick={() => setAnswer('propose')}>
                {texts.propose}
              </Button>
              <Button kind="outline-danger" onClick={() => setAnswer('refuse')}>
                {texts.refuse}
              </Button>
            </div>
          )}
          {answer === 'approve' && <Approval request={request} name={name} when={when} onBack={close} onDone={() => onDone(texts.approved(name))} />}
          {answer === 'propose' && (
            <Proposal
              request={request}
              onBack={close}
              onDone={() => {
                close();
                onDone(texts.sent(name));
              }}
            />
          )}
          {answer === 'refuse' && <Refusing request={request} onBack={close} onDone={() => onDone(texts.refused(name))} />}
        </>
      )}
    </li>
  );
}

function Age({ request: { requested_at } }: Pick<Props, 'request'>) {
  const { age: texts, asked } = useMessages(deskRequests);
  const { unit, count } = ageOf(Date.parse(requested_at), useDeskNow());
  return <p className="request-age">{asked(unit === 'now' ? texts.now : texts[unit](count))}</p>;
}

function Nearness({ startsAt }: { readonly startsAt: string | null }) {
  const texts = useMessages(deskRequests);
  const deskNow = useDeskNow();
  const today = dayOf(new Date(deskNow).toISOString());
  if (!startsAt || dayOf(startsAt) > dayAfter(today, 1)) return null;
  return (
    <p className="request-note is-urgent">
      <Icon name="error" size="sm" />
      {Date.parse(startsAt) < deskNow ? texts.past : texts.soon}
    </p>
  );
}

function Facts({ request: { service_name, channel, municipality_id, place_id, beneficiary_name, topic, has_email } }: Pick<Props, 'request'>) {
  const texts = useMessages(deskRequests);
  const { channels } = useMessages(common);
  const comune = useAnswer(municipalities).find(({ id }) => id === municipality_id);
  const place = useAnswer(places).find(({ id }) => id === place_id);
  return (
    <p className="request-facts">
      <strong>{service_name}</strong>
      {beneficiary_name && ` · ${texts.forSomebody(beneficiary_name)}`}
      <br />
      {[channels[channel], place?.name, comune?.name, has_email ? texts.contacts.email : texts.contacts.none].filter(Boolean).join(' · ')}
      {topic && (
        <>
          <br />
          {texts.topic}: {topic}
        </>
      )}
    </p>
  );
}
