import type { RoomView } from '@sportello/contract';
import { formatDay, formatTime } from '../../format/dates.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import type { RoomPageOf } from './page-of.ts';
import { RoomNotice } from './RoomNotice.tsx';

interface Props {
  readonly page: Exclude<RoomPageOf, { readonly is: 'gate' | 'over' }>;
  readonly view: RoomView;
  readonly code: string;
}

/** Too early, another day, cancelled and so on: each says one thing to do. */
export function ShutRoom({ page, view, code }: Props) {
  const { refused: texts, appointment, toAppointment } = useMessages(roomBefore);
  const language = useLanguage();
  const trail = [{ label: appointment, href: paths.appointment(code) }];
  const office = view.office;
  const check = (label: string) => <ButtonLink href={paths.checkDevices(code)}>{label}</ButtonLink>;
  const day = view.starts_at === null ? '' : formatDay(view.starts_at, language);
  const time = view.starts_at === null ? '' : formatTime(view.starts_at);
  const again = <ButtonLink href={paths.book()}>{texts.cancelled.action}</ButtonLink>;
  const back = <ButtonLink href={paths.appointment(code)}>{toAppointment}</ButtonLink>;

  switch (page.is) {
    case 'early':
      return (
        <RoomNotice title={texts.early.title} text={texts.early.text(formatTime(page.opensAt))} trail={trail} office={office} action={check(texts.early.action)}>
          <p className="room-countdown">{texts.early.minutes(page.minutesLeft)}</p>
        </RoomNotice>
      );
    case 'another-day':
      return <RoomNotice title={texts.day.title} text={texts.day.text(day, time)} trail={trail} action={check(texts.day.action)} />;
    case 'past-day':
      return <RoomNotice title={texts.past.title} text={texts.past.text(day, time)} trail={trail} office={office} action={again} />;
    case 'cancelled':
      return <RoomNotice {...texts.cancelled} action={again} trail={trail} office={office} />;
    case 'closed':
      return <RoomNotice {...texts.closed} trail={trail} office={office} action={back} />;
    case 'not-video':
    case 'not-confirmed':
    case 'refused':
      return <RoomNotice {...texts[page.is]} trail={trail} office={office} action={back} />;
    default:
      return page satisfies never;
  }
}
