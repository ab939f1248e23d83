import * as Type from 'typebox';
import { keyScopeNames } from '../key-scopes.ts';
import { Day, Id, Instant, Line, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

/** `orphaned`: who made it does not administer the desk any more, so it opens nothing. */
export const apiKeyStates = ['good', 'expiring', 'expired', 'revoked', 'orphaned'] as const;
export type ApiKeyState = (typeof apiKeyStates)[number];

const Scopes = Type.Array(oneOf(keyScopeNames, 'What it opens'), { minItems: 1, maxItems: keyScopeNames.length, uniqueItems: true });
const OfficeIds = nullable(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true, description: 'Only what belongs to these offices; null: of all' }));

/** A key of another system, without the key itself. */
export const ApiKey = Type.Object(
  {
    id: Id,
    name: Line,
    /** How it begins: by this a leaked one is recognised. */
    prefix: Line,
    scopes: Scopes,
    office_ids: OfficeIds,
    state: oneOf(apiKeyStates, 'Whether it opens anything'),
    /** Its last day. */
    expires_on: Day,
    days_left: Type.Integer({ minimum: 0 }),
    created_at: Instant,
    created_by: nullable(Line),
    revoked_at: nullable(Instant),
    last_used_on: nullable(Day),
    /** From which network it was used last, its last part hidden. */
    last_network: nullable(Line),
  },
  closed,
);

export const ApiKeyList = Type.Object({ items: Type.Array(ApiKey, { maxItems: 500 }) }, closed);

export const ApiKeyRequest = Type.Object(
  {
    name: Type.String({ format: 'text', minLength: 1, maxLength: 80, description: 'Which system it is for' }),
    scopes: Scopes,
    office_ids: Type.Optional(OfficeIds),
    expires_on: Type.Unsafe<string>({ ...Day, description: 'Its last day: within a year' }),
  },
  closed,
);

/** The only answer that ever holds the key. */
export const ApiKeyMade = Type.Object({ key: ApiKey, secret: Type.String({ maxLength: 100, description: 'The key itself: shown this once' }) }, closed);

export const ApiKeyParams = Type.Object({ key_id: Id }, closed);

export type ApiKey = Type.Static<typeof ApiKey>;
export type ApiKeyRequest = Type.Static<typeof ApiKeyRequest>;
export type ApiKeyMade = Type.Static<typeof ApiKeyMade>;
