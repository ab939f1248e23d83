import { channels } from '@sportello/contract';
import type { BookingChoice } from '../paths.ts';

/** What the address of a step has chosen. Whether it exists is for the directory to say. */
export function choiceIn(query: URLSearchParams): BookingChoice {
  const day = query.get('giorno') ?? '';
  return {
    municipality: query.get('comune') || undefined,
    office: query.get('ufficio') || undefined,
    service: query.get('servizio') || undefined,
    channel: channels.find((known) => known === query.get('modalita')),
    place: query.get('sede') || undefined,
    operator: query.get('operatore') || undefined,
    invitation: query.get('invito') || undefined,
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined,
  };
}

/** An address may name a way of meeting that does not exist at all. */
export function namesUnknownChannel(query: URLSearchParams): boolean {
  return Boolean(query.get('modalita')) && choiceIn(query).channel === undefined;
}
