import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { useAnswerSoon } from '../../api.ts';
import { service } from '../../directory.ts';
import { common } from '../../messages/common.ts';
import { manage } from '../../messages/manage.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { useDeskNow } from '../../session/desk-clock.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { ClosedDoor } from '../ClosedDoor.tsx';
import { type Door, openDoor } from '../door.ts';
import { OfficePhone } from '../OfficePhone.tsx';
import { useAppointment } from '../queries.ts';
import { standingOf, stillUntil } from '../standing.ts';
import { MoveClosed } from './MoveClosed.tsx';
import { MoveForm } from './MoveForm.tsx';

export function loadMove({ params: { code = '' } }: LoaderFunctionArgs): Promise<Door> {
  return openDoor(code);
}

/** Another time for an appointment: choose, compare, confirm. */
export function MovePage() {
  const { code = '' } = useParams();
  const door = useLoaderData<Door>();
  return door.is === 'open' ? <OpenMove code={code} /> : <ClosedDoor code={code} door={door} />;
}

function OpenMove({ code }: { readonly code: string }) {
  const texts = useMessages(manageMove);
  const { title } = useMessages(manage);
  const { channels } = useMessages(common);
  const shown = useAppointment(code);
  const now = useDeskNow();
  const way = useAnswerSoon(service(shown.service.id))?.channels.find(({ channel }) => channel === shown.channel);
  const standing = standingOf(shown, now);
  const isMovable = (standing === 'pending' || standing === 'confirmed') && stillUntil(shown.can.move_until, now) !== null;
  return (
    <div className="container page-body">
      <PageHead title={texts.title} lead={`${shown.service.name}, ${channels[shown.channel].toLowerCase()}`} trail={[{ label: title, href: paths.appointment(shown.code) }]} />
      {isMovable && way && way.operators.length > 1 && <p>{texts.anybody}</p>}
      {isMovable ? <MoveForm shown={shown} now={now} /> : <MoveClosed shown={shown} />}
      {isMovable && <OfficePhone office={shown.office} before={texts.orCall} />}
      <p className="mt-4">
        <a className="link-row" href={paths.appointment(shown.code)}>
          {isMovable ? texts.back : texts.toAppointment}
        </a>
      </p>
    </div>
  );
}
