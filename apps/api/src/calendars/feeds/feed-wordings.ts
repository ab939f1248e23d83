import type { Language } from '@sportello/contract';

export interface FeedWording {
  readonly busy: string;
  readonly away: string;
  readonly pending: string;
  readonly office: string;
  readonly municipality: string;
  readonly place: string;
  readonly page: string;
}

/** What a feed says, in the language of whose it is. */
export const feedWordings: Readonly<Record<Language, FeedWording>> = {
  it: { busy: 'Occupato', away: 'Assente', pending: 'Richiesta da confermare', office: 'Ufficio', municipality: 'Comune', place: 'Sede', page: 'Apri in scrivania' },
  en: { busy: 'Busy', away: 'Away', pending: 'Request to be confirmed', office: 'Office', municipality: 'Comune', place: 'Place', page: 'Open at the desk' },
};
