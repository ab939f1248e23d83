import { memo } from 'react';
import type { DeskAppointmentItem } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { places } from '../../directory.ts';
import { formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { desk } from '../../messages/desk.ts';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { RowNote } from '../attendance/RowNote.tsx';
import { StepButtons } from '../attendance/StepButtons.tsx';
import { useNameOf } from '../name-of.ts';
import { RoomStanding } from '../room/RoomStanding.tsx';
import type { GroupName } from './group-board.ts';
import { RowStanding } from './RowStanding.tsx';

interface Props {
  readonly item: DeskAppointmentItem;
  readonly group: GroupName;
  readonly day: string;
  /** The very next one to come. */
  readonly isFirst: boolean;
  readonly calendars: string;
}

/** One person of the day: when, who, for what, how it stands, and what can be done. Drawn anew only when one of these changes. */
export const PersonRow = memo(function PersonRow({ item, group, day, isFirst, calendars }: Props) {
  const { row } = useMessages(deskToday);
  const { states } = useMessages(desk);
  const name = useNameOf()(item);
  const { starts_at, ends_at, beneficiary_name, note_count, new_file_count } = item;
  return (
    <li className={`person-row row-of-${group}`} data-row={item.id}>
      <p className="person-time">
        {starts_at ? <strong>{formatTime(starts_at)}</strong> : <span className="person-no-time">{row.noTime}</span>}
        {ends_at && (
          <span className="person-end">
            <span className="visually-hidden"> {row.until(formatTime(ends_at))}</span>
            <span aria-hidden="true">–{formatTime(ends_at)}</span>
          </span>
        )}
      </p>
      <p className="person-name">
        <a href={staffPaths.appointment(item.id)} data-action="open">
          {name}
        </a>
        {beneficiary_name && <span className="person-for"> {row.forSomebody(beneficiary_name)}</span>}
        {isFirst && <span className="person-first">{row.first}</span>}
      </p>
      <p className="person-what">
        {item.service_name}
        <Where item={item} />
        {calendars && <Part text={calendars} />}
        {item.topic && <Part text={`«${item.topic}»`} />}
        {note_count > 0 && <Part text={row.notes(note_count)} />}
        {item.outside_hours && <Part text={row.outsideHours} />}
      </p>
      <p className="person-standing">
        {group === 'cancelled' ? states[item.state] : <RowStanding item={item} group={group} />}
        {item.to_call_since && <span className="person-call">{row.toCall}</span>}
        <RoomStanding item={item} />
        {new_file_count > 0 && group !== 'cancelled' && <span className="person-papers">{row.newFiles(new_file_count)}</span>}
      </p>
      <StepButtons item={item} name={name} day={day} />
      <RowNote item={item} name={name} />
    </li>
  );
});

function Where({ item: { channel, place_id } }: { readonly item: DeskAppointmentItem }) {
  const { channels } = useMessages(common);
  const place = useAnswerSoon(places)?.find(({ id }) => id === place_id);
  return <Part text={place ? place.name : channels[channel]} />;
}

/** A dot between facts is for the eye; who hears them gets a pause. */
function Part({ text }: { readonly text: string }) {
  return (
    <>
      <span aria-hidden="true"> · </span>
      <span className="visually-hidden">, </span>
      {text}
    </>
  );
}
