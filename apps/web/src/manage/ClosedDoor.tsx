import { parseAppointmentCode } from '@sportello/contract';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import type { Door } from './door.ts';
import { LinkRequest } from './find-link/LinkRequest.tsx';

type Closed = Exclude<Door, { readonly is: 'open' }>;

/** The link is missing, wrong or tried too often: how to get a new one, and the phone. */
export function ClosedDoor({ code, door }: { readonly code: string; readonly door: Closed }) {
  const texts = useMessages(manage);
  const { title, text } = sayDoor(door, texts.door);
  return (
    <div className="container page-body">
      <PageHead title={title} lead={text} />
      <LinkRequest code={parseAppointmentCode(code) ?? ''} />
    </div>
  );
}

function sayDoor(door: Closed, texts: (typeof manage)['it']['door']): { readonly title: string; readonly text: string } {
  switch (door.is) {
    case 'no-link':
      return { title: texts.noLink, text: texts.noLinkText };
    case 'wrong-link':
      return { title: texts.wrongLink, text: texts.wrongLinkText };
    case 'too-many':
      return { title: texts.tooMany, text: texts.tooManyText(Math.max(1, Math.ceil(door.seconds / 60))) };
    default:
      return door satisfies never;
  }
}
