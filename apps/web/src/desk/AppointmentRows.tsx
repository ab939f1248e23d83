import type { AppointmentState, DeskAppointmentItem } from '@sportello/contract';
import { useAnswer } from '../api.ts';
import { offices } from '../directory.ts';
import { formatShortDay, formatTime } from '../format/dates.ts';
import { common } from '../messages/common.ts';
import { desk } from '../messages/desk.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { type Column, Rows } from '../staff/Rows.tsx';
import { staffPaths } from '../staff/staff-paths.ts';
import { StateChip } from './StateChip.tsx';

interface Props {
  readonly caption: string;
  readonly items: readonly DeskAppointmentItem[];
  /** Among the appointments of one person the day matters, on the page of a day it does not. */
  readonly withDay: boolean;
}

const over: readonly AppointmentState[] = ['cancelled', 'refused', 'expired', 'missed'];

export function AppointmentRows({ caption, items, withDay }: Props) {
  const { day: texts, person } = useMessages(desk);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const known = useAnswer(offices);

  const hours = ({ starts_at, ends_at }: DeskAppointmentItem) => (starts_at && ends_at ? `${formatTime(starts_at)}–${formatTime(ends_at)}` : '—');
  const when = (item: DeskAppointmentItem) => (withDay && item.starts_at ? `${formatShortDay(item.starts_at, language)}, ${hours(item)}` : hours(item));
  const nameOf = (item: DeskAppointmentItem) => item.person?.name ?? texts.nobody;

  const time: Column<DeskAppointmentItem> = {
    label: withDay ? person.day : texts.time,
    isMain: true,
    cell: (item) => (
      <a href={staffPaths.appointment(item.id)} aria-label={texts.open(when(item), nameOf(item))} className={over.includes(item.state) ? 'is-over' : undefined}>
        {when(item)}
      </a>
    ),
  };
  const columns: Column<DeskAppointmentItem>[] = [
    time,
    ...(withDay
      ? []
      : [{ label: texts.person, cell: (item: DeskAppointmentItem) => (item.person ? <a href={staffPaths.person(item.person.id)}>{item.person.name}</a> : texts.nobody) }]),
    { label: texts.service, cell: ({ service_name }) => service_name },
    { label: texts.channel, cell: ({ channel }) => channels[channel] },
    { label: texts.office, cell: ({ office_id }) => known.find(({ id }) => id === office_id)?.name ?? '' },
    { label: texts.state, cell: ({ state }) => <StateChip state={state} /> },
  ];
  return <Rows caption={caption} columns={columns} items={items} keyOf={({ id }) => id} />;
}
