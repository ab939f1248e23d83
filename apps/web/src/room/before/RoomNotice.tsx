import type { RoomView } from '@sportello/contract';
import type { ReactNode } from 'react';
import { OfficePhone } from '../../manage/OfficePhone.tsx';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageHead } from '../../shell/PageHead.tsx';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly trail: readonly { readonly label: string; readonly href: string }[];
  /** The one thing to do. */
  readonly action?: ReactNode;
  /** Whose phone always works; left out where it would lead astray. */
  readonly office?: RoomView['office'] | undefined;
  readonly children?: ReactNode;
}

/** A page that says in a sentence why there is no meeting here now, and what to do instead. */
export function RoomNotice({ title, text, trail, action, office, children }: Props) {
  const { refused } = useMessages(roomBefore);
  return (
    <div className="room-notice">
      <PageHead title={title} lead={text} trail={trail} />
      {children}
      {action && <div className="room-ways">{action}</div>}
      {office && <OfficePhone office={office} before={refused.phone} />}
    </div>
  );
}
