import type { DirectoryRows } from '../read-rows.ts';

const text = { it: '', en: '' };

/** A directory without anything; tests spread it and say what they are about. */
export const noRows: DirectoryRows = {
  unions: [],
  logos: [],
  installation: [],
  privacyNotices: [],
  faqs: [],
  messageTexts: [],
  municipalities: [],
  memberships: [],
  offices: [],
  competences: [],
  places: [],
  lifeEvents: [],
  services: [],
  serviceLifeEvents: [],
  serviceChannels: [],
  serviceChannelPlaces: [],
  questions: [],
  calendars: [],
  channelCalendars: [],
  closures: [],
  workedHolidays: [],
};

export function municipalityRow(id: string, patronDay: string | null = null): DirectoryRows['municipalities'][number] {
  const codes = { slug: id, istatCode: id, cadastralCode: '', postalCode: '', province: 'AT', areaCode: '0141' };
  return { id, name: id, ...codes, population: null, populationAt: null, patronSaint: null, patronDay, description: text };
}

export function placeRow(id: string, municipalityId: string, archivedAt: number | null = null): DirectoryRows['places'][number] {
  const address = { street: '', postalCode: '', locality: '', province: 'AT', latitude: null, longitude: null };
  return { id, slug: id, name: text, municipalityId, ...address, accessNotes: text, hoursText: text, archivedAt };
}

export function serviceRow(id: string, officeId: string): DirectoryRows['services'][number] {
  const texts = { name: text, summary: text, forWhom: text, how: text, needed: text, result: text, times: text, cost: text, terms: text };
  const numbers = { popularity: 0, textsVersion: 1, retentionMonths: 12, revision: 0 };
  return { id, slug: `a-${id}`, officeId, state: 'published', ...texts, keywords: { it: [], en: [] }, ...numbers };
}

export function serviceChannelRow(id: string, serviceId: string, channel: 'video' | 'desk'): DirectoryRows['serviceChannels'][number] {
  return {
    id,
    serviceId,
    channel,
    durationMinutes: 30,
    stepMinutes: null,
    offsetMinutes: 0,
    grid: 'opening',
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    noticeMinutes: 120,
    horizonDays: 60,
    holdMinutes: 10,
    moveCutoffMinutes: 1440,
    cancelCutoffMinutes: 240,
    releaseDelayMinutes: 0,
    moderated: false,
    limitFuture: 3,
    limitPerDay: 1,
    whoMayBook: 'citizens',
    personMayChoose: false,
    priceCents: 0,
    reminderMinutes: [],
    documents: null,
    before: null,
    after: null,
    beforeVideo: null,
    closing: null,
    archivedAt: null,
  };
}

export function calendarRow(id: string, name: string, archivedAt: number | null = null): DirectoryRows['calendars'][number] {
  return { id, name, kind: 'operator', officeId: null, staffId: null, revision: 0, rulesRevision: 0, claimsRevision: 0, archivedAt };
}
