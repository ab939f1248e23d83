import { useState } from 'react';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { type Decision, planOf } from './decisions.ts';
import type { useSettling } from './use-settling.ts';

interface Props {
  readonly decisions: readonly Decision[];
  /** How many are left for later. */
  readonly undecided: number;
  readonly settling: ReturnType<typeof useSettling>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What will happen and who is told, before it does; then how far it has come. */
export function SettleDialog({ decisions, undecided, settling, onDone, onClose }: Props) {
  const { confirm: texts } = useMessages(deskMisfits);
  const [tell, setTell] = useState(true);
  // What is decided leaves the list one after the other: the question stays as it was asked.
  const [wanted, setWanted] = useState<readonly Decision[] | null>(null);
  const asked = wanted ?? decisions;
  const plan = planOf(asked, tell);
  const lines = [
    plan.move > 0 && texts.moved(plan.move),
    plan.reassign > 0 && texts.reassigned(plan.reassign),
    plan.cancel > 0 && texts.cancelled(plan.cancel),
    plan.leave > 0 && texts.kept(plan.leave),
    undecided > 0 && wanted === null && texts.undecided(undecided),
  ].filter((line) => line !== false);

  async function go(): Promise<void> {
    if (wanted) return;
    setWanted(decisions);
    await settling.run(decisions, tell);
    onDone();
  }

  return (
    <Dialog title={texts.title(asked.length)} onClose={wanted ? settling.stop : onClose}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <strong>{plan.told > 0 ? texts.told(plan.told) : texts.nobodyTold}</strong> {plan.toCall > 0 && texts.toCall(plan.toCall)}
      </p>
      {plan.move + plan.cancel > 0 && !wanted && <Checkbox id="misfit-tell" label={texts.tell} checked={tell} onChange={setTell} />}
      <p role="status">{wanted && texts.running(settling.doneSoFar, asked.length)}</p>
      <div className="button-row">
        <Button kind="outline-primary" wide onClick={wanted ? settling.stop : onClose}>
          {wanted ? texts.stop : texts.back}
        </Button>
        <Button wide busy={wanted !== null} onClick={() => void go()}>
          {texts.go}
        </Button>
      </div>
    </Dialog>
  );
}
