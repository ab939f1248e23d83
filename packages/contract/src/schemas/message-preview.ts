import * as Type from 'typebox';

const closed = { additionalProperties: false } as const;
const line = Type.String({ maxLength: 1000 });
const text = Type.String({ maxLength: 50_000 });

/** A message as a program without pictures shows it, and what the product says first, with its placeholders. */
export const MessagePreview = Type.Object({ subject: line, text, product: Type.Object({ subject: line, title: line, text }, closed) }, closed);

export type MessagePreview = Type.Static<typeof MessagePreview>;
