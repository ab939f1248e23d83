import type { Directory, PrivacyNotice, Union } from './directory.ts';
import type { DirectoryRows } from './read-rows.ts';
import { servicesOf } from './services.ts';
import { opensMinutesBefore } from '../rooms/admission.ts';

/** What an installation is called until somebody sets it up. */
const neutralUnion: Union = {
  id: '',
  name: 'Sportello Virtuale',
  seat: '',
  phone: '',
  email: '',
  address: '',
  logoId: null,
  timeZone: 'Europe/Rome',
  languages: ['it', 'en'],
  links: [],
  legalNotes: { it: '', en: '' },
  accessibilityUrl: null,
  messagesMonths: null,
  textsMonths: null,
  trailMonths: null,
  accessMonths: null,
};

const { compare } = new Intl.Collator('it');

/** Puts the rows together. `now`, in epoch milliseconds, says which privacy notice is in force. */
export function directoryOf(read: DirectoryRows, now: number, roomOpensMinutes = opensMinutesBefore): Directory {
  const rows = { ...read, municipalities: byName(read.municipalities), calendars: byName(read.calendars) };
  const { directoryRevision, ...union } = rows.unions[0] ?? { ...neutralUnion, directoryRevision: -1 };
  const services = servicesOf(rows);
  return {
    revision: directoryRevision,
    isDemo: rows.installation.some(({ key, value }) => key === 'demo' && value === 'on'),
    union,
    logo: rows.logos.find(({ id }) => id === union.logoId) ?? null,
    privacyNotice: noticeInForce(rows.privacyNotices, now),
    municipalities: byId(rows.municipalities),
    memberships: rows.memberships,
    offices: byId(rows.offices),
    competences: rows.competences,
    places: byId(rows.places),
    services: byId(services),
    servicesBySlug: new Map(services.map((service) => [service.slug, service])),
    lifeEvents: rows.lifeEvents,
    faqs: rows.faqs,
    messageTexts: rows.messageTexts,
    calendars: byId(rows.calendars.map(({ id, name, kind, officeId, staffId, archivedAt }) => ({ id, name, kind, officeId, staffId, archivedAt }))),
    closures: rows.closures,
    workedHolidays: rows.workedHolidays,
    roomOpensMinutes,
  };
}

/** The last notice that is valid already, or the first one where none is: a booking always names a text. */
function noticeInForce(notices: DirectoryRows['privacyNotices'], now: number): PrivacyNotice {
  const notice = notices.findLast(({ validFrom }) => validFrom <= now) ?? notices[0];
  const next = notices.find(({ validFrom }) => validFrom > now);
  const { version = '', text = { it: '', en: '' } } = notice ?? {};
  return { version, text, replacedAt: next?.validFrom ?? Infinity };
}

/** Sorted here, because the order of letters in a database is a setting of that database. */
function byName<Row extends { readonly name: string; readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => compare(one.name, other.name) || compare(one.id, other.id));
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
