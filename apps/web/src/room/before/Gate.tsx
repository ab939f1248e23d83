import type { RoomView } from '@sportello/contract';
import { common } from '../../messages/common.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { BeforeVideo } from '../check/BeforeVideo.tsx';

interface Props {
  readonly view: RoomView;
  readonly lateMinutes: number;
  readonly trail: readonly { readonly label: string; readonly href: string }[];
  readonly checkHref: string;
  readonly onEnter: () => void;
}

/** The room is open: one button, in sight on the smallest phone, and what the browser is going to ask. */
export function Gate({ view, lateMinutes, trail, checkHref, onEnter }: Props) {
  const { gate, waiting, phone } = useMessages(roomBefore);
  const { minutes } = useMessages(common);
  return (
    <>
      <PageHead title={gate.title} lead={useReceivedBy(view)} trail={trail} />
      {lateMinutes > 0 && <p>{gate.late(minutes(lateMinutes))}</p>}
      <div className="room-ways">
        <Button wide onClick={onEnter}>
          {view.by_phone_since === null ? gate.enter : phone.back}
        </Button>
        <ButtonLink kind="outline-primary" href={checkHref} wide>
          {gate.check}
        </ButtonLink>
      </div>
      <p>{gate.asks}</p>
      <BeforeVideo text={view.before_video} />
      <p className="room-quiet">{waiting.noRecording}</p>
    </>
  );
}

/** "Ti riceve Bruna Conti, Ufficio tecnico." */
export function useReceivedBy({ official_names, office }: Pick<RoomView, 'official_names' | 'office'>): string {
  const { gate } = useMessages(roomBefore);
  return official_names.length === 0 ? gate.leadOffice(office.name) : gate.lead(`${official_names.join(', ')}, ${office.name}`);
}
