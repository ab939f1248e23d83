import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';

interface Props {
  readonly name: string;
  readonly at: string;
  readonly isTaken: boolean;
  readonly onConfirm: () => void;
  readonly onGiveUp: () => void;
}

/** While an appointment is on its way by the keys or by tapping: where it would come, and how to go on. */
export function MovingBar({ name, at, isTaken, onConfirm, onGiveUp }: Props) {
  const { moving } = useMessages(deskAgenda);
  return (
    <div className="agenda-moving-bar" role="group" aria-label={moving.bar(name)}>
      <p>
        <strong>{moving.bar(name)}</strong> {at}
        <span className="form-text">{moving.barHelp}</span>
      </p>
      <div className="button-row">
        <Button kind="outline-primary" onClick={onGiveUp}>
          {moving.giveUp}
        </Button>
        <Button busy={isTaken} onClick={onConfirm}>
          {moving.confirm}
        </Button>
      </div>
    </div>
  );
}
