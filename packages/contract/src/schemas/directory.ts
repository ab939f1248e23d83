import * as Type from 'typebox';
import { LogoLink } from './logo.ts';
import { ChannelName, Id, languages, Line, Minutes, nullable, oneOf, optionalText, Prose, questionKinds } from './common.ts';

const closed = { additionalProperties: false } as const;

export const Union = Type.Object(
  {
    name: Line,
    phone: Line,
    email: Line,
    address: Line,
    logo: nullable(LogoLink),
    time_zone: Line,
    languages: Type.Array(oneOf(languages, 'Language of the site and of the messages'), { maxItems: 2 }),
    privacy_notice: Type.Object({ version: Line, url: Line }, closed),
    links: Type.Array(Type.Object({ rel: Line, label: Line, url: Line }, closed), { maxItems: 50 }),
    is_open: Type.Boolean({ description: 'False while no service is published: nothing can be booked yet' }),
    demo: Type.Boolean({ description: 'True where the installation shows demo data' }),
  },
  closed,
);

export const Municipality = Type.Object(
  { id: Id, name: Line, istat_code: Line, postal_code: Line, slug: Line, province: Line },
  closed,
);

export const Office = Type.Object(
  { id: Id, slug: Line, name: Line, short_name: Line, description: Prose, phone: Line, email: Line, municipality_ids: Type.Array(Id, { maxItems: 500 }) },
  closed,
);

export const ServiceItem = Type.Object(
  {
    id: Id,
    slug: Line,
    name: Line,
    summary: Line,
    office_id: Id,
    channels: Type.Array(ChannelName, { maxItems: 4 }),
    life_events: Type.Array(Line, { maxItems: 50, description: 'Slugs of the life events that the service belongs to' }),
    popularity: Type.Integer({ format: 'int32', minimum: 0, maximum: 100, description: 'For the order of a list of popular services' }),
  },
  closed,
);

export const Place = Type.Object({ id: Id, name: Line, address: Line, municipality_id: Id, access_notes: Prose }, closed);

export const Question = Type.Object(
  {
    id: Id,
    kind: oneOf(questionKinds, 'Kind of answer'),
    label: Line,
    help: nullable(Prose),
    required: Type.Boolean(),
    choices: Type.Array(Type.Object({ value: Line, label: Line }, closed), { maxItems: 100 }),
  },
  closed,
);

export const ServiceChannel = Type.Object(
  {
    channel: ChannelName,
    duration_minutes: Minutes,
    notice_minutes: Minutes,
    horizon_days: Type.Integer({ format: 'int32', minimum: 0, maximum: 730 }),
    hold_minutes: Minutes,
    move_cutoff_minutes: Minutes,
    cancel_cutoff_minutes: Minutes,
    moderated: Type.Boolean(),
    who_may_book: oneOf(['citizens', 'staff', 'invited'], 'Who may book'),
    places: Type.Array(Place, { maxItems: 100, description: 'Where people are received; desk only' }),
    operators: Type.Array(Type.Object({ id: Id, name: Line }, closed), { maxItems: 100, description: 'With whom one may ask to speak; empty where the service does not let people choose' }),
    questions: Type.Array(Question, { maxItems: 50 }),
    texts: Type.Object(
      { documents: nullable(Prose), before: nullable(Prose), after: nullable(Prose), before_video: nullable(Prose), closing: nullable(Prose) },
      { ...closed, description: 'Documents to bring; conditions to accept before booking; what to know after it, before the video call and when it is over' },
    ),
  },
  closed,
);

export const ServicePage = Type.Object(
  {
    id: Id,
    slug: Line,
    name: Line,
    summary: Line,
    office_id: Id,
    for_whom: Prose,
    how: Prose,
    needed: Prose,
    result: Prose,
    times: Prose,
    cost: Prose,
    terms: Prose,
    life_events: Type.Array(Line, { maxItems: 50 }),
    contacts: Type.Object({ phone: Line, email: Line }, closed),
    channels: Type.Array(ServiceChannel, { maxItems: 4 }),
  },
  closed,
);

export const LifeEvent = Type.Object({ id: Id, slug: Line, name: Line, description: Prose }, closed);

/** A place with what a person wants to know before going there. */
export const PlaceItem = Type.Object({ id: Id, slug: Line, name: Line, address: Line, municipality_id: Id, access_notes: Prose, hours: Prose }, closed);

export const Faq = Type.Object({ id: Id, question: Prose, answer: Prose }, closed);

/** A text of the union: one line is a paragraph, `- ` begins an element of a list, `## ` a heading. */
export const TextPage = Type.Object({ title: Line, version: nullable(Line), text: Type.String({ maxLength: 100_000 }) }, closed);

export const RatingRequest = Type.Object(
  {
    subject: oneOf(['page', 'service'], 'A page of the site, or a service that was used'),
    path: Type.Optional(Type.String({ format: 'line', maxLength: 200, pattern: '^/[^?#]*$', description: 'Path of the page, without query' })),
    service_id: Type.Optional(Id),
    stars: Type.Integer({ format: 'int32', minimum: 1, maximum: 5 }),
    answer: optionalText({ format: 'line', maxLength: 200, description: 'What was chosen among the fixed answers' }),
    comment: optionalText({ format: 'text', maxLength: 200, description: 'In own words' }),
  },
  closed,
);

export const ReportRequest = Type.Object(
  {
    path: optionalText({ format: 'line', maxLength: 200, description: 'Path of the page that it is about, without query' }),
    text: Type.String({ format: 'text', minLength: 10, maxLength: 2000, description: 'What does not work' }),
    email: optionalText({ format: 'email-address', maxLength: 254, description: 'Where an answer can be sent' }),
  },
  closed,
);

export const Status = Type.Object(
  { status: oneOf(['ok'], 'ok when the service can answer'), version: Line, time: Type.String({ format: 'date-time', maxLength: 40, description: 'Now, by the clock of the desk' }) },
  closed,
);



export type Union = Type.Static<typeof Union>;
export type Municipality = Type.Static<typeof Municipality>;
export type Office = Type.Static<typeof Office>;
export type ServiceItem = Type.Static<typeof ServiceItem>;
export type ServicePage = Type.Static<typeof ServicePage>;
export type ServiceChannel = Type.Static<typeof ServiceChannel>;
export type Question = Type.Static<typeof Question>;
export type Place = Type.Static<typeof Place>;
export type LifeEvent = Type.Static<typeof LifeEvent>;
export type PlaceItem = Type.Static<typeof PlaceItem>;
export type Faq = Type.Static<typeof Faq>;
export type TextPage = Type.Static<typeof TextPage>;
export type RatingRequest = Type.Static<typeof RatingRequest>;
