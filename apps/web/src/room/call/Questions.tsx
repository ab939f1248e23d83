import type { ReactNode } from 'react';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks once: a finger slips, and the call is gone. */
export function LeaveDialog({ onLeave, onClose }: { readonly onLeave: () => void; readonly onClose: () => void }) {
  const { leave: texts } = useMessages(roomTexts);
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>{texts.text}</p>
      <div className="button-row">
        <Button kind="outline-primary" wide onClick={onClose}>
          {texts.stay}
        </Button>
        <Button kind="danger" wide onClick={onLeave}>
          {texts.go}
        </Button>
      </div>
    </Dialog>
  );
}

/** The way out that always works, over the call. */
export function PhoneDialog({ children, onClose }: { readonly children: ReactNode; readonly onClose: () => void }) {
  const { phone: texts } = useMessages(roomTexts);
  return (
    <Dialog title={texts.title} onClose={onClose}>
      {children}
      <div className="button-row">
        <Button kind="outline-primary" wide onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}
