import * as Type from 'typebox';
import { Instant, Line, nullable, oneOf } from './common.ts';

const closed = { additionalProperties: false } as const;

/** Who says where mail goes: the demonstration keeps it, the installation's settings, an administrator in the browser, or nobody. */
export const mailSources = ['demo', 'environment', 'union', 'none'] as const;
export type MailSource = (typeof mailSources)[number];

/** `tls`: encrypted from the first byte; `starttls`: in the clear until the encryption begins, which is required; `none`: never. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** Ports that mail servers of the open internet listen on for those who hand mail in. */
export const mailPorts: readonly number[] = [25, 465, 587, 2525];

/** The steps of a conversation with a mail server, in their order. */
export const mailSteps = ['name', 'connection', 'encryption', 'sign-in', 'sender', 'recipient', 'message'] as const;
export type MailStep = (typeof mailSteps)[number];

/** Why a step failed, in one word that the page explains. */
export const mailFailures = [
  'unknown-name', 'private-address', 'refused-connection', 'no-answer', 'not-a-mail-server', 'broke-off', 'no-encryption', 'wrong-encryption',
  'certificate-expired', 'certificate-self-signed', 'certificate-other-name', 'certificate-unknown-issuer', 'certificate-invalid',
  'wrong-password', 'sign-in-not-offered', 'sign-in-needed', 'sender-refused', 'recipient-refused', 'message-refused',
] as const;
export type MailFailure = (typeof mailFailures)[number];

/** Where messages are handed in. The password goes in and never comes out. */
export const MailServer = Type.Object(
  {
    in_force: oneOf(mailSources, 'Who says where mail goes'),
    host: nullable(Line),
    port: nullable(Type.Integer({ minimum: 1, maximum: 65_535 })),
    /** null: there is no server, or the installation leaves it to the server whether to encrypt. */
    security: nullable(oneOf(mailSecurities, 'How the connection is encrypted')),
    user: nullable(Line),
    has_password: Type.Boolean(),
    sender_name: nullable(Line),
    sender_address: Line,
    reply_to: nullable(Line),
    /** Machines of a private network that the installation allows, by name. */
    private_hosts: Type.Array(Line, { maxItems: 100 }),
    changed_at: nullable(Instant),
    /** Rises with each change; 0: an administrator never set one. */
    revision: Type.Integer({ minimum: 0 }),
    /** Messages that could not be handed in and are tried again. */
    waiting_count: Type.Integer({ minimum: 0 }),
  },
  closed,
);

const address = Type.String({ format: 'email-address', minLength: 3, maxLength: 254 });
const settings = {
  host: Type.String({ format: 'host-name', minLength: 1, maxLength: 253, description: 'Name of the machine alone' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: oneOf(mailSecurities, 'How the connection is encrypted'),
  user: Type.Optional(Type.String({ minLength: 1, maxLength: 254, description: 'Left out: the server wants no sign-in' })),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description: 'Left out: the one that is kept, for the same server and user' })),
  sender_name: Type.Optional(Type.String({ format: 'line', minLength: 1, maxLength: 100 })),
  sender_address: address,
  reply_to: Type.Optional(address),
};

export const MailServerRequest = Type.Object({ revision: Type.Integer({ minimum: 0 }), ...settings }, closed);

/** `recipient` left out: whoever asks. */
export const MailTestRequest = Type.Object({ ...settings, recipient: Type.Optional(address) }, closed);

export const MailTest = Type.Object(
  {
    works: Type.Boolean(),
    recipient: Line,
    steps: Type.Array(
      Type.Object(
        {
          name: oneOf(mailSteps, 'What was tried'),
          state: oneOf(['done', 'failed', 'not-needed', 'not-reached'], 'How it went'),
          failure: nullable(oneOf(mailFailures, 'Why it failed')),
          /** The server's own words. */
          answer: nullable(Type.String({ maxLength: 500 })),
        },
        closed,
      ),
      { maxItems: 10 },
    ),
    certificate_until: nullable(Instant),
  },
  closed,
);

export type MailServer = Type.Static<typeof MailServer>;
export type MailServerRequest = Type.Static<typeof MailServerRequest>;
export type MailTestRequest = Type.Static<typeof MailTestRequest>;
export type MailTest = Type.Static<typeof MailTest>;
