import { showStaffRoom } from '@sportello/contract';
import { useEffect } from 'react';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { readAgain } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { DeskPanels } from './DeskPanels.tsx';
import { RoomFrame } from './RoomFrame.tsx';
import type { DeskRoomProps } from './RoomPage.tsx';

/** After the end: what was saved stands on the page of the appointment, and the day goes on. */
export function RoomEnded(desk: DeskRoomProps) {
  const { end: texts } = useMessages(deskRoom);
  useReadingAgain(desk.view.stays.some(({ left_at }) => left_at === null));
  return (
    <RoomFrame {...desk} aside={<DeskPanels shown={desk.shown} view={desk.view} />}>
      <Done text={texts.done} />
      <ButtonLink href={staffPaths.desk()}>{texts.next}</ButtonLink>
    </RoomFrame>
  );
}

const everyMilliseconds = 5_000;

/** That this official went is written down a moment after the page is shown, and a colleague may stay a while. */
function useReadingAgain(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => void readAgain(showStaffRoom), everyMilliseconds);
    return () => clearInterval(timer);
  }, [isWanted]);
}
