import type { Appointment } from '@sportello/contract';
import { useAnswerSoon } from '../api.ts';
import { formatTime } from '../format/dates.ts';
import { manage } from '../messages/manage.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { roomView } from '../room/room-calls.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Live } from '../ui/Live.tsx';
import { formatMoment } from './moment.ts';
import { OfficePhone } from './OfficePhone.tsx';
import { roomStanding, type Standing } from './standing.ts';

interface Props {
  readonly shown: Appointment;
  readonly standing: Standing;
  /** Epoch milliseconds by the clock of the desk. */
  readonly now: number;
}

const meets: readonly Standing[] = ['pending', 'confirmed', 'going', 'past'];
const countedDownMinutes = 60;

/** The room of a meeting by video: one press to come in while it is open, the check of the devices before, and the phone, which always works. */
export function RoomPanel({ shown: { code, room, office }, standing, now }: Props) {
  const { room: texts } = useMessages(manage);
  const language = useLanguage();
  if (!room || !meets.includes(standing)) return null;
  const state = roomStanding(room, now);
  const title = { waiting: texts.waiting, open: texts.open, closed: texts.closed }[state.is];
  if (standing === 'pending' && state.is !== 'waiting') return null;

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
          <ButtonLink kind="outline-primary" href={paths.checkDevices(code)} wide>
            {texts.check}
          </ButtonLink>
          <OfficePhone office={office} before={texts.fallback} />
        </>
      )}
      {state.is === 'open' && <OpenRoom code={code} office={office} closesAt={room.closes_at} />}
      {state.is === 'closed' && (
        <>
          <p>{texts.closedText}</p>
          <OfficePhone office={office} />
        </>
      )}
    </section>
  );
}

/** One press to come in; or that it goes on by phone, since when, and the way back. */
function OpenRoom({ code, office, closesAt }: Pick<Appointment, 'code' | 'office'> & { readonly closesAt: string }) {
  const { room: texts } = useMessages(manage);
  const byPhoneSince = useAnswerSoon(roomView(code))?.by_phone_since ?? null;
  return (
    <>
      <p>{byPhoneSince === null ? texts.openUntil(formatTime(closesAt)) : texts.byPhone(formatTime(byPhoneSince))}</p>
      <div className="room-panel-ways">
        <ButtonLink kind={byPhoneSince === null ? 'primary' : 'outline-primary'} href={paths.room(code, { enters: true })} wide>
          {byPhoneSince === null ? texts.enter : texts.backToVideo}
        </ButtonLink>
        <ButtonLink kind="outline-primary" href={paths.checkDevices(code)} wide>
          {texts.check}
        </ButtonLink>
      </div>
      <OfficePhone office={office} before={texts.fallback} />
    </>
  );
}
