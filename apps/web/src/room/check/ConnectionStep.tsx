import type { IceServer } from '@sportello/contract';
import { useState } from 'react';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CheckStep } from './CheckStep.tsx';
import { type ConnectionFound, type Reached, tryConnection } from './try-connection.ts';
import { type ConnectionGrade, gradeOf } from './verdict.ts';

interface Props {
  readonly servers: readonly IceServer[];
  readonly grade: ConnectionGrade | null;
  readonly onGrade: (grade: ConnectionGrade | null) => void;
}

/** Whether a call gets through from this network; what exactly was found is for whoever helps. */
export function ConnectionStep({ servers, grade, onGrade }: Props) {
  const { check } = useMessages(roomBefore);
  const texts = check.connection;
  const [isTrying, setTrying] = useState(false);
  const [found, setFound] = useState<ConnectionFound | null>(null);

  async function start(): Promise<void> {
    setTrying(true);
    onGrade(null);
    const result = await tryConnection(servers);
    setFound(result);
    onGrade(gradeOf(result));
    setTrying(false);
  }

  const help = grade === 'slow' || grade === 'blocked' || grade === 'offline' ? texts.help[grade] : [];
  const works = grade === 'good' || grade === 'partly' ? texts.grade[grade] : null;
  return (
    <CheckStep title={texts.title} lead={texts.lead} works={works}>
      <Button kind="outline-primary" busy={isTrying} onClick={() => void start()}>
        {found ? texts.again : texts.start}
      </Button>
      <div role="status">
        {isTrying && <p className="check-playing">{texts.trying}</p>}
        {grade && !works && (
          <div className="check-trouble">
            <p>
              <strong>{texts.grade[grade]}</strong>
            </p>
            <ul>
              {help.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {found && !isTrying && <Details found={found} />}
    </CheckStep>
  );
}

function Details({ found }: { readonly found: ConnectionFound }) {
  const { check } = useMessages(roomBefore);
  const { details, facts } = check.connection;
  const say = (works: boolean) => (works ? facts.works : facts.fails);
  const sayReached = (reached: Reached) => (reached === 'not-set' ? facts.notSet : say(reached === 'reached'));
  return (
    <details className="check-details">
      <summary>{details}</summary>
      <Facts
        facts={[
          { label: facts.round, value: found.roundTripMilliseconds === null ? facts.noAnswer : facts.milliseconds(found.roundTripMilliseconds) },
          { label: facts.socket, value: say(found.socketOpens) },
          { label: facts.meet, value: say(found.canMeet) },
          { label: facts.stun, value: sayReached(found.stun) },
          { label: facts.turn, value: sayReached(found.turn) },
        ]}
      />
    </details>
  );
}
