import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { Thing } from './grid.ts';
import { writeMinute } from './wall-time.ts';

interface Props {
  readonly thing: Extract<Thing, { kind: 'block' }>;
  readonly stop: string;
  readonly onOpen: () => void;
}

/** Time that an official keeps for something else. */
export function BlockCard({ thing, stop, onOpen }: Props) {
  const { grid } = useMessages(deskAgenda);
  return (
    <button type="button" tabIndex={-1} data-stop={stop} aria-haspopup="dialog" className="agenda-card is-block" onClick={onOpen}>
      <span className="agenda-card-line">
        <span className="agenda-card-time">
          {writeMinute(thing.start)}
          <span className="visually-hidden">–{writeMinute(thing.end)},</span>
        </span>{' '}
        <strong>{thing.block.is_removable ? grid.block : grid.busy}</strong>
      </span>
      {thing.block.reason && <span className="agenda-card-line">{thing.block.reason}</span>}
    </button>
  );
}
