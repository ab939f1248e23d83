import * as Type from 'typebox';
import { ChannelName, Day, Id, Instant, languages, Line, nullable, oneOf, questionKinds } from './common.ts';
import { Revision } from './desk.ts';
import { LogoId } from './logo.ts';
import { messageTextNames } from './message-texts.ts';

const closed = { additionalProperties: false } as const;

/**
 * What the union decides, one record at a time: the same document in the editor, in the history, and in an export. What says
 * nothing is left out (as in every body). `kind` tells the records apart.
 */
export const recordKinds = ['union', 'privacy_notice', 'municipality', 'office', 'place', 'life_event', 'faq', 'calendar', 'service', 'closure', 'worked_holiday', 'message_text'] as const;
export type RecordKind = (typeof recordKinds)[number];
export const archivableKinds = ['office', 'place', 'calendar', 'service'] as const satisfies readonly RecordKind[];
/** Kinds whose records stand in an order that people chose. */
export const orderedKinds = ['office', 'faq', 'life_event'] as const satisfies readonly RecordKind[];
export type OrderedKind = (typeof orderedKinds)[number];
export type ArchivableKind = (typeof archivableKinds)[number];

const line = (maxLength: number) => Type.String({ format: 'line', minLength: 1, maxLength });
const text = (maxLength: number) => Type.String({ format: 'text', minLength: 1, maxLength });
const optional = Type.Optional;
/** Italian is needed; English is shown where it is there. */
const inTwo = <Schema extends Type.TSchema>(schema: Schema) => Type.Object({ it: schema, en: optional(schema) }, closed);
const lineInTwo = (maxLength: number) => inTwo(line(maxLength));
const textInTwo = (maxLength = 20_000) => inTwo(text(maxLength));

const slug = Type.String({ format: 'slug', minLength: 1, maxLength: 100, description: 'Its part of an address: small letters, digits and hyphens' });
const phone = Type.String({ format: 'phone', minLength: 1, maxLength: 40 });
const email = Type.String({ format: 'email-address', minLength: 3, maxLength: 254 });
const webAddress = Type.String({ format: 'web-address', minLength: 1, maxLength: 500, description: 'https://..., mailto:..., tel:..., or a page of ours that begins with /' });
const postalCode = Type.String({ format: 'postal-code', minLength: 5, maxLength: 5 });
const province = Type.String({ format: 'province', minLength: 2, maxLength: 2, description: 'Sign of the province, such as AT' });
const position = Type.Integer({ format: 'int32', minimum: 0, maximum: 10_000, description: 'Place in the list, from 0' });
const minutes = (minimum: number, maximum: number) => Type.Integer({ format: 'int32', minimum, maximum, description: 'Whole minutes' });
const count = (minimum: number, maximum: number) => Type.Integer({ format: 'int32', minimum, maximum });
/** Both days are in. */
const period = { first_day: Day, last_day: optional(Day) };

export const UnionContent = Type.Object(
  {
    kind: Type.Literal('union'),
    name: line(200),
    seat: line(200),
    phone,
    email,
    address: line(300),
    /** A picture that was sent before (`POST /staff/logos`). */
    logo_id: optional(LogoId),
    languages: Type.Array(oneOf(languages, 'Language of the site and of the messages'), { minItems: 1, maxItems: 2, uniqueItems: true }),
    links: Type.Array(Type.Object({ rel: line(50), label: lineInTwo(100), url: webAddress }, closed), { maxItems: 50, description: 'Of the footer' }),
    legal_notes: optional(textInTwo()),
    /** Where the declaration of accessibility is, by the form of AgID (law 4/2004, article 3-quater). */
    accessibility_url: optional(webAddress),
    // For how many months is kept what belongs to no service; left out: as long as is usual.
    /** Which messages left and whether they arrived: 12. */
    messages_months: optional(count(1, 120)),
    /** What people wrote of pages and services, unless it was about an appointment: 12. */
    texts_months: optional(count(1, 120)),
    /** The values beside the trail, with addresses: 24. The trail itself stays. */
    trail_months: optional(count(6, 120)),
    /** The access log of the staff: 6, and never less. */
    access_months: optional(count(6, 60)),
  },
  { ...closed, title: 'Union' },
);

/** One version; from its day on it is the one that bookings name. */
export const PrivacyNoticeContent = Type.Object({ kind: Type.Literal('privacy_notice'), version: line(40), valid_from: Day, text: textInTwo(100_000) }, closed);

export const MunicipalityContent = Type.Object(
  {
    kind: Type.Literal('municipality'),
    slug,
    name: line(200),
    istat_code: Type.String({ format: 'istat-code', minLength: 6, maxLength: 6, description: 'Six digits' }),
    cadastral_code: Type.String({ format: 'cadastral-code', minLength: 4, maxLength: 4, description: 'As in tax codes, such as F336' }),
    postal_code: postalCode,
    province,
    area_code: optional(Type.String({ format: 'area-code', minLength: 2, maxLength: 5, description: 'Prefix of its phones' })),
    population: optional(count(0, 10_000_000)),
    population_at: optional(Day),
    patron_saint: optional(line(200)),
    patron_day: optional(Type.String({ format: 'day-of-year', minLength: 5, maxLength: 5, description: 'Month and day, such as 02-03' })),
    description: optional(textInTwo()),
    /** When it belongs to the union. */
    memberships: Type.Array(Type.Object(period, closed), { maxItems: 20 }),
  },
  closed,
);

export const OfficeContent = Type.Object(
  {
    kind: Type.Literal('office'),
    slug,
    name: lineInTwo(200),
    short_name: lineInTwo(60),
    description: optional(textInTwo()),
    phone,
    email,
    position,
    /** Which comuni it serves, from when to when; for one service, or for all of its own. */
    serves: Type.Array(Type.Object({ municipality_id: Id, service_id: optional(Id), ...period }, closed), { maxItems: 2000 }),
  },
  closed,
);

const coordinate = (description: string) => Type.String({ format: 'coordinate', minLength: 1, maxLength: 20, description });

export const PlaceContent = Type.Object(
  {
    kind: Type.Literal('place'),
    slug,
    name: lineInTwo(200),
    municipality_id: Id,
    street: line(200),
    postal_code: postalCode,
    locality: line(200),
    province,
    access_notes: optional(textInTwo()),
    hours: optional(textInTwo(2000)),
    latitude: optional(coordinate('Degrees north, such as 44.7779')),
    longitude: optional(coordinate('Degrees east, such as 8.2956')),
  },
  closed,
);

export const LifeEventContent = Type.Object({ kind: Type.Literal('life_event'), slug, name: lineInTwo(200), description: optional(textInTwo()), position }, closed);

export const FaqContent = Type.Object({ kind: Type.Literal('faq'), position, question: textInTwo(500), answer: textInTwo() }, closed);

/** Whose time it is, or of which thing; its hours are changed by the desk. */
export const CalendarContent = Type.Object(
  {
    kind: Type.Literal('calendar'),
    name: line(200),
    of: oneOf(['operator', 'thing'], 'The time of somebody, or of a thing (a desk, a room, the bike)'),
    office_id: optional(Id),
    staff_id: optional(Id),
  },
  closed,
);

export const QuestionContent = Type.Object(
  {
    /** Left out for one that is new. */
    id: optional(Id),
    kind: oneOf(questionKinds, 'Kind of answer'),
    label: textInTwo(500),
    help: optional(textInTwo(2000)),
    required: Type.Boolean(),
    choices: optional(Type.Array(Type.Object({ value: line(100), label: lineInTwo(200) }, closed), { maxItems: 100 })),
  },
  closed,
);

export const grids = ['opening', 'clock', 'pack'] as const;
export const whoMayBook = ['citizens', 'staff', 'invited'] as const;

/** A service by one channel, with every rule of booking. */
export const ChannelContent = Type.Object(
  {
    channel: ChannelName,
    duration_minutes: minutes(5, 480),
    /** Left out: the duration (for `pack`, duration and buffers). */
    step_minutes: optional(minutes(1, 1440)),
    offset_minutes: minutes(0, 1439),
    grid: oneOf(grids, 'From where starts are counted: the opening, the clock, or the end of what is taken'),
    buffer_before_minutes: minutes(0, 240),
    buffer_after_minutes: minutes(0, 240),
    notice_minutes: minutes(0, 525_600),
    horizon_days: count(0, 730),
    hold_minutes: minutes(2, 60),
    move_cutoff_minutes: minutes(0, 525_600),
    cancel_cutoff_minutes: minutes(0, 525_600),
    release_delay_minutes: minutes(0, 10_080),
    moderated: Type.Boolean(),
    limit_future: count(1, 100),
    limit_per_day: count(1, 100),
    who_may_book: oneOf(whoMayBook, 'Who may book'),
    person_may_choose: Type.Boolean({ description: 'Whether one may ask for somebody of the first need' }),
    price_cents: count(0, 100_000_000),
    reminder_minutes: Type.Array(minutes(5, 43_200), { maxItems: 5, uniqueItems: true, description: 'So long before the start reminders leave' }),
    /** One calendar of each need is taken: the people first, then things. */
    needs: Type.Array(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }), { maxItems: 5 }),
    /** Where people are received; desk only. */
    place_ids: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
    questions: Type.Array(QuestionContent, { maxItems: 50 }),
    documents: optional(textInTwo()),
    before: optional(textInTwo()),
    after: optional(textInTwo()),
    before_video: optional(textInTwo()),
    closing: optional(textInTwo()),
  },
  closed,
);

const words = Type.Array(line(60), { maxItems: 100 });

export const ServiceContent = Type.Object(
  {
    kind: Type.Literal('service'),
    slug,
    office_id: Id,
    is_published: Type.Boolean({ description: 'Whether citizens see it' }),
    name: lineInTwo(200),
    summary: lineInTwo(300),
    for_whom: optional(textInTwo()),
    how: optional(textInTwo()),
    needed: optional(textInTwo()),
    result: optional(textInTwo()),
    times: optional(textInTwo()),
    cost: optional(textInTwo()),
    terms: optional(textInTwo()),
    /** The words that people use for it. */
    keywords: Type.Object({ it: optional(words), en: optional(words) }, closed),
    popularity: count(0, 100),
    retention_months: count(1, 120),
    life_event_ids: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
    channels: Type.Array(ChannelContent, { maxItems: 4 }),
  },
  closed,
);

export const closureScopes = ['union', 'municipality', 'office', 'place'] as const;

/** Whole days, both included, on which somebody does not receive. */
export const ClosureContent = Type.Object(
  {
    kind: Type.Literal('closure'),
    scope: oneOf(closureScopes, 'Who is closed'),
    /** Which one; of the union left out. */
    scope_id: optional(Id),
    first_day: Day,
    last_day: Day,
    closes_remote: Type.Boolean({ description: 'Whether video, phone and home visits stop too' }),
    reason: optional(lineInTwo(200)),
  },
  closed,
);

/** A holiday on which we work all the same: everywhere, or in one comune. */
export const WorkedHolidayContent = Type.Object({ kind: Type.Literal('worked_holiday'), day: Day, municipality_id: optional(Id) }, closed);

/**
 * What a message to citizens says first, in place of the text that comes with the product; `{nome}` and other placeholders are filled in.
 * Without English, who reads English gets the text of the product.
 */
export const MessageTextContent = Type.Object(
  {
    kind: Type.Literal('message_text'),
    message: oneOf(messageTextNames, 'Which message'),
    subject: optional(lineInTwo(150)),
    title: optional(lineInTwo(150)),
    text: textInTwo(3000),
  },
  closed,
);

/** The shape of each kind. */
export const recordContents = {
  union: UnionContent,
  privacy_notice: PrivacyNoticeContent,
  municipality: MunicipalityContent,
  office: OfficeContent,
  place: PlaceContent,
  life_event: LifeEventContent,
  faq: FaqContent,
  calendar: CalendarContent,
  service: ServiceContent,
  closure: ClosureContent,
  worked_holiday: WorkedHolidayContent,
  message_text: MessageTextContent,
} as const satisfies Record<RecordKind, Type.TSchema>;

export const RecordContent = Type.Union([
  UnionContent, PrivacyNoticeContent, MunicipalityContent, OfficeContent, PlaceContent, LifeEventContent, FaqContent, CalendarContent, ServiceContent, ClosureContent, WorkedHolidayContent, MessageTextContent,
]);

export const recordStates = ['used', 'archived'] as const;

const summary = {
  kind: oneOf(recordKinds, 'What it is'),
  id: Id,
  title: Line,
  revision: Revision,
  state: oneOf(recordStates, 'An archived one is kept for what was booked, and used for nothing new'),
  has_draft: Type.Boolean({ description: 'Somebody keeps a change that is not in force yet' }),
};

export const RecordItem = Type.Object({ ...summary, content: RecordContent }, closed);

export const versionActions = ['before', 'create', 'change', 'archive', 'unarchive', 'delete', 'restore', 'import'] as const;

/** One step in the life of a record, with how it was from then on. */
export const RecordVersion = Type.Object(
  {
    revision: Revision,
    /** `before`: as it was before the first change that is known. */
    action: oneOf(versionActions, 'What was done'),
    at: Instant,
    staff_id: nullable(Id),
    staff_name: nullable(Line),
    state: oneOf(recordStates, 'Whether it was archived'),
    content: RecordContent,
  },
  closed,
);

/** Why an appointment that was made would not be made like this today. */
export const misfits = ['closed', 'not_member', 'not_served', 'not_offered', 'no_place', 'no_calendar'] as const;
export type Misfit = (typeof misfits)[number];
export const MisfitName = oneOf(misfits, 'Why it does not fit');

const counted = Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 });

/** What a change does to what citizens find, and to what is booked. */
export const RecordEffect = Type.Object(
  {
    /** Days that are counted: the week from the change on. */
    from: Day,
    to: Day,
    /** What can be booked in that week, before and after; ways that stay as they are are left out. A start counts once for each place. */
    free_times: Type.Array(Type.Object({ service_id: Id, service_name: Line, channel: ChannelName, before: counted, after: counted }, closed), { maxItems: 2000 }),
    before: counted,
    after: counted,
    /** What is booked and does not fit any more: it stays, until somebody does something about it. */
    touched: Type.Array(
      Type.Object({ appointment_id: Id, starts_at: Instant, service_name: Line, channel: ChannelName, office_id: Id, why: MisfitName }, closed),
      { maxItems: 500 },
    ),
    touched_count: counted,
    warnings: Type.Array(oneOf(['no_times', 'nobody_serves', 'in_force'], 'Something that may not be meant'), { maxItems: 10 }),
  },
  closed,
);

export const RecordChange = Type.Object({ revision: Revision, content: RecordContent }, closed);
export const RecordDraft = Type.Object({ based_on: Revision, staff_id: Id, staff_name: nullable(Line), changed_at: Instant, content: RecordContent }, closed);

/** What stands in a form, as JSON: it may be unfinished, so it is not judged by the shape of its kind. */
export const TypedRecord = Type.String({ minLength: 2, maxLength: 500_000, description: 'What stands in the form, as a JSON object with its `kind`; it may be unfinished' });

/** A record that is not there yet, as somebody keeps it for later. */
export const NewRecordDraft = Type.Object({ id: Id, revision: Revision, staff_id: Id, staff_name: nullable(Line), changed_at: Instant, typed: TypedRecord }, closed);

/** Why something cannot be deleted: what hangs on it. */
export const Dependent = Type.Object({ kind: oneOf([...recordKinds, 'appointment', 'member', 'opening_rule'], 'What hangs on it'), count: counted, example: nullable(Line) }, closed);

export type RecordContent = Type.Static<typeof RecordContent>;
export type ContentOf<Kind extends RecordKind> = Extract<RecordContent, { kind: Kind }>;
export type UnionContent = Type.Static<typeof UnionContent>;
export type ChannelContent = Type.Static<typeof ChannelContent>;
export type QuestionContent = Type.Static<typeof QuestionContent>;
export type RecordItem = Type.Static<typeof RecordItem>;
export type RecordVersion = Type.Static<typeof RecordVersion>;
export type RecordEffect = Type.Static<typeof RecordEffect>;
export type RecordDraft = Type.Static<typeof RecordDraft>;
export type NewRecordDraft = Type.Static<typeof NewRecordDraft>;
export type RecordChange = Type.Static<typeof RecordChange>;
export type Dependent = Type.Static<typeof Dependent>;
export type VersionAction = (typeof versionActions)[number];
export type RecordState = (typeof recordStates)[number];
