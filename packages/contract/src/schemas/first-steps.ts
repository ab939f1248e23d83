import * as Type from 'typebox';
import { Day, Id, Line, nullable, oneOf, List } from './common.ts';

const closed = { additionalProperties: false } as const;

/** What a desk needs before citizens can book, in the order in which it is set up. */
export const firstStepNames = ['union', 'municipalities', 'offices', 'service', 'hours', 'publication'] as const;
export type FirstStepName = (typeof firstStepNames)[number];

/** How far the set-up has come; told from what exists, nothing of it is kept. */
export const FirstSteps = Type.Object(
  {
    done: Type.Array(oneOf(firstStepNames, 'A step whose records are there'), { maxItems: 6, uniqueItems: true }),
    /** The first step that is not done; null: citizens can book. */
    next: nullable(oneOf(firstStepNames, 'Where to go on')),
    /** The service that is nearest to being bookable. */
    service_id: nullable(Id),
    /** Who receives for it. */
    calendar_id: nullable(Id),
    has_privacy_notice: Type.Boolean({ description: 'Bookings name its version: without one nothing is published' }),
  },
  closed,
);

const istatCode = Type.String({ format: 'istat-code', minLength: 6, maxLength: 6, description: 'Six digits' });

/** A comune as it stands in the list that comes with the product. */
export const ItalianComune = Type.Object(
  {
    istat_code: istatCode,
    cadastral_code: Line,
    name: Line,
    province: Line,
    province_name: Line,
    /** null: it has several, or nobody publishes it; then it is asked for. */
    postal_code: nullable(Line),
  },
  closed,
);

/** The best first; `province`: which one was written, by its sign or its name, null for the beginning of a name. */
export const ItalianComuneList = Type.Object(
  { ...List(ItalianComune, 'The best first').properties, province: nullable(Type.Object({ sign: Line, name: Line }, closed)) },
  closed,
);

/** Comuni of the list that belong to the union from a day on. */
export const JoiningComuni = Type.Object(
  {
    first_day: Day,
    items: Type.Array(Type.Object({ istat_code: istatCode, postal_code: Type.String({ format: 'postal-code', minLength: 5, maxLength: 5 }) }, closed), { minItems: 1, maxItems: 100 }),
  },
  closed,
);

export type FirstSteps = Type.Static<typeof FirstSteps>;
export type ItalianComune = Type.Static<typeof ItalianComune>;
export type ItalianProvince = NonNullable<Type.Static<typeof ItalianComuneList>['province']>;
export type JoiningComuni = Type.Static<typeof JoiningComuni>;
