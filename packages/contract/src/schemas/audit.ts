import * as Type from 'typebox';
import { Day, Id, Instant, Line, ListQuery, nullable, oneOf } from './common.ts';
import { recordKinds } from './records.ts';

const closed = { additionalProperties: false } as const;

/** `key`: another system of the union, with a key. */
export const auditActors = ['staff', 'citizen', 'system', 'key'] as const;
export type AuditActor = (typeof auditActors)[number];

/** What may stand in the trail: who did which of these, to what. */
export const auditActions = [
  'create', 'change', 'delete', 'see', 'reveal', 'search', 'list', 'export', 'print',
  'sign-in', 'sign-in-refused', 'sign-out', 'revoke', 'invite', 'reset', 'move', 'cancel', 'approve', 'refuse', 'erase', 'rotate', 'book',
  'propose', 'merge', 'undo', 'archive', 'unarchive', 'restore', 'import', 'test',
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditObjects = ['appointment', 'person', 'member', 'session', 'passkey', 'totp', 'password', 'recovery-codes', 'audit', 'board', 'keys',
  'agenda', 'note', 'invitation', 'block', 'request-list', 'calendar-feed', 'busy-source', 'video-connection', 'mail-server', 'file', 'backup', 'retention', 'api-key', 'webhook', 'logo', ...recordKinds] as const;
export type AuditObject = (typeof auditObjects)[number];

/** Parts of the trail that are read as a register of their own. */
export const auditRegisters = ['disclosures', 'access'] as const;
export type AuditRegister = (typeof auditRegisters)[number];

/** What the function that was used is for. */
export const disclosurePurposes = ['asked-by-person', 'contact', 'hand-over', 'desk-work', 'administration', 'control'] as const;

const Digest = Type.String({ maxLength: 100, description: 'base64url of SHA-256' });

export const AuditEntry = Type.Object(
  {
    id: Id,
    at: Instant,
    actor: oneOf(auditActors, 'Who'),
    staff_id: nullable(Id),
    staff_name: nullable(Line),
    /** For `key`: what it is called. */
    key_name: nullable(Line),
    action: oneOf(auditActions, 'Did what'),
    object_kind: oneOf(auditObjects, 'To what'),
    object_id: nullable(Id),
    fields: Type.Array(Line, { maxItems: 200, description: 'Names of the changed fields' }),
    /** From which network, its last part hidden; null once erased. */
    network: nullable(Line),
    /** Of what was exported, printed or shown whole: of how many people; null: not known, or nothing of the kind. */
    people: nullable(Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647, description: 'Number of people' })),
    purpose: nullable(oneOf(disclosurePurposes, 'What it was exported, printed or shown whole for')),
    seal: nullable(Type.Integer({ format: 'int32', minimum: 1, maximum: 2_147_483_647, description: 'Its number in the sealed chain; null: not sealed yet' })),
  },
  closed,
);

/** With the values, as far as they were not erased; an auditor sees them masked. */
export const AuditEntryDetail = Type.Object(
  {
    ...AuditEntry.properties,
    values: nullable(
      Type.Array(Type.Object({ field: Line, before: nullable(Type.String({ maxLength: 20_000 })), after: nullable(Type.String({ maxLength: 20_000 })) }, closed), { maxItems: 200 }),
    ),
    is_masked: Type.Boolean(),
  },
  closed,
);

const filter = {
  register: Type.Optional(oneOf(auditRegisters, '`disclosures`: exports, prints and contacts shown whole. `access`: sign-ins, and looks at people')),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  staff_id: Type.Optional(Id),
  actor: Type.Optional(oneOf(auditActors, 'Who')),
  action: Type.Optional(oneOf(auditActions, 'Did what')),
  object_kind: Type.Optional(oneOf(auditObjects, 'To what')),
  object_id: Type.Optional(Id),
};

export const AuditQuery = Type.Object({ ...ListQuery, ...filter }, closed);
/** The same question for a table, which has no pages. */
export const AuditTableQuery = Type.Object(filter, closed);

export const AuditSeal = Type.Object(
  { number: Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647 }), digest: nullable(Digest), sealed_at: nullable(Instant), unsealed: Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647 }) },
  { ...closed, description: 'The newest link of the chain; number 0 before the first' },
);

export type AuditEntry = Type.Static<typeof AuditEntry>;
export type AuditEntryDetail = Type.Static<typeof AuditEntryDetail>;
export type AuditQuery = Type.Static<typeof AuditQuery>;
export type AuditTableQuery = Type.Static<typeof AuditTableQuery>;
export type AuditSeal = Type.Static<typeof AuditSeal>;
