import type { ReactNode } from 'react';
import { formatHours } from '../../format/dates.ts';
import { deskRoom } from '../../messages/desk-room.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { RoomStyle } from '../../room/RoomStyle.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { StateChip } from '../StateChip.tsx';
import type { DeskRoomProps } from './RoomPage.tsx';

interface Props extends DeskRoomProps {
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Head and columns of the page of a room, whatever it says in the middle. */
export function RoomFrame({ shown, view, name, aside, children }: Props) {
  const texts = useMessages(deskRoom);
  const language = useLanguage();
  const { role } = useMe();
  return (
    <div className="container page-body room-desk">
      <RoomStyle />
      <StaffHead title={texts.title(name)} up={{ label: texts.up, href: staffPaths.desk() }}>
        <p className="desk-standing">
          <span>{shown.service_name}</span>
          {shown.starts_at && shown.ends_at && <span>{formatHours(shown.starts_at, shown.ends_at, language)}</span>}
          <StateChip state={shown.state} />
          <a href={staffPaths.appointment(shown.id)}>{texts.toAppointment}</a>
        </p>
      </StaffHead>
      {role === 'admin' && !view.has_turn && (
        <Alert kind="warning">
          <p>{texts.noTurn}</p>
        </Alert>
      )}
      <div className="room-desk-columns">
        <div className="room-desk-main">{children}</div>
        {aside && <aside className="room-desk-aside">{aside}</aside>}
      </div>
    </div>
  );
}
