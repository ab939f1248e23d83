import { firstStepNames } from '@sportello/contract';
import { useId } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { firstStepsNow } from './queries.ts';
import { numberOf, pathOfStep } from './steps.ts';

/** On the first page of the union, while citizens cannot book yet: where to go on. */
export function FirstStepsCard() {
  const texts = useMessages(firstSteps);
  const id = useId();
  const next = useAnswerSoon(firstStepsNow)?.next;
  if (!next) return null;
  return (
    <section className="first-steps-card" aria-labelledby={id}>
      <h2 id={id}>{texts.card.title}</h2>
      <p>{texts.card.text}</p>
      <p className="first-steps-count">{texts.count(numberOf(next), firstStepNames.length)}</p>
      <ButtonLink href={pathOfStep(next)} wide>
        {texts.card.goOn(texts.steps[next].name)}
      </ButtonLink>
    </section>
  );
}
