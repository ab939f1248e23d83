import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { DeskPanels } from './DeskPanels.tsx';
import { RoomFrame } from './RoomFrame.tsx';
import type { DeskRoomProps } from './RoomPage.tsx';

/** After the end: what was saved stands on the page of the appointment, and the day goes on. */
export function RoomEnded(desk: DeskRoomProps) {
  const { end: texts } = useMessages(deskRoom);
  return (
    <RoomFrame {...desk} aside={<DeskPanels shown={desk.shown} view={desk.view} />}>
      <Done text={texts.done} />
      <ButtonLink href={staffPaths.desk()}>{texts.next}</ButtonLink>
    </RoomFrame>
  );
}
