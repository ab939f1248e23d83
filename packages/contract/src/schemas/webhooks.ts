import * as Type from 'typebox';
import { channels, appointmentStates, Day, Id, Instant, Line, ListQuery, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

/** What other systems can be told of. `corrected`: something that was told before was taken back. */
export const webhookKinds = [
  'appointment.requested', 'appointment.booked', 'appointment.approved', 'appointment.refused', 'appointment.moved', 'appointment.cancelled',
  'appointment.arrived', 'appointment.started', 'appointment.served', 'appointment.missed', 'appointment.corrected',
] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** A message to another system: which, never who. What more it may know it reads with its key. */
export const WebhookMessage = Type.Object(
  {
    type: oneOf([...webhookKinds, 'test'], 'What happened'),
    /** When it happened, in UTC. */
    timestamp: Type.String({ format: 'date-time', maxLength: 40 }),
    data: Type.Object(
      {
        appointment_id: Type.Optional(Id),
        service_id: Type.Optional(Id),
        office_id: Type.Optional(Id),
        municipality_id: Type.Optional(Id),
        place_id: Type.Optional(nullable(Id)),
        channel: Type.Optional(oneOf(channels, 'How the meeting happens')),
        state: Type.Optional(oneOf(appointmentStates, 'How it stood after that')),
        starts_at: Type.Optional(nullable(Instant)),
        previous_starts_at: Type.Optional(nullable(Instant)),
      },
      closed,
    ),
  },
  closed,
);

/** `failed`: the desk switched it off, because for days nothing could be delivered. */
export const webhookStates = ['on', 'off', 'failed'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** Why a delivery did not succeed, in one word that the page explains. */
export const webhookFailures = ['refused', 'redirected', 'gone', 'too-slow', 'unreachable', 'no-such-name', 'certificate', 'private-address', 'no-secret', 'switched-off'] as const;
export type WebhookFailure = (typeof webhookFailures)[number];

const Kinds = Type.Array(oneOf(webhookKinds, 'What it is told of'), { minItems: 1, maxItems: webhookKinds.length, uniqueItems: true });
const OfficeIds = nullable(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true, description: 'Only what belongs to these offices; null: of all' }));
const Name = Type.String({ format: 'text', minLength: 1, maxLength: 80 });
const Url = Type.String({ minLength: 1, maxLength: 1000, description: 'https, without name and password' });
const count = Type.Integer({ minimum: 0 });

/** Where another system is told what happens. The secret never comes out again. */
export const Webhook = Type.Object(
  {
    id: Id,
    name: Line,
    url: Type.String({ maxLength: 1000 }),
    kinds: Kinds,
    office_ids: OfficeIds,
    state: oneOf(webhookStates, 'Whether anything is sent'),
    revision: count,
    waiting_count: count,
    failed_count: count,
    /** More happened than may wait: the rest comes as soon as there is room. */
    is_behind: Type.Boolean(),
    /** Since when nothing was delivered, though it was tried. */
    failing_since: nullable(Instant),
    last_failure: nullable(oneOf(webhookFailures, 'Why not')),
    last_good_at: nullable(Instant),
    /** Until then the former secret signs too. */
    former_secret_until: nullable(Instant),
    created_at: Instant,
  },
  closed,
);

export const WebhookList = Type.Object({ items: Type.Array(Webhook, { maxItems: 100 }) }, closed);
export const WebhookParams = Type.Object({ webhook_id: Id }, closed);
export const WebhookRequest = Type.Object({ name: Name, url: Url, kinds: Kinds, office_ids: Type.Optional(OfficeIds) }, closed);
export const WebhookChange = Type.Object(
  { revision: count, name: Type.Optional(Name), url: Type.Optional(Url), kinds: Type.Optional(Kinds), office_ids: Type.Optional(OfficeIds), state: Type.Optional(oneOf(['on', 'off'], 'Switched on or off by hand')) },
  closed,
);

/** The only answer that ever holds the secret. */
export const WebhookMade = Type.Object({ webhook: Webhook, secret: Type.String({ maxLength: 200, description: 'Shown this once; `whsec_` and base64' }) }, closed);

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What was sent, or is to be, and how it went the last time. */
export const WebhookDelivery = Type.Object(
  {
    id: Id,
    /** `webhook-id`: the same at every try. */
    message_id: Line,
    kind: oneOf([...webhookKinds, 'test'], 'What happened'),
    appointment_id: nullable(Id),
    state: oneOf(deliveryStates, 'How it stands'),
    attempts: count,
    created_at: Instant,
    last_at: nullable(Instant),
    /** The next try, while it waits. */
    next_at: nullable(Instant),
    status: nullable(Type.Integer({ minimum: 100, maximum: 999 })),
    failure: nullable(oneOf(webhookFailures, 'Why not')),
    duration_ms: nullable(count),
    /** How the answer begins, as text. */
    answer: nullable(Type.String({ maxLength: 1000 })),
    /** What was sent, as it was signed. */
    payload: Type.String({ maxLength: 4000 }),
  },
  closed,
);

export const WebhookDeliveryQuery = Type.Object({ ...ListQuery, state: Type.Optional(oneOf(deliveryStates, 'How it stands')) }, closed);

export const WebhookTest = Type.Object(
  { works: Type.Boolean(), status: nullable(Type.Integer({ minimum: 100, maximum: 999 })), failure: nullable(oneOf(webhookFailures, 'Why not')), duration_ms: nullable(count), answer: nullable(Type.String({ maxLength: 1000 })) },
  closed,
);

/** One delivery, or all that failed since a day. */
export const WebhookReplay = Type.Union([Type.Object({ delivery_id: Id }, closed), Type.Object({ failed_since: Day }, closed)]);
export const WebhookReplayed = Type.Object({ count }, closed);

export type Webhook = Type.Static<typeof Webhook>;
export type WebhookRequest = Type.Static<typeof WebhookRequest>;
export type WebhookChange = Type.Static<typeof WebhookChange>;
export type WebhookMade = Type.Static<typeof WebhookMade>;
export type WebhookMessage = Type.Static<typeof WebhookMessage>;
export type WebhookDelivery = Type.Static<typeof WebhookDelivery>;
export type WebhookDeliveryQuery = Type.Static<typeof WebhookDeliveryQuery>;
export type WebhookTest = Type.Static<typeof WebhookTest>;
export type WebhookReplay = Type.Static<typeof WebhookReplay>;
