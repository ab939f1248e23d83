import { deskRoom } from '../../messages/desk-room.ts';
import { useAnswerSoon } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Live } from '../../ui/Live.tsx';
import { BellSwitch } from './BellSwitch.tsx';
import { useArrivals, useBellSwitch } from './bell.ts';
import { waitingNow } from './queries.ts';
import { WaitingElsewhere } from './WaitingElsewhere.tsx';

/** On the board: who waits in rooms now, with a bell for whoever comes. */
export function WaitingPanel() {
  const { board, waiting: texts } = useMessages(deskRoom);
  const waiting = useAnswerSoon(waitingNow)?.items;
  const bell = useBellSwitch();
  const latest = useArrivals(waiting, bell.isOn);
  return (
    <>
      <Live text={latest ? board.arrived(latest.name) : ''} />
      {waiting && waiting.length > 0 ? <WaitingElsewhere waiting={waiting} /> : <p>{texts.none}</p>}
      <BellSwitch isOn={bell.isOn} onTurn={bell.turn} />
    </>
  );
}
