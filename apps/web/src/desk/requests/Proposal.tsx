import { type PendingItem, proposeTime } from '@sportello/contract';
import { useId, useState } from 'react';
import { useAnswer, useAnswerSoon } from '../../api.ts';
import { municipalities, service } from '../../directory.ts';
import { formatDay, formatHour } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskRequests } from '../../messages/desk-requests.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import type { DeskWish } from '../book/desk-choice.ts';
import { FreeTimes } from '../book/times/FreeTimes.tsx';
import type { Slot } from '../book/queries.ts';
import { useToday } from '../book/today.ts';
import { useDecision } from './decide.ts';
import { DecisionTrouble } from './DecisionTrouble.tsx';

interface Props {
  readonly request: PendingItem;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Another free time, from the same list as everywhere. Both are kept until the person answers. */
export function Proposal({ request, onBack, onDone }: Props) {
  const texts = useMessages(deskRequests);
  const { waiting } = useMessages(common);
  const language = useLanguage();
  const today = useToday();
  const field = useId();
  const wish = useWishOf(request);
  const [from, setFrom] = useState(today);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [message, setMessage] = useState('');
  const proposing = useDecision(
    ({ starts_at, place_id }: Slot) => staffCall(proposeTime, { params: { appointment_id: request.id }, body: { revision: request.revision, starts_at, place_id, message: message.trim() || null } }),
    onDone,
  );
  if (!wish) return <Waiting text={waiting} />;
  return (
    <div className="request-answer" role="group" aria-label={texts.propose}>
      <p>
        <strong>{texts.proposeTitle}</strong> {texts.proposeHelp}
      </p>
      <FreeTimes
        wish={wish}
        appointmentId={request.id}
        from={from}
        today={today}
        onFrom={(day) => setFrom(day ?? today)}
        chosen={slot?.starts_at ?? null}
        busy={proposing.isPending ? (slot?.starts_at ?? null) : null}
        onChoose={(chosen) => {
          proposing.reset();
          setSlot(chosen);
        }}
      />
      <TextArea id={field} name="message" label={texts.proposeMessage} rows={2} maxLength={500} onChange={setMessage} />
      <p role="status">{slot ? <strong>{texts.chosen(`${formatDay(slot.starts_at, language)}, ${formatHour(slot.starts_at, language)}`)}</strong> : texts.proposeMissing}</p>
      <DecisionTrouble error={proposing.error} />
      <div className="button-row">
        {slot && (
          <Button busy={proposing.isPending} onClick={() => proposing.mutate(slot)}>
            {texts.proposeAction}
          </Button>
        )}
        <Button kind="outline-primary" onClick={onBack}>
          {texts.back}
        </Button>
      </div>
    </div>
  );
}

function useWishOf({ service_id, channel, municipality_id, place_id }: PendingItem): DeskWish | null {
  const page = useAnswerSoon(service(service_id));
  const municipality = useAnswer(municipalities).find(({ id }) => id === municipality_id);
  const way = page?.channels.find((one) => one.channel === channel);
  if (!page || !way || !municipality) return null;
  return { service: page, way, ways: [way], municipality, municipalities: [municipality], place: way.places.find(({ id }) => id === place_id), calendarId: undefined };
}
