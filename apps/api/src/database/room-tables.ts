import type { GuestRole, RoomRole, VideoProvider } from '@sportello/contract';
import type { Columns } from './columns.pg.ts';

/**
 * Rooms of meetings by video and who was in them, and what the union meets with elsewhere. Nothing that was said is kept:
 * chat and signals go when the room closes. Ids of other tables are written without a reference.
 */
export function roomTables({ table, plain, cleared, deleted, sealed, index, uniqueIndex }: Columns) {
  const id = () => plain.text().primaryKey();

  /** One room for each time of an appointment: `sequence` is the appointment's when the room was made. */
  const rooms = table('rooms', {
    id: id(),
    appointmentId: plain.text().notNull(),
    sequence: plain.integer().notNull(),
    /** A vendor failed: from then on everybody meets in the own room. */
    fallbackSince: plain.instant(),
    filesRevision: plain.integer().notNull().default(0),
    createdAt: plain.instant().notNull(),
    closedAt: plain.instant(),
  }, (t) => [uniqueIndex('rooms_appointment').on(t.appointmentId, t.sequence)]);

  /** Whoever came to a room: one row a person, whatever they come with. */
  const roomPeople = table('room_people', {
    id: id(),
    roomId: plain.text().notNull(),
    /** `citizen`, `staff:<id>` or `guest:<id>`. */
    personKey: plain.text().notNull(),
    role: plain.text().$type<RoomRole>().notNull(),
    waitingSince: plain.instant().notNull(),
    admittedAt: plain.instant(),
    hasCamera: plain.boolean().notNull(),
    hasMicrophone: plain.boolean().notNull(),
    microphone: plain.boolean().notNull().default(false),
    camera: plain.boolean().notNull().default(false),
    screen: plain.boolean().notNull().default(false),
    /** The connection that speaks for them now; null: away. */
    connection: plain.text(),
    /** A process that lives says so again and again; after this its connection is gone. */
    aliveUntil: plain.instant(),
    /** When the connection broke: for a while they are still shown, and let in again. */
    awaySince: plain.instant(),
    leftAt: plain.instant(),
  }, (t) => [uniqueIndex('room_people_person').on(t.roomId, t.personKey)]);

  /** How long somebody was in a room: the proof that a meeting took place. */
  const roomStays = table('room_stays', {
    id: id(),
    roomId: plain.text().notNull(),
    appointmentId: plain.text().notNull(),
    role: plain.text().$type<RoomRole>().notNull(),
    personKey: plain.text().notNull(),
    joinedAt: plain.instant().notNull(),
    leftAt: plain.instant(),
  }, (t) => [index('room_stays_appointment').on(t.appointmentId), index('room_stays_room').on(t.roomId, t.personKey)]);

  /** What people write to each other during a meeting. */
  const roomMessages = table('room_messages', {
    id: id(),
    roomId: plain.text().notNull(),
    personId: plain.text().notNull(),
    body: deleted.text().notNull(),
    createdAt: plain.instant().notNull(),
  }, (t) => [index('room_messages_room').on(t.roomId, t.createdAt)]);

  /** What one process has to tell another about a room; it lives for a minute. */
  const roomSignals = table('room_signals', {
    id: id(),
    roomId: plain.text().notNull(),
    body: deleted.text().notNull(),
    createdAt: plain.instant().notNull(),
  }, (t) => [index('room_signals_created').on(t.createdAt)]);

  /** Tokens of rooms that were shown once. */
  const usedRoomTokens = table('used_room_tokens', {
    id: id(),
    expiresAt: plain.instant().notNull(),
  }, (t) => [index('used_room_tokens_expiry').on(t.expiresAt)]);

  /** An interpreter or a relative who comes by a link of their own; the token is derived from the id. */
  const roomGuests = table('room_guests', {
    id: id(),
    appointmentId: plain.text().notNull(),
    role: plain.text().$type<GuestRole>().notNull(),
    name: cleared.text(),
    /** Who of the desk made the link; null: the citizen. */
    staffId: plain.text(),
    createdAt: plain.instant().notNull(),
    revokedAt: plain.instant(),
  }, (t) => [index('room_guests_appointment').on(t.appointmentId)]);

  /** What the union meets with, where it is not the own room: the row `current`; a vendor that is left has one until nothing of ours lies there. */
  const videoConnections = table('video_connections', {
    id: id(),
    provider: plain.text().$type<VideoProvider>().notNull(),
    /** Hosts, names and algorithms; nothing secret. */
    settings: plain.json<Readonly<Record<string, string>>>().notNull(),
    secret: sealed.text(),
    accessToken: sealed.text(),
    refreshToken: sealed.text(),
    expiresAt: plain.instant(),
    /** Raised by each change and each renewal, so that two processes do not renew at once. */
    revision: plain.integer().notNull().default(0),
    lockedUntil: plain.instant(),
    account: plain.text(),
    state: plain.text().notNull(),
    failure: plain.text(),
    lastGoodAt: plain.instant(),
    connectedAt: plain.instant(),
    /** OAuth: of the state that was handed out last, a digest. */
    stateDigest: plain.text(),
    stateExpiresAt: plain.instant(),
    staffId: plain.text(),
    changedAt: plain.instant().notNull(),
  });

  /** The meeting of an appointment at a vendor's, made after the commit and tried again until it stands. */
  const vendorMeetings = table('vendor_meetings', {
    id: id(),
    appointmentId: plain.text().notNull(),
    provider: plain.text().$type<VideoProvider>().notNull(),
    /** The sequence of the appointment that the meeting agrees with; null: not made yet. */
    sequence: plain.integer(),
    /** The vendor's name of it. */
    reference: sealed.text(),
    state: plain.text().$type<'wanted' | 'ready' | 'failed' | 'unwanted' | 'gone'>().notNull(),
    attempts: plain.integer().notNull().default(0),
    dueAt: plain.instant().notNull(),
    lockedUntil: plain.instant(),
    failure: plain.text(),
    createdAt: plain.instant().notNull(),
  }, (t) => [uniqueIndex('vendor_meetings_appointment').on(t.appointmentId, t.provider), index('vendor_meetings_due').on(t.state, t.dueAt)]);

  return { rooms, roomPeople, roomStays, roomMessages, roomSignals, usedRoomTokens, roomGuests, videoConnections, vendorMeetings };
}
