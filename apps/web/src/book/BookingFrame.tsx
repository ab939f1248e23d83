import type { ReactNode } from 'react';
import { ContactPanel } from '../help/ContactPanel.tsx';
import { book } from '../messages/book.ts';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { PhoneLine } from '../shell/PhoneLine.tsx';
import { Breadcrumb } from '../ui/Breadcrumb.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { countedSteps, type CountedStep } from './steps.ts';

interface Props {
  readonly step: CountedStep;
  /** Whether the step has fields with an asterisk. */
  readonly hasFields?: boolean;
  readonly children: ReactNode;
}

/** What stands around each of the five steps. The title says the step to whom cannot see the stepper. */
export function BookingFrame({ step, hasFields = true, children }: Props) {
  const texts = useMessages(book);
  const { nav, pageTitle, field } = useMessages(common);
  const current = countedSteps.indexOf(step);
  const name = texts.steps[step];
  return (
    <>
      <title>{pageTitle(`${name}, ${texts.title}`)}</title>
      <div className="container page-body booking">
        <Breadcrumb label={nav.breadcrumb} steps={[{ label: nav.home, href: paths.home() }]} here={texts.title} />
        <h1 tabIndex={-1}>
          {texts.title}
          <span className="visually-hidden">: {texts.stepOf(name, current + 1, countedSteps.length)}</span>
        </h1>
        <Stepper label={texts.stepper} steps={countedSteps.map((one) => texts.steps[one])} current={current} doneText={texts.done} />
        {hasFields && <p className="booking-note">{field.requiredNote}</p>}
        {children}
        <PhoneLine />
      </div>
      <ContactPanel />
    </>
  );
}
