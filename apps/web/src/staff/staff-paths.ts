// The addresses of the staff's part of the site, beside paths.ts, so that they travel with its code only.

import type { RecordKind } from '@sportello/contract';

const signIn = '/scrivania/accesso';

/** What stands below /unione for each kind of record. */
export const recordSections: Readonly<Record<RecordKind, string>> = {
  union: 'dati',
  municipality: 'comuni',
  office: 'uffici',
  place: 'sedi',
  service: 'servizi',
  calendar: 'agende',
  closure: 'chiusure',
  worked_holiday: 'festivi',
  life_event: 'eventi',
  faq: 'domande',
  message_text: 'messaggi',
  privacy_notice: 'informative',
};

export interface BoardFilter {
  readonly day?: string | undefined;
  readonly officeId?: string | undefined;
  readonly calendar?: string | undefined;
}

/** What the page of booking begins with; ids, and nothing about a person but their id. */
export interface DeskChoice {
  readonly service?: string | undefined;
  readonly channel?: string | undefined;
  readonly municipality?: string | undefined;
  readonly place?: string | undefined;
  readonly calendar?: string | undefined;
  /** From which day on free times are shown, `2026-12-03`. */
  readonly day?: string | undefined;
  /** A start that was asked for, an instant. */
  readonly start?: string | undefined;
  readonly person?: string | undefined;
}

export const staffPaths = {
  /** The board; `calendar` is the id of a calendar, or `mia` for one's own. */
  desk: ({ day, officeId, calendar }: BoardFilter = {}) => withQuery('/scrivania', { giorno: day, ufficio: officeId, agenda: calendar }),
  appointment: (id: string) => `/scrivania/appuntamenti/${encodeURIComponent(id)}`,
  /** The room of a meeting by video; `enters`: straight in. */
  room: (id: string, { enters = false } = {}) => withQuery(`/scrivania/stanza/${encodeURIComponent(id)}`, { entra: enters ? 'si' : undefined }),
  slip: (id: string) => `/scrivania/appuntamenti/${encodeURIComponent(id)}/promemoria`,
  /** `calendars`: ids with commas between. */
  agenda: ({ day, view, calendars }: { readonly day?: string | undefined; readonly view?: string | undefined; readonly calendars?: string | undefined } = {}) =>
    withQuery('/scrivania/agenda', { giorno: day, vista: view, agende: calendars }),
  calendarHours: (id: string) => `/scrivania/agende/${encodeURIComponent(id)}/orari`,
  hoursHistory: (id: string) => `/scrivania/agende/${encodeURIComponent(id)}/orari/storia`,
  /** Programs elsewhere that read this calendar, or close it. */
  calendarLinks: (id: string) => `/scrivania/agende/${encodeURIComponent(id)}/collegamenti`,
  newAbsence: ({ calendar, day }: { readonly calendar?: string | undefined; readonly day?: string | undefined } = {}) => withQuery('/scrivania/assenze/nuova', { agenda: calendar, giorno: day }),
  book: (choice: DeskChoice = {}) => withQuery('/scrivania/prenota', { ...deskChoice(choice), persona: choice.person }),
  /** The same page: another time for this appointment. */
  moveAppointment: (id: string) => withQuery('/scrivania/prenota', { sposta: id }),
  /** The same page: once more what this appointment was, a week later. */
  repeatAppointment: (id: string) => withQuery('/scrivania/prenota', { ripeti: id }),
  /** What was booked or moved there, with what comes next. */
  booked: (id: string, wasMoved?: 'told' | 'untold') => withQuery('/scrivania/prenota', { fatto: id, spostato: wasMoved && (wasMoved === 'told' ? 'avvisato' : 'non-avvisato') }),
  requests: () => '/scrivania/richieste',
  /** Appointments that do not fit any more; `closure`: the id of the one in which they fall. */
  misfits: (closure?: string) => withQuery('/scrivania/da-sistemare', { chiusura: closure }),
  invitations: () => '/scrivania/inviti',
  newInvitation: ({ service, channel }: Pick<DeskChoice, 'service' | 'channel'> = {}) => withQuery('/scrivania/inviti', { nuovo: 'si', servizio: service, modalita: channel }),
  why: (choice: DeskChoice = {}) => withQuery('/scrivania/perche', deskChoice(choice)),
  people: () => '/scrivania/persone',
  person: (id: string) => `/scrivania/persone/${encodeURIComponent(id)}`,
  /** Everything about them, to read and to print. */
  personData: (id: string) => `/scrivania/persone/${encodeURIComponent(id)}/dati`,
  /** Where another row of the same person is looked for, and two are compared. */
  duplicates: (id: string) => `/scrivania/persone/${encodeURIComponent(id)}/doppioni`,
  comparePeople: (id: string, other: string) => `/scrivania/persone/${encodeURIComponent(id)}/doppioni/${encodeURIComponent(other)}`,
  profile: () => '/scrivania/profilo',

  /** `back`: where to go after it, a path of ours. */
  signIn: (back?: string) => withQuery(signIn, { torna: back }),
  welcome: () => '/scrivania/benvenuto',
  forgottenPassword: () => '/scrivania/password-dimenticata',
  secondFactor: (back?: string) => withQuery('/scrivania/secondo-fattore', { torna: back }),
  /** Answered by the server: the way to the union's own provider of identities. `isAnew`: it asks even whom it still knows. */
  provider: (back: string, { isAnew = false } = {}) => withQuery('/api/v1/staff/oidc/start', { return_to: back, anew: isAnew ? 'yes' : undefined }),

  union: () => '/unione',
  /** From an empty database to the first bookable service; `step`: its last part of the address. */
  firstSteps: (step?: string) => (step ? `/unione/avvio/${step}` : '/unione/avvio'),
  /** All that is said to citizens beside services. */
  texts: () => '/unione/testi',
  records: (kind: RecordKind) => `/unione/${recordSections[kind]}`,
  /** `draft`: the id of the one that it goes on with. */
  newRecord: (kind: RecordKind, draft?: string) => withQuery(`/unione/${recordSections[kind]}/nuovo`, { bozza: draft }),
  record: (kind: RecordKind, id: string) => `/unione/${recordSections[kind]}/${encodeURIComponent(id)}`,
  recordHistory: (kind: RecordKind, id: string) => `/unione/${recordSections[kind]}/${encodeURIComponent(id)}/storia`,
  /** `from`: the id of the service that it begins as a copy of, or `vuoto`. */
  newService: (from: string) => withQuery('/unione/servizi/nuovo', { da: from }),
  unionDocument: () => '/unione/esporta-importa',
  members: (state?: string) => withQuery('/unione/personale', { stato: state }),
  invite: () => '/unione/personale/invita',
  member: (id: string) => `/unione/personale/${encodeURIComponent(id)}`,
  /** How the union meets by video; `service`: whose settings are open. */
  video: (service?: string) => withQuery('/unione/video', { servizio: service }),
  /** By which server messages leave. */
  mail: () => '/unione/posta',
  /** How everything is that the desk stands on. */
  system: () => '/unione/stato',
  /** For how long data are kept; `personId`: who is to be kept beyond that. */
  retention: (personId?: string) => withQuery('/unione/conservazione', { persona: personId }),
  /** With which other systems the desk works. */
  connections: () => '/unione/collegamenti',
  newKey: () => '/unione/collegamenti/chiavi/nuova',
  newWebhook: () => '/unione/collegamenti/avvisi/nuovo',
  /** `state`: which of its deliveries are shown. */
  webhook: (id: string, state?: string) => withQuery(`/unione/collegamenti/avvisi/${encodeURIComponent(id)}`, { stato: state }),
  statistics: (filter: Readonly<Record<string, string | undefined>> = {}) => withQuery('/unione/statistiche', filter),
  appointmentTable: () => '/unione/appuntamenti',
  audit: (filter: Readonly<Record<string, string | undefined>> = {}) => withQuery('/unione/registro', filter),
  auditEntry: (id: string) => `/unione/registro/${encodeURIComponent(id)}`,
};

const doors = [signIn, staffPaths.welcome(), staffPaths.forgottenPassword()];

/** Pages that are opened without a session. */
export function isDoor(pathname: string): boolean {
  return doors.includes(pathname.replace(/\/$/, ''));
}

/** The path to return to, unless it leads out of the staff's pages or back to a door: then their beginning. */
export function safeReturn(asked: string | null): string {
  if (!asked || !/^\/(scrivania|unione)([/?#]|$)/.test(asked) || /[\\\s]|\/\.{1,2}(\/|$)/.test(asked)) return staffPaths.desk();
  return isDoor(asked.split(/[?#]/)[0] ?? '') ? staffPaths.desk() : asked;
}

function deskChoice({ service, channel, municipality, place, calendar, day, start }: DeskChoice): Record<string, string | undefined> {
  return { servizio: service, modalita: channel, comune: municipality, sede: place, agenda: calendar, giorno: day, inizio: start };
}

export function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
