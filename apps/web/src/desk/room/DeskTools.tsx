import { useState } from 'react';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { ControlButton } from '../../room/call/ControlButton.tsx';
import { RoomStyle } from '../../room/RoomStyle.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DeskPanels } from './DeskPanels.tsx';
import type { DeskRoomProps } from './RoomPage.tsx';

/** Among the buttons of the call: what the desk does beside it, and the end. */
export function DeskTools({ shown, view, onEnd }: DeskRoomProps) {
  const { tools: texts, end } = useMessages(deskRoom);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <RoomStyle />
      <ControlButton icon="desk" label={texts.open} onClick={() => setOpen(true)} />
      <ControlButton icon="end" label={texts.end} name={end.open} look="danger" onClick={onEnd} />
      {isOpen && (
        <Dialog title={texts.title} onClose={() => setOpen(false)}>
          <div className="room-desk-tools">
            <DeskPanels shown={shown} view={view} />
          </div>
          <div className="button-row">
            <Button kind="outline-primary" wide onClick={() => setOpen(false)}>
              {texts.close}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
