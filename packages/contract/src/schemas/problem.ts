import * as Type from 'typebox';
import { Instant, Id, nullable } from './common.ts';

export const Alternative = Type.Object(
  { starts_at: Instant, ends_at: Instant, place_id: nullable(Id) },
  { additionalProperties: false, description: 'A start that can be held now' },
);

export const FieldError = Type.Object(
  {
    field: Type.String({ maxLength: 200, description: 'JSON pointer into the body, or the name of a query parameter' }),
    detail: Type.String({ maxLength: 500, description: 'What is wrong and how to mend it' }),
  },
  { additionalProperties: false },
);

/** ALTCHA's proof of work: find `number` with SHA-256(salt + number) = challenge. */
export const CaptchaChallenge = Type.Object(
  {
    algorithm: Type.String({ maxLength: 20 }),
    challenge: Type.String({ maxLength: 200 }),
    maxnumber: Type.Integer({ format: 'int32', minimum: 0, maximum: 10_000_000 }),
    salt: Type.String({ maxLength: 300 }),
    signature: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
);

/** RFC 9457, with the members that the catalogue names. */
export const Problem = Type.Object(
  {
    type: Type.String({ format: 'uri', maxLength: 500, description: 'Address of the page that documents the problem' }),
    title: Type.String({ maxLength: 200 }),
    status: Type.Integer({ format: 'int32', minimum: 400, maximum: 599 }),
    detail: Type.String({ maxLength: 1000 }),
    instance: Type.String({ maxLength: 200, description: 'Identifier of the request' }),
    errors: Type.Optional(Type.Array(FieldError, { maxItems: 200 })),
    alternatives: Type.Optional(Type.Array(Alternative, { maxItems: 3 })),
    until: Type.Optional(nullable(Instant)),
    state: Type.Optional(Type.String({ maxLength: 40 })),
    failure: Type.Optional(Type.String({ maxLength: 40, description: 'Why a calendar elsewhere could not be read' })),
    why: Type.Optional(Type.String({ maxLength: 40, description: 'Why a room is not open' })),
    opens_at: Type.Optional(Instant),
    reason: Type.Optional(Type.String({ maxLength: 40, description: 'Why a file was not taken' })),
    appointment: Type.Optional(Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true, description: 'For the desk: the appointment as it is now' })),
    challenge: Type.Optional(CaptchaChallenge),
  },
  { $id: 'Problem', additionalProperties: false, description: 'Problem details, RFC 9457' },
);
export type Problem = Type.Static<typeof Problem>;
export type Alternative = Type.Static<typeof Alternative>;
export type FieldError = Type.Static<typeof FieldError>;
export type CaptchaChallenge = Type.Static<typeof CaptchaChallenge>;
