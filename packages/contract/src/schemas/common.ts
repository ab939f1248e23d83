import * as Type from 'typebox';

export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

export const channels = ['video', 'phone', 'desk', 'home'] as const;
export type Channel = (typeof channels)[number];

export const appointmentStates = [
  'held',
  'pending',
  'confirmed',
  'arrived',
  'in_progress',
  'served',
  'missed',
  'cancelled',
  'refused',
  'expired',
] as const;
export type AppointmentState = (typeof appointmentStates)[number];

export const questionKinds = ['short_text', 'long_text', 'choice', 'yes_no', 'date', 'tax_code', 'practice_number', 'file'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** How somebody who books for another stands to them. */
export const relations = ['family', 'delegate', 'guardian', 'professional', 'legal_representative', 'helper'] as const;
export type Relation = (typeof relations)[number];

/** One of a closed list of words, as a plain JSON Schema `enum` (shorter in the document than a union of constants). */
export function oneOf<const Values extends readonly string[]>(values: Values, description: string): Type.TUnsafe<Values[number]> {
  return Type.Unsafe<Values[number]>({ type: 'string', enum: [...values], description });
}

/** Absent, null and "" mean the same, so the text may be null or empty; `format` judges only what is written. */
export function optionalText(options: { format?: string; maxLength: number; description: string }): Type.TOptional<Type.TUnsafe<string | null>> {
  return Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], ...options }));
}

export function nullable<Schema extends Type.TSchema>(schema: Schema): Type.TUnion<[Schema, Type.TNull]> {
  return Type.Union([schema, Type.Null()]);
}

export const Id = Type.String({ pattern: '^[!-~]{1,64}$', maxLength: 64, description: 'Opaque identifier' });
export const Instant = Type.String({ format: 'date-time', maxLength: 40, description: 'Instant, ISO 8601 with the offset of the union on that day' });
/** An instant as a client may write it: any offset or Z, a whole minute. */
export const InstantIn = Type.String({ format: 'whole-minute', maxLength: 40, description: 'Instant, ISO 8601 with any offset or Z, on a whole minute' });
export const Day = Type.String({ format: 'day', maxLength: 10, description: 'Day in the time zone of the union, such as 2026-03-29' });
/** Bounds that no real text of a directory reaches; the Italian guidelines ask for one on every string. */
export const Line = Type.String({ maxLength: 500 });
export const Prose = Type.String({ maxLength: 20_000 });
export const Minutes = Type.Integer({ format: 'int32', minimum: 0, maximum: 525_600, description: 'Whole minutes' });
export const ChannelName = oneOf(channels, 'How the meeting happens');

export const ListQuery = {
  limit: Type.Optional(Type.Integer({ format: 'int32', minimum: 1, maximum: 100, default: 100, description: 'How many items at most' })),
  cursor: Type.Optional(Type.String({ format: 'token', minLength: 1, maxLength: 200, description: 'The next_cursor of the page before' })),
};

export function List<Item extends Type.TSchema>(item: Item, description: string) {
  return Type.Object(
    { items: Type.Array(item, { maxItems: 100 }), next_cursor: nullable(Type.String({ maxLength: 200 })) },
    { additionalProperties: false, description },
  );
}
