import type { Alternative, ApiProblem, Appointment } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { manageMove } from '../../messages/manage-move.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { StayLine } from '../StayLine.tsx';

interface Props {
  readonly problem: ApiProblem;
  readonly shown: Appointment;
  readonly onChoose: (alternative: Alternative) => void;
  readonly onBack: () => void;
}

/** Somebody was quicker: the nearest free times, in place. */
export function TimeGone({ problem, shown, onChoose, onBack }: Props) {
  const texts = useMessages(manageMove);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const alternatives = problem.problem?.alternatives ?? [];
  return (
    <Alert kind="warning">
      <h2 tabIndex={-1} ref={title}>
        {problem.problemName === 'slot-taken' ? texts.taken : texts.notOffered}
      </h2>
      <p>{alternatives.length > 0 ? texts.alternatives : texts.noAlternatives}</p>
      <ul className="plain-list alternatives">
        {alternatives.map((alternative) => (
          <li key={alternative.starts_at}>
            <button type="button" className="btn btn-outline-primary" onClick={() => onChoose(alternative)}>
              <StayLine stay={alternative} shown={shown} />
            </button>
          </li>
        ))}
      </ul>
      <Button kind="outline-primary" onClick={onBack}>
        {texts.compare.other}
      </Button>
    </Alert>
  );
}
