import { type FirstStepName, firstStepNames } from '@sportello/contract';
import type { ReactNode } from 'react';
import { common } from '../../messages/common.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFirstSteps } from './queries.ts';
import { missingBefore, numberOf, pathOfStep, stepAfter, stepBefore } from './steps.ts';

interface Props {
  readonly name: FirstStepName;
  readonly children: ReactNode;
}

/** What stands around a step: where one is, the way back, and the way on where it is done already. */
export function StepFrame({ name, children }: Props) {
  const texts = useMessages(firstSteps);
  const { done, isAsking } = useFirstSteps();
  const { waiting } = useMessages(common);
  const missing = missingBefore(name, done);
  const { title, lead } = texts.steps[name];
  return (
    <div className="container page-body first-steps">
      <StaffHead title={title} lead={lead} up={{ label: texts.title, href: staffPaths.firstSteps() }}>
        <StepsBar name={name} done={done} />
      </StaffHead>
      {missing ? isAsking ? <Waiting text={waiting} /> : <ComesFirst missing={missing} /> : children}
      <Ways name={name} isDone={done.includes(name)} />
    </div>
  );
}

function StepsBar({ name, done }: { readonly name: FirstStepName; readonly done: readonly FirstStepName[] }) {
  const texts = useMessages(firstSteps);
  return (
    <nav className="first-steps-bar" aria-label={texts.stepper}>
      <p className="first-steps-count">{texts.count(numberOf(name), firstStepNames.length)}</p>
      <ol className="plain-list">
        {firstStepNames.map((step) => (
          <li key={step} className={done.includes(step) ? 'is-done' : undefined}>
            <a href={pathOfStep(step)} aria-current={step === name ? 'step' : undefined}>
              {texts.steps[step].name}
              {done.includes(step) && <span className="visually-hidden">, {texts.isDone}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ComesFirst({ missing }: { readonly missing: FirstStepName }) {
  const texts = useMessages(firstSteps);
  return (
    <Alert kind="info">
      <p>
        <strong>{texts.first(texts.steps[missing].name)}.</strong> {texts.firstText}
      </p>
      <ButtonLink href={pathOfStep(missing)}>{texts.card.goOn(texts.steps[missing].name)}</ButtonLink>
    </Alert>
  );
}

function Ways({ name, isDone }: { readonly name: FirstStepName; readonly isDone: boolean }) {
  const texts = useMessages(firstSteps);
  const [before, after] = [stepBefore(name), stepAfter(name)];
  if (!before && !(isDone && after)) return null;
  return (
    <p className="first-steps-ways">
      {before && <a href={pathOfStep(before)}>{texts.previousStep(texts.steps[before].name)}</a>}
      {isDone && after && <a href={pathOfStep(after)}>{texts.nextStep(texts.steps[after].name)}</a>}
    </p>
  );
}
