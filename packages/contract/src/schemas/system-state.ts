import * as Type from 'typebox';
import { Instant, Line, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

/** `unknown`: it could not be found out yet, or at all; `off`: there is nothing to look at. */
export const lightStates = ['good', 'attention', 'bad', 'unknown', 'off'] as const;
export type LightState = (typeof lightStates)[number];

/** Numbers and words for the sentence of a light; instants are ISO texts. */
export const LightValues = Type.Record(Type.String({ maxLength: 60 }), Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Null()]));
export type LightValues = Type.Static<typeof LightValues>;

export const Light = Type.Object(
  {
    /** What is looked at, such as `outbox`; names that a page does not know are new ones. */
    name: Line,
    state: oneOf(lightStates, 'How it is'),
    /** Which sentence says it. */
    says: Line,
    values: LightValues,
    /** Since when it is so; null: not known. */
    since: nullable(Instant),
    /** When it was looked at last; null: not yet. */
    checked_at: nullable(Instant),
  },
  closed,
);

export const RunningProcess = Type.Object(
  {
    id: Line,
    role: oneOf(['all', 'web', 'worker'], 'What it does'),
    machine: Line,
    version: Line,
    started_at: Instant,
    last_seen_at: Instant,
    /** `died`: it is silent, and never said that it stops. */
    state: oneOf(['alive', 'died'], 'How it is'),
    is_answering: Type.Boolean({ description: 'It wrote this answer' }),
  },
  closed,
);

export const JobState = Type.Object(
  {
    /** Such as `outbox` or `seal`; names that a page does not know are new ones. */
    name: Line,
    state: oneOf(['good', 'failing', 'late', 'never'], 'How it goes'),
    every_seconds: Type.Integer({ minimum: 0 }),
    last_good_at: nullable(Instant),
    failing_since: nullable(Instant),
    /** Kind of the last error, never its words. */
    failure: nullable(Line),
  },
  closed,
);

export const SystemState = Type.Object(
  {
    checked_at: Instant,
    version: Line,
    lights: Type.Array(Light, { maxItems: 50 }),
    processes: Type.Array(RunningProcess, { maxItems: 200 }),
    jobs: Type.Array(JobState, { maxItems: 100 }),
    /** Some lights are being looked at: ask again in a moment. */
    is_checking: Type.Boolean(),
  },
  closed,
);

export const SystemMark = Type.Object(
  {
    /** Lights that were red at two looks one after another, or yellow for a day. */
    troubles: Type.Integer({ minimum: 0 }),
    /** False: nobody has looked at the lights for a quarter of an hour. */
    is_watched: Type.Boolean(),
  },
  closed,
);

export type SystemMark = Type.Static<typeof SystemMark>;
export type Light = Type.Static<typeof Light>;
export type RunningProcess = Type.Static<typeof RunningProcess>;
export type JobState = Type.Static<typeof JobState>;
export type SystemState = Type.Static<typeof SystemState>;
