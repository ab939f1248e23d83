import * as Type from 'typebox';
import { Id, Instant, Line, Minutes, nullable, oneOf, optionalText } from './common.ts';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647 });

/** Who somebody is in a room. `colleague`: a second official; the last two come with a link of their own. */
export const roomRoles = ['citizen', 'official', 'colleague', 'interpreter', 'relative'] as const;
export type RoomRole = (typeof roomRoles)[number];

/** Who may be let in by a link of their own. */
export const guestRoles = ['interpreter', 'relative'] as const;
export type GuestRole = (typeof guestRoles)[number];

/** So many are in a room at once: each browser sends to all others. */
export const mostInRoom = 4;

/** Where people meet: our own room, or what the union uses instead. */
export const videoProviders = ['own', 'gotomeeting', 'jitsi', 'bigbluebutton'] as const;
export type VideoProvider = (typeof videoProviders)[number];

/** Why nobody may enter; `early` until `opens_at`. */
export const roomRefusals = ['early', 'not-video', 'not-confirmed', 'cancelled', 'refused', 'over', 'closed'] as const;
export type RoomRefusal = (typeof roomRefusals)[number];

/** As the browser takes them (RTCIceServer of WebRTC); user name and password of a TURN server are good for a short time. */
export const IceServer = Type.Object(
  { urls: Type.Array(Line, { maxItems: 10 }), username: Type.Optional(Line), credential: Type.Optional(Line) },
  closed,
);

export const RoomLine = Type.Object(
  {
    /** How many are before, on the same official's list of today, and not finished. */
    before: count,
    /** How late it is likely to begin: the delay that was announced, or what the one before takes longer; null: on time. */
    delay_minutes: nullable(Minutes),
  },
  closed,
);

/** The room of an appointment as whoever has its link sees it, at any time. */
export const RoomView = Type.Object(
  {
    appointment_code: Line,
    service_name: Line,
    /** Who receives, by name: the officials whose time it takes. */
    official_names: Type.Array(Line, { maxItems: 10 }),
    office: Type.Object({ id: Id, name: Line, phone: Line }, closed),
    starts_at: nullable(Instant),
    ends_at: nullable(Instant),
    opens_at: nullable(Instant),
    closes_at: nullable(Instant),
    /** null: it may be entered now. */
    refusal: nullable(oneOf(roomRefusals, 'Why it cannot be entered now')),
    role: oneOf(roomRoles, 'Of whoever asks'),
    provider: oneOf(videoProviders, 'Where people meet'),
    line: nullable(RoomLine),
    /** Since when it goes on by phone; null: by video. */
    by_phone_since: nullable(Instant),
    /** The number to be called at, masked; null: none is known. */
    phone: nullable(Line),
    ice_servers: Type.Array(IceServer, { maxItems: 10 }),
    /** What the union wants people to read before the call. */
    before_video: nullable(Type.String({ maxLength: 20_000 })),
  },
  closed,
);

/** Secret of one person for one room: the first message on its WebSocket. A newer one ends the older connection. */
export const RoomToken = Type.Object({ token: Type.String({ maxLength: 1000 }), expires_at: Instant }, closed);

export const CallRequest = Type.Object(
  { phone: optionalText({ format: 'phone', maxLength: 40, description: 'Where to call; left out, the number of the appointment' }) },
  closed,
);
/** `by_phone_since` null: before the day of the appointment; the desk calls, and the meeting stays one by video. */
export const CallRequested = Type.Object({ by_phone_since: nullable(Instant) }, closed);

export const GuestRequest = Type.Object(
  { name: Type.String({ format: 'name', minLength: 1, maxLength: 100, description: 'As the others see it' }), role: oneOf(guestRoles, 'Interpreter, or somebody who helps') },
  closed,
);

/** Somebody who may come into the room by a link of their own. */
export const RoomGuest = Type.Object({ id: Id, name: Line, role: oneOf(guestRoles, 'Who they are'), created_at: Instant }, closed);
export const RoomGuests = Type.Object({ items: Type.Array(RoomGuest, { maxItems: 20 }) }, closed);
/** Kept for a repeated request without its token, which is derived again. */
export const InvitedGuest = Type.Object({ id: Id, guest_token: Type.String({ maxLength: 200, description: 'Secret of the link `/stanza#…`' }) }, closed);

/** Where to go, at a vendor's, just in time: never kept. */
export const MeetingAddress = Type.Object({ url: Type.String({ maxLength: 4000 }), provider: oneOf(videoProviders, 'Whose') }, closed);

/** How long somebody was there: kept as proof, without anything that was said. */
export const RoomStay = Type.Object(
  { role: oneOf(roomRoles, 'Who'), name: nullable(Line), joined_at: Instant, left_at: nullable(Instant), minutes: Minutes },
  closed,
);

/** The room as the desk sees it. */
export const StaffRoomView = Type.Object(
  {
    ...RoomView.properties,
    appointment_id: Id,
    /** Who has to be called, and was not yet. */
    call_requested_at: nullable(Instant),
    guests: Type.Array(RoomGuest, { maxItems: 20 }),
    stays: Type.Array(RoomStay, { maxItems: 200 }),
    /** Without a TURN server some networks keep people apart. */
    has_turn: Type.Boolean(),
  },
  closed,
);

/** Somebody who waits for a room of today, within reach. */
export const WaitingPerson = Type.Object(
  {
    appointment_id: Id,
    /** Of the person in the room, for `admit`. */
    person_id: Id,
    name: Line,
    role: oneOf(roomRoles, 'Who'),
    waiting_since: Instant,
    has_camera: Type.Boolean(),
    has_microphone: Type.Boolean(),
  },
  closed,
);
export const WaitingPeople = Type.Object({ items: Type.Array(WaitingPerson, { maxItems: 200 }) }, closed);

export type IceServer = Type.Static<typeof IceServer>;
export type RoomLine = Type.Static<typeof RoomLine>;
export type RoomView = Type.Static<typeof RoomView>;
export type RoomToken = Type.Static<typeof RoomToken>;
export type RoomGuest = Type.Static<typeof RoomGuest>;
export type RoomStay = Type.Static<typeof RoomStay>;
export type StaffRoomView = Type.Static<typeof StaffRoomView>;
export type WaitingPerson = Type.Static<typeof WaitingPerson>;
export type MeetingAddress = Type.Static<typeof MeetingAddress>;
export type RoomGuests = Type.Static<typeof RoomGuests>;
export type InvitedGuest = Type.Static<typeof InvitedGuest>;
export type CallRequested = Type.Static<typeof CallRequested>;
export type WaitingPeople = Type.Static<typeof WaitingPeople>;
