import { listFaqs, listLifeEvents, listMunicipalities, listOffices, listPlaces, listServices, showService, showTextPage } from '@sportello/contract';
import { ask, askAll } from './api.ts';

// What the site asks of the directory. A feature takes from here, so that two features share one answer.

export const municipalities = askAll(listMunicipalities);
export const offices = askAll(listOffices);
export const places = askAll(listPlaces);
export const lifeEvents = askAll(listLifeEvents);
export const faqs = askAll(listFaqs);

/** All services by name, or those that answer the words, the best first. */
export function services(words = '') {
  return askAll(listServices, words === '' ? {} : { q: words });
}

/** The services that the comune can have from the offices that serve it today. */
export function servicesFor(municipalityId: string) {
  return askAll(listServices, { municipality_id: municipalityId });
}

/** Everything about one service, by its slug or its id. */
export function service(slug: string) {
  return ask(showService, { params: { id: slug } });
}

export function textPage(name: 'privacy' | 'legal-notes') {
  return ask(showTextPage, { params: { name } });
}
