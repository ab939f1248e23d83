import type { Channel, HoursAction, Misfit } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/** What the desk works with beside the appointments themselves. Ids of other tables are written without a reference: what they name may go first. */
export function deskTables({ table, plain, cleared, masked, deleted, sealed, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  /** Notes that the citizen never sees. */
  const notes = table('notes', {
    id: id(),
    ownerKind: plain.text().$type<'appointment' | 'person'>().notNull(),
    ownerId: plain.text().notNull(),
    staffId: plain.text().notNull(),
    body: masked.text().notNull(),
    createdAt: plain.instant().notNull(),
    changedAt: plain.instant(),
  }, (t) => [index('notes_owner').on(t.ownerKind, t.ownerId)]);

  /** A delay announced for one calendar and one day. */
  const delays = table('delays', {
    id: id(),
    calendarId: plain.text().notNull(),
    day: plain.text().notNull(),
    minutes: plain.integer().notNull(),
    staffId: plain.text().notNull(),
    announcedAt: plain.instant().notNull(),
  }, (t) => [uniqueIndex('delays_day').on(t.calendarId, t.day)]);

  /** Another time for a request, kept free by claims of the same appointment until the citizen answers. */
  const proposals = table('proposals', {
    id: id(),
    appointmentId: plain.text().notNull(),
    startsAt: plain.instant().notNull(),
    endsAt: plain.instant().notNull(),
    placeId: plain.text(),
    calendarIds: plain.json<readonly string[]>().notNull(),
    message: cleared.text(),
    staffId: plain.text().notNull(),
    createdAt: plain.instant().notNull(),
    expiresAt: plain.instant().notNull(),
    state: plain.text().$type<'open' | 'accepted' | 'replaced' | 'withdrawn'>().notNull(),
  }, (t) => [index('proposals_appointment').on(t.appointmentId, t.state)]);

  /**
   * Appointments that take place although they do not fit any more, as somebody of the desk decided: for this start and this reason
   * only, so that whatever else touches one is asked about anew.
   */
  const keptMisfits = table('kept_misfits', {
    appointmentId: plain.text().primaryKey(),
    startsAt: plain.instant().notNull(),
    why: plain.text().$type<Misfit>().notNull(),
    staffId: plain.text().notNull(),
    at: plain.instant().notNull(),
  });

  /** Links with which one person books once what is not open to everybody. Of the token nothing is kept: it is derived from the id. */
  const invitations = table('invitations', {
    id: id(),
    serviceId: plain.text().notNull(),
    officeId: plain.text().notNull(),
    channel: plain.text().$type<Channel>().notNull(),
    personId: plain.text(),
    staffId: plain.text().notNull(),
    createdAt: plain.instant().notNull(),
    expiresAt: plain.instant().notNull(),
    usedAt: plain.instant(),
    revokedAt: plain.instant(),
    appointmentId: plain.text(),
  }, (t) => [index('invitations_office').on(t.officeId, t.createdAt)]);

  /** Changes of hours and absences with what they did, so that they can be taken back within their minute. */
  const calendarChanges = table('calendar_changes', {
    id: id(),
    staffId: plain.text().notNull(),
    kind: plain.text().notNull(),
    calendarIds: plain.json<readonly string[]>().notNull(),
    createdAt: plain.instant().notNull(),
    undoUntil: plain.instant().notNull(),
    undoneAt: plain.instant(),
    /** How to go back: rows as they were, without anything personal. */
    before: plain.json<unknown>().notNull(),
  }, (t) => [index('calendar_changes_staff').on(t.staffId, t.createdAt)]);

  /** The hours of calendars as they were from each change on: rules, and the openings of unusual days; absences are not among them. */
  const hoursVersions = table('hours_versions', {
    id: id(),
    calendarId: plain.text().notNull(),
    /** The `rules_revision` of the calendar that the change made; of the first one, that it began from. */
    revision: plain.integer().notNull(),
    /** Which change it was; `before`: as they were when the history begins. */
    action: plain.text().$type<HoursAction>().notNull(),
    staffId: plain.text(),
    at: plain.instant().notNull(),
    rules: plain.json<readonly unknown[]>().notNull(),
    exceptions: plain.json<readonly unknown[]>().notNull(),
  }, (t) => [uniqueIndex('hours_versions_revision').on(t.calendarId, t.revision)]);

  /** Private calendar feeds: of the secret in the address only a digest is kept. */
  const calendarFeeds = table('calendar_feeds', {
    id: id(),
    staffId: plain.text().notNull(),
    calendarId: plain.text().notNull(),
    digest: deleted.text().notNull(),
    createdAt: plain.instant().notNull(),
    revokedAt: plain.instant(),
    lastReadAt: plain.instant(),
  }, (t) => [uniqueIndex('calendar_feeds_digest').on(t.digest), index('calendar_feeds_staff').on(t.staffId)]);

  /** Calendars elsewhere whose busy times become absences here. */
  const busySources = table('busy_sources', {
    id: id(),
    calendarId: plain.text().notNull(),
    staffId: plain.text().notNull(),
    /** The address, which may itself be a secret. */
    address: sealed.text().notNull(),
    /** Its host name, to be shown. */
    host: deleted.text().notNull(),
    etag: plain.text(),
    createdAt: plain.instant().notNull(),
    dueAt: plain.instant().notNull(),
    lockedUntil: plain.instant(),
    lastGoodAt: plain.instant(),
    busyCount: plain.integer(),
    /** Class of the last failure, such as `too-large`; null: the last reading was good. */
    failure: plain.text(),
  }, (t) => [index('busy_sources_calendar').on(t.calendarId), index('busy_sources_due').on(t.dueAt)]);

  /** What finds a person: the words of their names and their contacts, folded (see people/person-terms.ts). */
  const personTerms = table('person_terms', {
    id: id(),
    personId: plain.text().notNull(),
    kind: plain.text().$type<'name' | 'phone' | 'email' | 'tax-code'>().notNull(),
    term: deleted.text().notNull(),
  }, (t) => [index('person_terms_term').on(t.kind, t.term, t.personId), index('person_terms_person').on(t.personId)]);

  return { notes, delays, proposals, keptMisfits, invitations, calendarChanges, hoursVersions, calendarFeeds, busySources, personTerms };
}
