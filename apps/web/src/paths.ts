import type { Channel } from '@sportello/contract';

/** The addresses of the site, as the router matches them. They are part of what people bookmark: never renamed. */
export const patterns = {
  home: '/',
  services: '/servizi',
  service: '/servizi/:slug',
  offices: '/uffici',
  office: '/uffici/:slug',
  municipalities: '/comuni',
  municipality: '/comuni/:slug',
  lifeEvent: '/eventi-della-vita/:slug',

  book: '/prenota',
  bookPlace: '/prenota/luogo',
  bookTime: '/prenota/orario',
  bookDetails: '/prenota/dettagli',
  bookPerson: '/prenota/richiedente',
  bookSummary: '/prenota/riepilogo',
  bookDone: '/prenota/fatto',

  appointment: '/appuntamento/:code',
  moveAppointment: '/appuntamento/:code/sposta',
  checkDevices: '/appuntamento/:code/prova',
  room: '/appuntamento/:code/stanza',
  guestRoom: '/stanza',
  findAppointment: '/appuntamento',
  invitation: '/invito',
  personalArea: '/area-personale',

  figures: '/cifre',
  faq: '/domande-frequenti',
  report: '/segnala',
  privacy: '/privacy',
  accessibility: '/accessibilita',
  legalNotes: '/note-legali',
} as const;

/** What a list of services is narrowed to, by slugs; it stands in the address. */
export interface ServiceFilter {
  readonly words?: string | undefined;
  readonly office?: string | undefined;
  readonly lifeEvent?: string | undefined;
  readonly channel?: Channel | undefined;
}

/** What is known of a booking before it begins, or while it goes on: never anything about a person. */
export interface BookingChoice {
  /** ISTAT code of the comune that the matter concerns. */
  readonly municipality?: string | undefined;
  /** Slug of the office, where no service says it yet. */
  readonly office?: string | undefined;
  /** Slug of the service. */
  readonly service?: string | undefined;
  readonly channel?: Channel | undefined;
  /** Id of the place, for the desk. */
  readonly place?: string | undefined;
  /** Id of the operator, where the service lets people choose. */
  readonly operator?: string | undefined;
  /** Id of the invitation that is followed: it shows free times, its token alone books. */
  readonly invitation?: string | undefined;
  /** The day whose times are shown, `2026-12-03`. */
  readonly day?: string | undefined;
}

/** Every link of the site is made here. */
export const paths = {
  home: () => patterns.home,
  services: ({ words, office, lifeEvent, channel }: ServiceFilter = {}) => withQuery(patterns.services, { q: words, ufficio: office, evento: lifeEvent, modalita: channel }),
  service: (slug: string) => fill(patterns.service, slug),
  offices: () => patterns.offices,
  office: (slug: string) => fill(patterns.office, slug),
  municipalities: () => patterns.municipalities,
  municipality: (slug: string) => fill(patterns.municipality, slug),
  lifeEvent: (slug: string) => fill(patterns.lifeEvent, slug),

  book: (choice: BookingChoice = {}) => booking(patterns.book, choice),
  bookPlace: (choice: BookingChoice = {}) => booking(patterns.bookPlace, choice),
  bookTime: (choice: BookingChoice = {}) => booking(patterns.bookTime, choice),
  bookDetails: (choice: BookingChoice = {}) => booking(patterns.bookDetails, choice),
  bookPerson: (choice: BookingChoice = {}) => booking(patterns.bookPerson, choice),
  bookSummary: (choice: BookingChoice = {}) => booking(patterns.bookSummary, choice),
  bookDone: () => patterns.bookDone,

  appointment: (code: string) => fill(patterns.appointment, code),
  /** Without what its page shows: manage/addresses adds that. */
  moveAppointment: (code: string) => fill(patterns.moveAppointment, code),
  checkDevices: (code: string) => fill(patterns.checkDevices, code),
  /** `enters`: straight into the waiting room, for whoever has pressed the button already. */
  room: (code: string, { enters = false } = {}) => withQuery(fill(patterns.room, code), { entra: enters ? 'si' : undefined }),
  guestRoom: () => patterns.guestRoom,
  findAppointment: () => patterns.findAppointment,
  invitation: () => patterns.invitation,
  personalArea: () => patterns.personalArea,

  /** `by`: what a line of the table is, as the API names it. */
  figures: (by?: string) => withQuery(patterns.figures, { per: by === 'month' ? undefined : by }),
  faq: (openQuestion?: string) => withQuery(patterns.faq, { domanda: openQuestion }),
  /** `page`: the path of the page that is wrong. */
  report: (page?: string) => withQuery(patterns.report, { pagina: page }),
  privacy: () => patterns.privacy,
  accessibility: () => patterns.accessibility,
  legalNotes: () => patterns.legalNotes,
};

function booking(path: string, { municipality, office, service, channel, place, operator, invitation, day }: BookingChoice): string {
  return withQuery(path, { comune: municipality, ufficio: office, servizio: service, modalita: channel, sede: place, operatore: operator, invito: invitation, giorno: day });
}

/** Each pattern has at most one parameter. */
function fill(pattern: string, value: string): string {
  return pattern.replace(/:\w+/, () => encodeURIComponent(value));
}

function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
