import * as Type from 'typebox';
import { Id, Instant, Line, nullable, oneOf } from './common.ts';
import { IceServer, RoomLine, roomRoles, videoProviders } from './room.ts';

// What travels on the WebSocket of a room (`roomSocketPath`), one JSON object a message. The first message is `enter`,
// within five seconds. A connection that breaks a rule is told `over` and closed.
const closed = { additionalProperties: false } as const;

/** Under the base of the API. */
export const roomSocketPath = '/room';
/** A longer message is refused unread: an SDP of four people with all codecs is far below. */
export const mostMessageBytes = 65_536;
export const mostChatCharacters = 2000;
/** The browser says `ping` so often; a server that does not answer within the same time is gone. */
export const pingEveryMilliseconds = 5000;
/** For so long somebody whose connection broke is still shown as in the room, and comes back without being let in again. */
export const awayMilliseconds = 45_000;

const connection = Type.String({ pattern: '^[!-~]{1,64}$', maxLength: 64, description: 'One connection of one person' });
const devices = { has_camera: Type.Boolean(), has_microphone: Type.Boolean() };
const media = {
  microphone: Type.Boolean({ description: 'Heard' }),
  camera: Type.Boolean({ description: 'Seen' }),
  screen: Type.Boolean({ description: 'Shows a screen or a window' }),
};

/** RTCSessionDescription of WebRTC. */
const description = Type.Object({ type: oneOf(['offer', 'answer', 'pranswer', 'rollback'], 'Kind'), sdp: Type.Optional(Type.String({ maxLength: 60_000 })) }, closed);
/** RTCIceCandidateInit of WebRTC. */
const candidate = Type.Object(
  {
    candidate: Type.String({ maxLength: 2000 }),
    sdpMid: Type.Optional(nullable(Type.String({ maxLength: 100 }))),
    sdpMLineIndex: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
    usernameFragment: Type.Optional(nullable(Type.String({ maxLength: 300 }))),
  },
  closed,
);

const said = <const Name extends string, Properties extends Type.TProperties>(type: Name, properties: Properties) =>
  Type.Object({ type: Type.Literal(type), ...properties }, closed);

export const ChatMessage = Type.Object({ id: Id, from: Id, name: Line, role: oneOf(roomRoles, 'Who'), text: Type.String({ maxLength: mostChatCharacters }), at: Instant }, closed);

/** What a browser says. */
export const ClientMessage = Type.Union([
  said('enter', { token: Type.String({ maxLength: 1000 }), ...devices }),
  said('devices', devices),
  said('media', media),
  said('description', { to: connection, description }),
  said('candidate', { to: connection, candidate: nullable(candidate) }),
  /** Said by those who wait, too. The id is chosen by the browser, so that what is sent again after a gap comes once. */
  said('chat', { id: Type.String({ pattern: '^[0-9a-f-]{36}$', maxLength: 36 }), text: Type.String({ minLength: 1, maxLength: mostChatCharacters }) }),
  /** The desk lets somebody in who waits; `person` is their id in `room`. */
  said('admit', { person: Id }),
  /** The desk sends somebody back to the waiting room. */
  said('send_back', { person: Id }),
  said('leave', {}),
  said('ping', {}),
]);

export const RoomPerson = Type.Object(
  {
    /** The same after a reload or on another device. */
    id: Id,
    /** Where descriptions and candidates go; another one after each reconnection. null: away. */
    connection: nullable(connection),
    name: Line,
    role: oneOf(roomRoles, 'Who'),
    /** Let in; else waiting. */
    is_in: Type.Boolean(),
    since: Instant,
    ...devices,
    ...media,
  },
  closed,
);

/** Why a connection ended; nothing follows but the closing of the socket. */
export const roomEnds = [
  'taken-over', // the same person is here in another tab or on another device
  'ended', // the official has ended the meeting
  'moved',
  'cancelled',
  'closed', // its time is over
  'not-now', // too early, another day, not by video
  'revoked', // a guest's link was taken back, or a session of the staff ended
  'token', // unknown, expired or used already
  'full',
  'malformed', // not a message, or too large
  'flood',
  'slow', // a browser that does not read
  'closing', // the server stops: come back at once
] as const;
export type RoomEnd = (typeof roomEnds)[number];

/** What the server says. */
export const ServerMessage = Type.Union([
  /** The answer to `enter`. `token`: for the next connection of the same person; given anew before it ends. */
  said('entered', { you: Id, connection, messages: Type.Array(ChatMessage, { maxItems: 500 }), ice_servers: Type.Array(IceServer, { maxItems: 10 }), token: Type.String({ maxLength: 1000 }) }),
  said('renewed', { ice_servers: Type.Array(IceServer, { maxItems: 10 }), token: Type.String({ maxLength: 1000 }) }),
  /** Everybody and everything, after each change. Who waits sees themselves and those who may let them in. */
  said('room', {
    people: Type.Array(RoomPerson, { maxItems: 12 }),
    line: nullable(RoomLine),
    by_phone_since: nullable(Instant),
    provider: oneOf(videoProviders, 'Where people meet'),
    /** A vendor failed, and everybody meets here instead. */
    is_fallback: Type.Boolean(),
    closes_at: Instant,
    /** Rises when a file comes or goes: read the list again. */
    files_revision: Type.Integer({ minimum: 0 }),
  }),
  said('description', { from: connection, description }),
  said('candidate', { from: connection, candidate: nullable(candidate) }),
  said('chat', { message: ChatMessage }),
  /** What was asked was not done; the connection goes on. */
  said('refused', { what: Line, why: oneOf(['not-admitted', 'not-allowed', 'gone', 'full', 'too-fast'], 'Why') }),
  said('over', { why: oneOf(roomEnds, 'Why') }),
  said('pong', {}),
]);

export type ChatMessage = Type.Static<typeof ChatMessage>;
export type ClientMessage = Type.Static<typeof ClientMessage>;
export type RoomPerson = Type.Static<typeof RoomPerson>;
export type ServerMessage = Type.Static<typeof ServerMessage>;
