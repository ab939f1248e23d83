import type { ServicePage } from '@sportello/contract';
import type { it } from '../../messages/find.it.ts';

export interface Section {
  /** Also the anchor in the address. */
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  /** The mark that a checker of the national model looks for. */
  readonly element?: string;
}

/** The sections of the national model, in its order; "how much" is its one optional section that we always show. */
export function sectionsOf(service: ServicePage, texts: typeof it.service): readonly Section[] {
  return [
    { id: 'a-chi-e-rivolto', title: texts.forWhom, text: service.for_whom, element: 'service-addressed' },
    { id: 'come-fare', title: texts.how, text: service.how, element: 'service-how-to' },
    { id: 'cosa-serve', title: texts.needed, text: service.needed, element: 'service-needed' },
    { id: 'cosa-si-ottiene', title: texts.result, text: service.result, element: 'service-achieved' },
    { id: 'tempi-e-scadenze', title: texts.times, text: service.times, element: 'service-calendar-text' },
    { id: 'quanto-costa', title: texts.cost, text: service.cost, element: 'service-cost' },
    { id: 'accedi', title: texts.access },
    { id: 'condizioni', title: texts.terms, text: service.terms, element: 'service-file' },
    { id: 'contatti', title: texts.contacts },
  ];
}
