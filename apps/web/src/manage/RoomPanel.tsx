import type { Appointment } from '@sportello/contract';
import { formatTime } from '../format/dates.ts';
import { formatPhone } from '../format/phone.ts';
import { manage } from '../messages/manage.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Live } from '../ui/Live.tsx';
import { formatMoment } from './moment.ts';
import { OfficePhone, usePhoneOf } from './OfficePhone.tsx';
import { roomStanding, type Standing } from './standing.ts';

interface Props {
  readonly shown: Appointment;
  readonly standing: Standing;
  /** Epoch milliseconds by the clock of the desk. */
  readonly now: number;
}

const meets: readonly Standing[] = ['confirmed', 'going', 'past'];
const countedDownMinutes = 60;

/** Whether the room of a meeting by video is open, and the phone, which always works. */
export function RoomPanel({ shown: { room, office }, standing, now }: Props) {
  const { room: texts } = useMessages(manage);
  const language = useLanguage();
  const phone = usePhoneOf(office);
  if (!room || !meets.includes(standing)) return null;
  const state = roomStanding(room, now);
  const title = { waiting: texts.waiting, open: texts.open, closed: texts.closed }[state.is];

  return (
    <section className={`room-panel room-panel-${state.is}`} aria-labelledby="room">
      <p className="room-label">
        <Icon name="video" color="primary" />
        {texts.title}
      </p>
      <h2 id="room">{title}</h2>
      {/* Says by itself when the room opens or closes; the minutes go by in silence. */}
      <Live text={title} />
      {state.is === 'waiting' && (
        <>
          <p>{texts.opens(formatMoment(room.opens_at, language))}</p>
          {state.minutesLeft <= countedDownMinutes && <p className="room-countdown">{texts.minutesLeft(state.minutesLeft)}</p>}
          <OfficePhone office={office} before={texts.fallback} />
        </>
      )}
      {state.is === 'open' && (
        <>
          <p>{texts.openUntil(formatTime(room.closes_at))}</p>
          <ButtonLink href={`tel:${phone}`} wide>
            {texts.call(formatPhone(phone))}
          </ButtonLink>
        </>
      )}
      {state.is === 'closed' && (
        <>
          <p>{texts.closedText}</p>
          <OfficePhone office={office} />
        </>
      )}
    </section>
  );
}
