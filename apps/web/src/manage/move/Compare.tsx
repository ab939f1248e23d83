import type { Appointment } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { service } from '../../directory.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Stay } from '../notice.ts';
import { Refusal } from '../Refusal.tsx';
import { StayLine } from '../StayLine.tsx';
import { stayOf } from './move.ts';

interface Props {
  readonly shown: Appointment;
  readonly chosen: Stay;
  readonly isMoving: boolean;
  readonly refusal: unknown;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Old and new side by side, before anything changes. */
export function Compare({ shown, chosen, isMoving, refusal, onConfirm, onBack }: Props) {
  const { compare: texts, pendingAgain } = useMessages(manageMove);
  const rules = useAnswerSoon(service(shown.service.id))?.channels.find(({ channel }) => channel === shown.channel);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section className="move-compare" aria-labelledby="compare">
      <h2 id="compare" tabIndex={-1} ref={title}>
        {texts.title}
      </h2>
      <dl className="compare">
        <dt>{texts.before}</dt>
        <dd>
          <StayLine stay={stayOf(shown)} shown={shown} />
        </dd>
        <dt>{texts.after}</dt>
        <dd>
          <strong>
            <StayLine stay={chosen} shown={shown} />
          </strong>
        </dd>
      </dl>
      {rules?.moderated && <p>{pendingAgain}</p>}
      {refusal ? <Refusal error={refusal} office={shown.office} /> : null}
      <div className="button-row">
        <Button busy={isMoving} wide onClick={onConfirm}>
          {texts.confirm}
        </Button>
        <Button kind="outline-primary" wide onClick={onBack}>
          {texts.other}
        </Button>
      </div>
    </section>
  );
}
