import { type BookingChoice, paths } from '../paths.ts';
import { conditionsKey, type Draft } from './draft.ts';
import { fitsChoice } from './held-time.ts';
import { mistakesInDetails, mistakesInPerson } from './mistakes.ts';
import { bookableOf, type Chosen } from './resolve-choice.ts';

/** The five steps of the national model. What comes before them, privacy and conditions, is not counted. */
export const countedSteps = ['place', 'time', 'details', 'person', 'summary'] as const;
export const steps = ['start', ...countedSteps] as const;
export type Step = (typeof steps)[number];
export type CountedStep = (typeof countedSteps)[number];

const pathOf: Readonly<Record<Step, (choice: BookingChoice) => string>> = {
  start: paths.book,
  place: paths.bookPlace,
  time: paths.bookTime,
  details: paths.bookDetails,
  person: paths.bookPerson,
  summary: paths.bookSummary,
};

export function pathOfStep(step: Step, choice: BookingChoice): string {
  return pathOf[step](choice);
}

export function stepBefore(step: CountedStep): Step {
  return steps[steps.indexOf(step) - 1] ?? 'start';
}

/** The first step on which something is still to be said; nobody gets past it. `notice`: the version in force. */
export function firstStepNeeding(chosen: Chosen, draft: Draft, notice: string): Step {
  if (draft.notice !== notice) return 'start';
  const bookable = bookableOf(chosen);
  if (!bookable || !areConditionsAccepted(chosen, draft)) return 'place';
  // A held time that has ended is enough to go on: the answers stay, and the time can be asked for again.
  if (!fitsChoice(draft.hold, bookable)) return 'time';
  if (hasAny(mistakesInDetails(draft.typed, bookable.way.questions, bookable.service.name))) return 'details';
  return hasAny(mistakesInPerson(draft.typed, bookable.way.channel, chosen.elsewhere)) ? 'person' : 'summary';
}

/** Whether a step can be shown: nothing before it is missing. */
export function isReached(step: Step, needed: Step): boolean {
  return steps.indexOf(step) <= steps.indexOf(needed);
}

export function areConditionsAccepted({ service, way }: Pick<Chosen, 'service' | 'way'>, { conditions }: Pick<Draft, 'conditions'>): boolean {
  return !service || !way?.texts.before || conditions === conditionsKey(service, way);
}

function hasAny(mistakes: object): boolean {
  return Object.keys(mistakes).length > 0;
}
