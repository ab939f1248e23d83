import * as Type from 'typebox';
import { Id, Instant, Line, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

export const mostFileBytes = 20 * 1024 * 1024;
/** Of one appointment, from everybody together. */
export const mostFiles = 30;

/** What may be sent, by the ending that a person knows, with the media type that the content must have. */
export const fileTypes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  p7m: 'application/pkcs7-mime',
} as const;

/** Why a file was not taken. `content`: it is not what its name says. */
export const fileRefusals = ['name', 'type', 'content', 'empty', 'malware', 'too-many', 'closed'] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export const StoredFile = Type.Object(
  {
    id: Id,
    name: Line,
    media_type: Line,
    bytes: Type.Integer({ format: 'int32', minimum: 0, maximum: mostFileBytes }),
    /** Who sent it. */
    from: oneOf(['citizen', 'staff', 'guest'], 'Who sent it'),
    /** The name of the official or the guest who sent it. */
    from_name: nullable(Line),
    /** It answers a question of the service. */
    question_id: nullable(Id),
    /** Whether whoever asks may take it away. */
    can_delete: Type.Boolean(),
    /** Nobody of the desk opened it yet; said to the desk alone. */
    is_new: Type.Boolean(),
    created_at: Instant,
  },
  closed,
);

export const StoredFiles = Type.Object({ items: Type.Array(StoredFile, { maxItems: mostFiles }), can_add: Type.Boolean() }, closed);

/** The answer to an upload: no name of the person's, it may be kept and repeated. */
export const AddedFile = Type.Object({ id: Id }, closed);

export type StoredFile = Type.Static<typeof StoredFile>;
export type StoredFiles = Type.Static<typeof StoredFiles>;
export type AddedFile = Type.Static<typeof AddedFile>;
