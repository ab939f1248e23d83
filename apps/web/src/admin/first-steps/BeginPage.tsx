import { firstStepNames } from '@sportello/contract';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { DonePart } from './DonePart.tsx';
import { useFirstSteps } from './queries.ts';
import { numberOf, pathOfStep } from './steps.ts';

/** All steps with how far each has come; once citizens can book, what comes next. */
export function BeginPage() {
  const texts = useMessages(firstSteps);
  const { done, next, service_id } = useFirstSteps();
  return (
    <div className="container page-body first-steps">
      <StaffHead title={next ? texts.title : texts.done.title} lead={next ? texts.lead : undefined} />
      {!next && service_id && <DonePart serviceId={service_id} />}
      {!next && <h2>{texts.done.what}</h2>}
      <ol className="first-steps-list">
        {firstStepNames.map((name) => (
          <li key={name} className={done.includes(name) ? 'is-done' : undefined}>
            <div>
              <p className="first-steps-name">{texts.steps[name].name}</p>
              <p className="first-steps-state">{done.includes(name) ? texts.state.done : name === next ? texts.state.next : texts.state.later}</p>
            </div>
            {done.includes(name) && (
              <a href={pathOfStep(name)}>
                {texts.review}
                <span className="visually-hidden">: {texts.steps[name].name}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
      {next && (
        <div className="first-steps-on">
          <p className="first-steps-count">{texts.count(numberOf(next), firstStepNames.length)}</p>
          <ButtonLink href={pathOfStep(next)} wide>
            {done.length === 0 ? texts.begin : texts.card.goOn(texts.steps[next].name)}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
