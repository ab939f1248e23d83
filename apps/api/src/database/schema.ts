import type { AppointmentState, Channel, Language, MessageTextName, QuestionKind, Relation } from '@sportello/contract';
import type { Recurrence } from '@sportello/scheduling';
import { sql } from 'drizzle-orm';
import { administrationTables } from './administration-tables.ts';
import { auditTables } from './audit-tables.ts';
import { backupTables } from './backup-tables.ts';
import type { Columns } from './columns.pg.ts';
import { deskTables } from './desk-tables.ts';
import { fileTables } from './file-tables.ts';
import { otherSystemTables } from './other-system-tables.ts';
import { retentionTables } from './retention-tables.ts';
import { roomTables } from './room-tables.ts';
import { staffTables } from './staff-tables.ts';
import { statisticsTables } from './statistics-tables.ts';
import { systemTables } from './system-tables.ts';

/** A text of the directory in the languages of the site. */
export interface Localized {
  readonly it: string;
  readonly en: string;
}

/** Wall-clock opening of one date, in minutes of the local day; no place, channels or services means all. */
export interface DayOpening {
  readonly start: number;
  readonly end: number;
  readonly placeId: string | null;
  readonly channels: readonly Channel[] | null;
  readonly serviceIds?: readonly string[] | null;
}

export interface Choice {
  readonly value: string;
  readonly label: Localized;
}

export interface FooterLink {
  readonly rel: string;
  readonly label: Localized;
  readonly url: string;
}

export type ClosureScope = 'union' | 'municipality' | 'office' | 'place';
export type PersonRole = 'requester' | 'beneficiary' | 'professional' | 'companion' | 'interpreter';
export type OutboxState = 'pending' | 'sent' | 'dropped' | 'failed';
export type EventKind =
  | 'held' | 'extended' | 'released' | 'expired' | 'confirmed' | 'requested' | 'approved' | 'refused'
  | 'moved' | 'reassigned' | 'cancelled' | 'proposed' | 'walked-in' | 'arrived' | 'started' | 'served' | 'missed'
  | 'taken-back' | 'called' | 'noted' | 'restored' | 'to-call' | 'person-changed'
  | 'room-changed' | 'papers-changed' | 'call-requested' | 'by-phone' | 'by-video';

/**
 * Every table of the product, said once for both databases. Ids are UUIDv7 texts made in code, instants are epoch
 * milliseconds, days are ISO dates of the union's zone, money is integer cents. The group that a column is taken from
 * (`plain`, `cleared`, `masked`, `deleted`) says what erasing a person does to it; `sealed` is encrypted beside.
 */
export function defineSchema(columns: Columns) {
  const { table, plain, cleared, masked, deleted, index, uniqueIndex, check } = columns;
  const id = () => plain.text().primaryKey();

  // --- directory: who and what exists -------------------------------------------------------------------------------
  const installation = table('installation', {
    key: id(),
    value: plain.text().notNull(),
  });

  const unions = table('unions', {
    id: id(),
    name: plain.text().notNull(),
    seat: plain.text().notNull(),
    phone: plain.text().notNull(),
    email: plain.text().notNull(),
    address: plain.text().notNull(),
    /** One of `logos`; null: there is none. */
    logoId: plain.text(),
    timeZone: plain.text().notNull(),
    languages: plain.json<Language[]>().notNull(),
    links: plain.json<FooterLink[]>().notNull(),
    legalNotes: plain.json<Localized>().notNull(),
    /** Where the declaration of accessibility is. */
    accessibilityUrl: plain.text(),
    /** For how many months what belongs to no service is kept; null: as long as is usual (see retention/periods.ts). */
    messagesMonths: plain.integer(),
    textsMonths: plain.integer(),
    trailMonths: plain.integer(),
    accessMonths: plain.integer(),
    /** Raised by every change of the directory, so that what was read once can be kept. */
    directoryRevision: plain.integer().notNull().default(0),
  });

  const privacyNotices = table('privacy_notices', {
    id: id(),
    version: plain.text().notNull(),
    text: plain.json<Localized>().notNull(),
    validFrom: plain.instant().notNull(),
  }, (t) => [uniqueIndex('privacy_notices_version').on(t.version)]);

  const faqs = table('faqs', {
    id: id(),
    position: plain.integer().notNull(),
    question: plain.json<Localized>().notNull(),
    answer: plain.json<Localized>().notNull(),
  });

  /** What the union says in a message in place of our own words. */
  const messageTexts = table('message_texts', {
    id: id(),
    message: plain.text().$type<MessageTextName>().notNull().unique(),
    subject: plain.json<Localized>(),
    title: plain.json<Localized>(),
    text: plain.json<Localized>().notNull(),
  });

  const municipalities = table('municipalities', {
    id: id(),
    slug: plain.text().notNull(),
    name: plain.text().notNull(),
    istatCode: plain.text().notNull(),
    cadastralCode: plain.text().notNull(),
    postalCode: plain.text().notNull(),
    province: plain.text().notNull(),
    /** Empty until somebody fills it in. */
    areaCode: plain.text().notNull(),
    population: plain.integer(),
    populationAt: plain.text(),
    patronSaint: plain.text(),
    /** Month and day, `02-03`; null until somebody fills it in. */
    patronDay: plain.text(),
    description: plain.json<Localized>().notNull(),
  }, (t) => [uniqueIndex('municipalities_istat_code').on(t.istatCode), uniqueIndex('municipalities_slug').on(t.slug)]);

  const memberships = table('memberships', {
    id: id(),
    municipalityId: plain.text().notNull().references(() => municipalities.id),
    firstDay: plain.text().notNull(),
    lastDay: plain.text(),
  }, (t) => [index('memberships_municipality').on(t.municipalityId)]);

  const offices = table('offices', {
    id: id(),
    slug: plain.text().notNull(),
    name: plain.json<Localized>().notNull(),
    shortName: plain.json<Localized>().notNull(),
    description: plain.json<Localized>().notNull(),
    phone: plain.text().notNull(),
    email: plain.text().notNull(),
    position: plain.integer().notNull(),
    archivedAt: plain.instant(),
  }, (t) => [uniqueIndex('offices_slug').on(t.slug)]);

  /** Which office serves which comune from when to when; for one service, or for all where serviceId is null. */
  const competences = table('competences', {
    id: id(),
    officeId: plain.text().notNull().references(() => offices.id),
    municipalityId: plain.text().notNull().references(() => municipalities.id),
    serviceId: plain.text(),
    firstDay: plain.text().notNull(),
    lastDay: plain.text(),
  }, (t) => [index('competences_office').on(t.officeId, t.municipalityId)]);

  const places = table('places', {
    id: id(),
    slug: plain.text().notNull(),
    name: plain.json<Localized>().notNull(),
    municipalityId: plain.text().notNull().references(() => municipalities.id),
    street: plain.text().notNull(),
    postalCode: plain.text().notNull(),
    locality: plain.text().notNull(),
    province: plain.text().notNull(),
    accessNotes: plain.json<Localized>().notNull(),
    hoursText: plain.json<Localized>().notNull(),
    latitude: plain.text(),
    longitude: plain.text(),
    archivedAt: plain.instant(),
  }, (t) => [uniqueIndex('places_slug').on(t.slug)]);

  const lifeEvents = table('life_events', {
    id: id(),
    slug: plain.text().notNull(),
    name: plain.json<Localized>().notNull(),
    description: plain.json<Localized>().notNull(),
    position: plain.integer().notNull(),
  }, (t) => [uniqueIndex('life_events_slug').on(t.slug)]);

  const services = table('services', {
    id: id(),
    slug: plain.text().notNull(),
    officeId: plain.text().notNull().references(() => offices.id),
    state: plain.text().$type<'draft' | 'published' | 'archived'>().notNull(),
    name: plain.json<Localized>().notNull(),
    summary: plain.json<Localized>().notNull(),
    forWhom: plain.json<Localized>().notNull(),
    how: plain.json<Localized>().notNull(),
    needed: plain.json<Localized>().notNull(),
    result: plain.json<Localized>().notNull(),
    times: plain.json<Localized>().notNull(),
    cost: plain.json<Localized>().notNull(),
    terms: plain.json<Localized>().notNull(),
    /** The words that people use for it, for the search. */
    keywords: plain.json<{ readonly it: readonly string[]; readonly en: readonly string[] }>().notNull(),
    popularity: plain.integer().notNull().default(0),
    /** Raised by each change of a text; an appointment keeps the one that it was booked with. */
    textsVersion: plain.integer().notNull().default(1),
    retentionMonths: plain.integer().notNull().default(12),
    revision: plain.integer().notNull().default(0),
  }, (t) => [uniqueIndex('services_slug').on(t.slug), index('services_office').on(t.officeId)]);

  const serviceLifeEvents = table('service_life_events', {
    id: id(),
    serviceId: plain.text().notNull().references(() => services.id),
    lifeEventId: plain.text().notNull().references(() => lifeEvents.id),
  }, (t) => [uniqueIndex('service_life_events_pair').on(t.serviceId, t.lifeEventId)]);

  /** A service by one channel, with the booking rules of product.md. */
  const serviceChannels = table('service_channels', {
    id: id(),
    serviceId: plain.text().notNull().references(() => services.id),
    channel: plain.text().$type<Channel>().notNull(),
    durationMinutes: plain.integer().notNull(),
    /** null: the duration (for grid `pack`, duration and buffers). */
    stepMinutes: plain.integer(),
    offsetMinutes: plain.integer().notNull().default(0),
    grid: plain.text().$type<'opening' | 'clock' | 'pack'>().notNull().default('opening'),
    bufferBeforeMinutes: plain.integer().notNull().default(0),
    bufferAfterMinutes: plain.integer().notNull().default(0),
    noticeMinutes: plain.integer().notNull().default(120),
    horizonDays: plain.integer().notNull().default(60),
    holdMinutes: plain.integer().notNull().default(10),
    moveCutoffMinutes: plain.integer().notNull().default(1440),
    cancelCutoffMinutes: plain.integer().notNull().default(240),
    releaseDelayMinutes: plain.integer().notNull().default(0),
    moderated: plain.boolean().notNull().default(false),
    limitFuture: plain.integer().notNull().default(3),
    limitPerDay: plain.integer().notNull().default(1),
    whoMayBook: plain.text().$type<'citizens' | 'staff' | 'invited'>().notNull().default('citizens'),
    personMayChoose: plain.boolean().notNull().default(false),
    priceCents: plain.integer().notNull().default(0),
    /** Minutes before the start at which reminders leave. */
    reminderMinutes: plain.json<readonly number[]>().notNull(),
    documents: plain.json<Localized>(),
    before: plain.json<Localized>(),
    after: plain.json<Localized>(),
    beforeVideo: plain.json<Localized>(),
    closing: plain.json<Localized>(),
    /** Since when nothing new is booked this way: what was booked keeps its row. */
    archivedAt: plain.instant(),
  }, (t) => [
    uniqueIndex('service_channels_pair').on(t.serviceId, t.channel),
    check('service_channels_duration', sql`${t.durationMinutes} between 5 and 480`),
    check('service_channels_buffers', sql`${t.bufferBeforeMinutes} between 0 and 240 and ${t.bufferAfterMinutes} between 0 and 240`),
    check('service_channels_step', sql`${t.stepMinutes} is null or ${t.stepMinutes} between 1 and 1440`),
  ]);

  const serviceChannelPlaces = table('service_channel_places', {
    id: id(),
    serviceChannelId: plain.text().notNull().references(() => serviceChannels.id),
    placeId: plain.text().notNull().references(() => places.id),
  }, (t) => [uniqueIndex('service_channel_places_pair').on(t.serviceChannelId, t.placeId)]);

  const questions = table('questions', {
    id: id(),
    serviceChannelId: plain.text().notNull().references(() => serviceChannels.id),
    position: plain.integer().notNull(),
    kind: plain.text().$type<QuestionKind>().notNull(),
    label: plain.json<Localized>().notNull(),
    help: plain.json<Localized>(),
    required: plain.boolean().notNull(),
    choices: plain.json<readonly Choice[]>().notNull(),
    /** Since when it is not asked any more: the answers that were given keep it. */
    archivedAt: plain.instant(),
  }, (t) => [index('questions_channel').on(t.serviceChannelId, t.position)]);

  // --- calendars: whose time, and when it is open -------------------------------------------------------------------
  const calendars = table('calendars', {
    id: id(),
    name: plain.text().notNull(),
    kind: plain.text().$type<'operator' | 'thing'>().notNull(),
    officeId: plain.text().references(() => offices.id),
    /** Somebody of the staff whose time it is; null for a thing, or where nobody signs in for it. */
    staffId: plain.text(),
    /** Raised first by every write that may take, change or free its time or change its rules; rivals wait here. */
    revision: plain.integer().notNull().default(0),
    /** Raised, together with the first, only where rules, exceptions or absences change. */
    rulesRevision: plain.integer().notNull().default(0),
    /** Raised by the database itself when one of its claims comes, changes or goes (see the migrations `claims`). */
    claimsRevision: plain.integer().notNull().default(0),
    archivedAt: plain.instant(),
  });

  /** The calendars that can serve a channel: one of each need (0 the people, 1 the bike or the room, ...). */
  const channelCalendars = table('channel_calendars', {
    id: id(),
    serviceChannelId: plain.text().notNull().references(() => serviceChannels.id),
    need: plain.integer().notNull(),
    calendarId: plain.text().notNull().references(() => calendars.id),
  }, (t) => [uniqueIndex('channel_calendars_pair').on(t.serviceChannelId, t.calendarId)]);

  const openingRules = table('opening_rules', {
    id: id(),
    calendarId: plain.text().notNull().references(() => calendars.id),
    startMinute: plain.integer().notNull(),
    endMinute: plain.integer().notNull(),
    recurrence: plain.json<Recurrence>().notNull(),
    firstDay: plain.text(),
    lastDay: plain.text(),
    /** null: all channels, all services, no place of reception. */
    channels: plain.json<readonly Channel[]>(),
    serviceIds: plain.json<readonly string[]>(),
    placeId: plain.text().references(() => places.id),
  }, (t) => [
    index('opening_rules_calendar').on(t.calendarId),
    check('opening_rules_minutes', sql`${t.startMinute} >= 0 and ${t.startMinute} < ${t.endMinute} and ${t.endMinute} <= 1440`),
  ]);

  const openingExceptions = table('opening_exceptions', {
    id: id(),
    calendarId: plain.text().notNull().references(() => calendars.id),
    day: plain.text().notNull(),
    opening: plain.json<readonly DayOpening[]>().notNull(),
    reason: plain.text(),
  }, (t) => [uniqueIndex('opening_exceptions_day').on(t.calendarId, t.day)]);

  const absences = table('absences', {
    id: id(),
    calendarId: plain.text().notNull().references(() => calendars.id),
    startsAt: plain.instant().notNull(),
    endsAt: plain.instant().notNull(),
    reason: cleared.text(),
    /** Where a busy time was read from, so that a later reading can replace it. */
    source: plain.text(),
  }, (t) => [index('absences_calendar').on(t.calendarId, t.startsAt, t.endsAt), check('absences_order', sql`${t.startsAt} < ${t.endsAt}`)]);

  /** Whole days on which the union, a comune, an office or a place is closed. */
  const closures = table('closures', {
    id: id(),
    scope: plain.text().$type<ClosureScope>().notNull(),
    scopeId: plain.text(),
    firstDay: plain.text().notNull(),
    lastDay: plain.text().notNull(),
    /** Whether video, phone and home visits stop too; a comune or a place closes its counters only, unless said so. */
    closesRemote: plain.boolean().notNull(),
    reason: plain.json<Localized>(),
  }, (t) => [check('closures_order', sql`${t.firstDay} <= ${t.lastDay}`)]);

  /** A holiday on which we work all the same: everywhere, or in one comune. */
  const workedHolidays = table('worked_holidays', {
    id: id(),
    day: plain.text().notNull(),
    municipalityId: plain.text().references(() => municipalities.id),
  });

  // --- people -------------------------------------------------------------------------------------------------------
  /** One row a booking, until a proven identity or an official joins them; every contact may be missing. */
  const people = table('people', {
    id: id(),
    kind: plain.text().$type<'natural' | 'legal'>().notNull(),
    givenName: cleared.text(),
    familyName: cleared.text(),
    companyName: cleared.text(),
    email: cleared.text(),
    phone: cleared.text(),
    taxCode: cleared.text(),
    language: plain.text().$type<Language>().notNull(),
    /** Raised by each change of the desk, so that two notice each other. */
    revision: plain.integer().notNull().default(0),
    createdAt: plain.instant().notNull(),
    erasedAt: plain.instant(),
  });

  /** Who somebody proved to be (SPID, CIE, the union's own provider). */
  const identities = table('identities', {
    id: id(),
    personId: plain.text().notNull().references(() => people.id),
    provider: plain.text().notNull(),
    subject: deleted.text().notNull(),
    level: plain.text(),
    provenAt: plain.instant().notNull(),
  }, (t) => [uniqueIndex('identities_subject').on(t.provider, t.subject)]);

  const delegations = table('delegations', {
    id: id(),
    delegatorId: deleted.text().notNull().references(() => people.id),
    delegateId: deleted.text().notNull().references(() => people.id),
    scope: plain.text().notNull(),
    firstDay: plain.text().notNull(),
    lastDay: plain.text(),
  });

  /** One row a person key (a digest of the e-mail, else of the phone), touched first so that limits hold under load. */
  const personKeys = table('person_keys', {
    key: deleted.text().primaryKey(),
    revision: plain.integer().notNull().default(0),
  });

  // --- appointments -------------------------------------------------------------------------------------------------
  const appointments = table('appointments', {
    id: id(),
    /** Eight characters without the hyphen; a hold has none. */
    code: plain.text(),
    state: plain.text().$type<AppointmentState>().notNull(),
    /** Raised by every change, so that two officials notice each other. */
    revision: plain.integer().notNull().default(0),
    /** SEQUENCE of the calendar file (RFC 5545): raised when time, place or state change. */
    sequence: plain.integer().notNull().default(0),
    /** Part of what tokens are derived from; raising it ends the links. */
    linkGeneration: plain.integer().notNull().default(0),
    serviceId: plain.text().notNull().references(() => services.id),
    serviceChannelId: plain.text().notNull().references(() => serviceChannels.id),
    officeId: plain.text().notNull().references(() => offices.id),
    channel: plain.text().$type<Channel>().notNull(),
    municipalityId: plain.text().notNull().references(() => municipalities.id),
    placeId: plain.text().references(() => places.id),
    /** A building practice or the like that this meeting is about; filled when practices exist. */
    practiceId: plain.text(),
    /** The time of the service; the claim may be wider (buffers, later travel). null: a walk-in in a queue. */
    startsAt: plain.instant(),
    endsAt: plain.instant(),
    // what it was booked with
    durationMinutes: plain.integer().notNull(),
    bufferBeforeMinutes: plain.integer().notNull(),
    bufferAfterMinutes: plain.integer().notNull(),
    moveCutoffMinutes: plain.integer().notNull(),
    cancelCutoffMinutes: plain.integer().notNull(),
    releaseDelayMinutes: plain.integer().notNull(),
    moderated: plain.boolean().notNull(),
    priceCents: plain.integer().notNull(),
    textsVersion: plain.integer().notNull(),
    privacyNoticeVersion: plain.text(),
    retentionMonths: plain.integer().notNull(),
    // hold
    holdReason: plain.text().$type<'visitor' | 'desk' | 'waiting-list' | 'payment'>(),
    heldUntil: plain.instant(),
    extended: plain.boolean().notNull().default(false),
    /** Keyed digest of the client address, only while the hold lives. */
    clientDigest: cleared.text(),
    /** Who of the desk holds or made it; null: the citizen. */
    bookedBy: plain.text(),
    /** Booked at a start that the hours did not offer. */
    outsideHours: plain.boolean().notNull().default(false),
    invitationId: plain.text(),
    /** Whose time it took, once that was freed; while it has claims, they say it. */
    formerCalendarIds: plain.json<readonly string[]>(),
    // what the person said
    personKey: cleared.text(),
    language: plain.text().$type<Language>().notNull(),
    topic: cleared.text(),
    details: cleared.text(),
    homeStreet: cleared.text(),
    homePostalCode: cleared.text(),
    homeLocality: cleared.text(),
    homeNotes: cleared.text(),
    cancelReason: cleared.text(),
    // what the desk did
    arrivedAt: plain.instant(),
    startedAt: plain.instant(),
    endedAt: plain.instant(),
    /** Since when somebody should be called, because a message did not reach them or could not be sent. */
    toCallSince: plain.instant(),
    /** Where they asked to be called, when it is not the number of the person. */
    callPhone: cleared.text(),
    /** Since when the meeting goes on by phone instead of video. */
    byPhoneSince: plain.instant(),
    outcome: cleared.text(),
    nextStep: cleared.text(),
    createdAt: plain.instant().notNull(),
    confirmedAt: plain.instant(),
    changedAt: plain.instant().notNull(),
    anonymisedAt: plain.instant(),
  }, (t) => [
    uniqueIndex('appointments_code').on(t.code),
    index('appointments_person_key').on(t.personKey, t.startsAt),
    index('appointments_client').on(t.clientDigest, t.heldUntil),
    index('appointments_starts_at').on(t.startsAt),
    index('appointments_state').on(t.state, t.heldUntil),
    check('appointments_order', sql`${t.startsAt} < ${t.endsAt}`),
  ]);

  const appointmentPeople = table('appointment_people', {
    id: id(),
    appointmentId: plain.text().notNull().references(() => appointments.id),
    personId: plain.text().notNull().references(() => people.id),
    role: plain.text().$type<PersonRole>().notNull(),
    relation: plain.text().$type<Relation>(),
  }, (t) => [index('appointment_people_appointment').on(t.appointmentId), index('appointment_people_person').on(t.personId)]);

  const answers = table('answers', {
    id: id(),
    appointmentId: plain.text().notNull().references(() => appointments.id),
    questionId: plain.text().notNull().references(() => questions.id),
    value: deleted.text().notNull(),
  }, (t) => [index('answers_appointment').on(t.appointmentId)]);

  /** Time that an official keeps for something else. */
  const blocks = table('blocks', {
    id: id(),
    startsAt: plain.instant().notNull(),
    endsAt: plain.instant().notNull(),
    reason: cleared.text(),
    createdAt: plain.instant().notNull(),
  }, (t) => [check('blocks_order', sql`${t.startsAt} < ${t.endsAt}`)]);

  /**
   * The interval of a calendar that a hold, an appointment or a block occupies, buffers included. The database refuses
   * two that overlap on one calendar (see the migrations `claims`). `heldUntil` is null once it is certain; a claim
   * whose end has passed no longer counts, and the write that needs its time removes it.
   */
  const claims = table('claims', {
    id: id(),
    calendarId: plain.text().notNull().references(() => calendars.id),
    startsAt: plain.instant().notNull(),
    endsAt: plain.instant().notNull(),
    appointmentId: plain.text().references(() => appointments.id),
    blockId: plain.text().references(() => blocks.id),
    heldUntil: plain.instant(),
  }, (t) => [
    index('claims_calendar').on(t.calendarId, t.startsAt, t.endsAt, t.heldUntil),
    index('claims_appointment').on(t.appointmentId),
    check('claims_order', sql`${t.startsAt} < ${t.endsAt}`),
    check('claims_owner', sql`(${t.appointmentId} is null) <> (${t.blockId} is null)`),
  ]);

  // --- staff and the trail ------------------------------------------------------------------------------------------
  const ofStaff = staffTables(columns);
  const ofAudit = auditTables(columns);
  const { staff, staffLinks } = ofStaff;
  const ofDesk = deskTables(columns);

  // --- what happened ------------------------------------------------------------------------------------------------
  /** Every transition, in the write that makes it; ids only, never changed. */
  const events = table('events', {
    id: id(),
    at: plain.instant().notNull(),
    kind: plain.text().$type<EventKind>().notNull(),
    actor: plain.text().$type<'citizen' | 'staff' | 'system'>().notNull(),
    staffId: plain.text(),
    appointmentId: plain.text().notNull(),
    oldStartsAt: plain.instant(),
    newStartsAt: plain.instant(),
    serviceId: plain.text().notNull(),
    channel: plain.text().$type<Channel>().notNull(),
    officeId: plain.text().notNull(),
    municipalityId: plain.text().notNull(),
    placeId: plain.text(),
    /** How long the appointment was planned to last; null where the event was written before this was kept. */
    plannedMinutes: plain.integer(),
  }, (t) => [index('events_appointment').on(t.appointmentId), index('events_at').on(t.at)]);

  /** What people tell about a page that does not work or a barrier; it goes to the union by mail. */
  const reports = table('reports', {
    id: id(),
    path: plain.text(),
    text: masked.text().notNull(),
    email: cleared.text(),
    createdAt: plain.instant().notNull(),
  });

  /** What must follow a change, written with it; the worker re-reads the appointment before a message leaves. */
  const outbox = table('outbox', {
    id: id(),
    message: plain.text().notNull(),
    medium: plain.text().$type<'mail'>().notNull(),
    appointmentId: plain.text().references(() => appointments.id),
    personId: plain.text().references(() => people.id),
    reportId: plain.text().references(() => reports.id),
    /** For messages to somebody of the staff: the link that the message carries, if it does. */
    staffLinkId: plain.text().references(() => staffLinks.id),
    /** For messages to somebody of the staff: to whom. */
    staffId: plain.text().references(() => staff.id),
    invitationId: plain.text(),
    /** The sequence that the message speaks of; an older one is dropped when the appointment went on. */
    sequence: plain.integer(),
    createdAt: plain.instant().notNull(),
    dueAt: plain.instant().notNull(),
    deadlineAt: plain.instant().notNull(),
    state: plain.text().$type<OutboxState>().notNull(),
    attempts: plain.integer().notNull().default(0),
    /** Until when a worker has it in hand. */
    lockedUntil: plain.instant(),
    sentAt: plain.instant(),
    /** Class of the last failure (such as `refused` or `timeout`), never the server's words. */
    failure: plain.text(),
  }, (t) => [index('outbox_due').on(t.state, t.dueAt), index('outbox_appointment').on(t.appointmentId)]);

  /** "I lost my link": kept for the worker, which looks whether code and e-mail belong together. */
  const linkRequests = table('link_requests', {
    id: id(),
    code: plain.text().notNull(),
    emailDigest: deleted.text().notNull(),
    requestedAt: plain.instant().notNull(),
  }, (t) => [index('link_requests_at').on(t.requestedAt)]);

  const idempotencyKeys = table('idempotency_keys', {
    /** Keyed digest of method, path, bearer token and key. */
    scope: id(),
    bodyDigest: plain.text().notNull(),
    status: plain.integer().notNull(),
    /** The answer as it was sent, without its tokens. */
    answer: plain.text().notNull(),
    /** The appointment or hold whose tokens the answer carried. */
    appointmentId: plain.text(),
    createdAt: plain.instant().notNull(),
  }, (t) => [index('idempotency_keys_created').on(t.createdAt)]);

  /** Wrong codes and tokens by keyed digest of the client address. */
  const guesses = table('guesses', {
    clientDigest: deleted.text().primaryKey(),
    since: plain.instant().notNull(),
    count: plain.integer().notNull(),
  });

  /** Solved proofs of work, so that each serves one hold. */
  const usedCaptchas = table('used_captchas', {
    id: id(),
    expiresAt: plain.instant().notNull(),
  }, (t) => [index('used_captchas_expiry').on(t.expiresAt)]);

  // --- things that hang on (kind, id): today an appointment, later a practice ----------------------------------------
  const payments = table('payments', {
    id: id(),
    ownerKind: plain.text().notNull(),
    ownerId: plain.text().notNull(),
    amountCents: plain.integer().notNull(),
    state: plain.text().notNull(),
    noticeNumber: cleared.text(),
    createdAt: plain.instant().notNull(),
    paidAt: plain.instant(),
  }, (t) => [index('payments_owner').on(t.ownerKind, t.ownerId)]);

  const threadMessages = table('thread_messages', {
    id: id(),
    ownerKind: plain.text().notNull(),
    ownerId: plain.text().notNull(),
    author: plain.text().$type<'citizen' | 'staff' | 'system'>().notNull(),
    personId: plain.text().references(() => people.id),
    body: masked.text().notNull(),
    createdAt: plain.instant().notNull(),
  }, (t) => [index('thread_messages_owner').on(t.ownerKind, t.ownerId)]);

  /** What people thought of a page or of a finished service; nothing says who. */
  const ratings = table('ratings', {
    id: id(),
    subject: plain.text().$type<'page' | 'service'>().notNull(),
    path: plain.text(),
    serviceId: plain.text(),
    stars: plain.integer().notNull(),
    answer: plain.text(),
    comment: masked.text().notNull(),
    createdAt: plain.instant().notNull(),
  }, (t) => [check('ratings_stars', sql`${t.stars} between 1 and 5`)]);

  return {
    installation, unions, privacyNotices, faqs, messageTexts, municipalities, memberships, offices, competences, places, lifeEvents,
    services, serviceLifeEvents, serviceChannels, serviceChannelPlaces, questions,
    calendars, channelCalendars, openingRules, openingExceptions, absences, closures, workedHolidays,
    people, identities, delegations, personKeys,
    appointments, appointmentPeople, answers, blocks, claims,
    events, reports, outbox, linkRequests, idempotencyKeys, guesses, usedCaptchas,
    payments, threadMessages, ratings,
    ...ofStaff, ...ofAudit, ...ofDesk, ...fileTables(columns), ...roomTables(columns), ...administrationTables(columns), ...statisticsTables(columns), ...systemTables(columns), ...otherSystemTables(columns), ...backupTables(columns), ...retentionTables(columns),
  };
}

export type Tables = ReturnType<typeof defineSchema>;
