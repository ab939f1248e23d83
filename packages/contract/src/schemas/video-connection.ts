import * as Type from 'typebox';
import { Instant, Line, nullable, oneOf } from './common.ts';
import { videoProviders } from './room.ts';

const closed = { additionalProperties: false } as const;

/** `to-reconnect`: the vendor does not know us any more, an administrator has to connect again. */
export const connectionStates = ['ready', 'to-connect', 'to-reconnect', 'failing'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Why the vendor could not be used, in one word that the page explains. */
export const connectionFailures = ['unreachable', 'too-slow', 'refused', 'wrong-secret', 'not-allowed', 'too-many-requests', 'not-understood', 'reconnect', 'private-address'] as const;
export type ConnectionFailure = (typeof connectionFailures)[number];

/** How the union meets by video. Secrets go in and never come out. */
export const VideoConnection = Type.Object(
  {
    provider: oneOf(videoProviders, 'What is used'),
    state: oneOf(connectionStates, 'Whether it works'),
    /** What was set, without secrets: host, application, algorithm. */
    settings: Type.Record(Type.String({ maxLength: 60 }), Line),
    /** Names of the secrets that are kept. */
    secrets_set: Type.Array(Line, { maxItems: 10 }),
    /** Whose account it is, where the vendor says so. */
    account: nullable(Line),
    failure: nullable(oneOf(connectionFailures, 'Why it does not work')),
    last_good_at: nullable(Instant),
    connected_at: nullable(Instant),
    /** Meetings that could not be made yet and are tried again. */
    waiting_count: Type.Integer({ minimum: 0 }),
    /** Address that the vendor has to be told, for its OAuth application. */
    redirect_url: nullable(Line),
    /** STUN and TURN of our own room, by address; without TURN some networks keep people apart. */
    ice_urls: Type.Array(Line, { maxItems: 20 }),
    has_turn: Type.Boolean(),
  },
  closed,
);

const host = Type.String({ format: 'host-name', minLength: 1, maxLength: 253, description: 'Name of the machine, without https' });
const secret = Type.Optional(Type.String({ minLength: 1, maxLength: 10_000, description: 'Left out: the one that is kept' }));

/** Choosing a provider replaces the one before. */
export const VideoConnectionRequest = Type.Union([
  Type.Object({ provider: Type.Literal('own') }, closed),
  Type.Object(
    {
      provider: Type.Literal('gotomeeting'),
      client_id: Type.String({ format: 'token', minLength: 1, maxLength: 200 }),
      client_secret: secret,
      /** Where a union meets through a proxy of its own; left out, the vendor's. */
      authentication_host: Type.Optional(host),
      api_host: Type.Optional(host),
    },
    closed,
  ),
  Type.Object(
    {
      provider: Type.Literal('jitsi'),
      host,
      app_id: Type.String({ format: 'token', minLength: 1, maxLength: 200 }),
      audience: Type.Optional(Type.String({ format: 'token', minLength: 1, maxLength: 200 })),
      algorithm: oneOf(['HS256', 'RS256'], 'How tokens are signed'),
      key_id: Type.Optional(Type.String({ format: 'token', minLength: 1, maxLength: 300 })),
      /** HS256: the shared secret. RS256: the private key (PKCS #8, PEM). */
      secret,
    },
    closed,
  ),
  Type.Object(
    { provider: Type.Literal('bigbluebutton'), host, hash: oneOf(['sha1', 'sha256', 'sha384', 'sha512'], 'How calls are signed'), secret },
    closed,
  ),
]);

export const ConnectionTest = Type.Object({ works: Type.Boolean(), failure: nullable(oneOf(connectionFailures, 'Why not')) }, closed);

/** Where the administrator goes to allow it. */
export const ConnectionStart = Type.Object({ url: Type.String({ maxLength: 4000 }) }, closed);

/** What the vendor sent back with the administrator. */
export const ConnectionAnswer = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 4000 }), state: Type.String({ minLength: 1, maxLength: 400 }) },
  closed,
);

export type VideoConnection = Type.Static<typeof VideoConnection>;
export type VideoConnectionRequest = Type.Static<typeof VideoConnectionRequest>;
export type ConnectionStart = Type.Static<typeof ConnectionStart>;
export type ConnectionTest = Type.Static<typeof ConnectionTest>;
