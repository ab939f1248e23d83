import { AlreadyBooked } from '../book/start/AlreadyBooked.tsx';
import { invite } from '../messages/invite.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { PhoneLine } from '../shell/PhoneLine.tsx';
import type { Door } from './door.ts';

type Closed = Exclude<Door, { readonly is: 'open' }>;

/** The link opens nothing: why, who can send another, and where else to go. */
export function ClosedInvitation({ door }: { readonly door: Closed }) {
  const texts = useMessages(invite);
  const { title, text } = sayDoor(door, texts.door);
  return (
    <>
      <PageHead title={title} lead={text} />
      {door.is === 'over' && <AlreadyBooked />}
      <PhoneLine />
      <p>
        <a className="link-row" href={paths.findAppointment()}>
          {texts.door.findAppointment}
        </a>
      </p>
      <p>
        <a className="link-row" href={paths.services()}>
          {texts.door.services}
        </a>
      </p>
    </>
  );
}

function sayDoor(door: Closed, texts: (typeof invite)['it']['door']): { readonly title: string; readonly text: string } {
  switch (door.is) {
    case 'no-link':
      return { title: texts.noLink, text: texts.noLinkText };
    case 'wrong-link':
      return { title: texts.wrongLink, text: texts.wrongLinkText };
    case 'over':
      return { title: texts.over, text: texts.overText };
    case 'too-many':
      return { title: texts.tooMany, text: texts.tooManyText(Math.max(1, Math.ceil(door.seconds / 60))) };
    default:
      return door satisfies never;
  }
}
