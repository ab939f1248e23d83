import * as Type from 'typebox';
import { permissionNames, roles } from '../permissions.ts';
import { Id, Instant, languages, Line, nullable, oneOf, optionalText } from './common.ts';

const closed = { additionalProperties: false } as const;

/** About what somebody of the desk wants to hear by mail. */
export const noticeKinds = ['new', 'moved', 'cancelled', 'unreachable', 'tomorrow'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const memberStates = ['invited', 'active', 'suspended'] as const;
export type MemberState = (typeof memberStates)[number];

/** How somebody proved who they are. */
export const proofs = ['password', 'totp', 'recovery_code', 'passkey', 'provider', 'link', 'demo'] as const;
export type Proof = (typeof proofs)[number];

export const secondFactors = ['totp', 'recovery_code', 'passkey'] as const;
export type SecondFactor = (typeof secondFactors)[number];

export const staffLinkKinds = ['first_admin', 'invitation', 'reset'] as const;
export type StaffLinkKind = (typeof staffLinkKinds)[number];

/** Why the way through the union's provider did not end in a session: `/scrivania/accesso?problema=...` */
export const providerProblems = ['provider-unavailable', 'provider-refused', 'provider-too-weak', 'sign-in-over', 'email-not-verified', 'no-account', 'account-suspended'] as const;
export type ProviderProblem = (typeof providerProblems)[number];

const RoleName = oneOf(roles, 'Role');
const language = oneOf(languages, 'Language of screens and messages');
const count = Type.Integer({ format: 'int32', minimum: 0, maximum: 1_000_000 });
const name = Type.String({ format: 'name', minLength: 1, maxLength: 200, description: '1 to 100 characters of any script' });
const email = Type.String({ format: 'email-address', minLength: 3, maxLength: 254 });
const password = Type.String({ minLength: 1, maxLength: 1000, description: 'As typed' });
const opaque = Type.String({ format: 'token', minLength: 1, maxLength: 400 });
const captcha = optionalText({ format: 'token', maxLength: 4000, description: 'Solution of the challenge that captcha-required gave' });

/** How far a role reaches: all offices, or those named; for a manager comuni too. Without meaning for admin and auditor, who reach everything. */
export const StaffScope = Type.Object(
  { all_offices: Type.Boolean(), office_ids: Type.Array(Id, { maxItems: 200 }), municipality_ids: Type.Array(Id, { maxItems: 200 }) },
  closed,
);

/** A JSON structure of WebAuthn Level 3 (PublicKeyCredential...JSON), passed through as the browser takes or gives it. */
export const WebAuthnJson = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true, description: 'JSON form of WebAuthn Level 3' });

export const SignInOptions = Type.Object(
  {
    /** Only in demo mode. */
    demo_accounts: Type.Array(
      Type.Object({ email: Line, password: Line, given_name: Line, family_name: Line, role: RoleName, office_names: Type.Array(Line, { maxItems: 200 }) }, closed),
      { maxItems: 50 },
    ),
    provider: nullable(Type.Object({ name: Line }, closed)),
  },
  closed,
);

export const SignInRequest = Type.Object({ email, password, captcha }, closed);

/** Either signed in, with the cookie of the session, or one step further. */
export const SignInAnswer = Type.Union([
  Type.Object({ state: Type.Literal('signed_in') }, closed),
  Type.Object(
    {
      state: Type.Literal('second_factor'),
      challenge: Type.String({ maxLength: 400, description: 'Names this sign-in for five minutes' }),
      factors: Type.Array(oneOf(secondFactors, 'What the account can show'), { maxItems: 3 }),
    },
    closed,
  ),
]);

export const SecondFactorRequest = Type.Object(
  { challenge: opaque, factor: oneOf(['totp', 'recovery_code'], 'Which code'), code: Type.String({ minLength: 1, maxLength: 40 }) },
  closed,
);

/** With a challenge: the second factor of that sign-in. Without: a passkey alone. */
export const PasskeySignInOptionsRequest = Type.Object({ challenge: Type.Optional(opaque) }, closed);
export const PasskeyOptions = Type.Object({ challenge: Type.String({ maxLength: 400 }), options: WebAuthnJson }, closed);
export const PasskeySignInRequest = Type.Object({ challenge: opaque, credential: WebAuthnJson }, closed);

export const PasswordResetRequest = Type.Object({ email, captcha }, closed);

export const StaffLinkRequest = Type.Object({ token: opaque }, closed);
/** What a link of an invitation, a reset or the first administrator is for. */
export const StaffLink = Type.Object(
  { kind: oneOf(staffLinkKinds, 'What it is for'), email: nullable(Line), given_name: nullable(Line), family_name: nullable(Line), role: nullable(RoleName), expires_at: Instant },
  closed,
);
/** E-mail and names are for the first administrator alone, and needed there. */
export const StaffLinkUse = Type.Object(
  { token: opaque, password, email: Type.Optional(email), given_name: Type.Optional(name), family_name: Type.Optional(name), language: Type.Optional(language) },
  closed,
);

export const Me = Type.Object(
  {
    id: Id,
    email: Line,
    given_name: Line,
    family_name: Line,
    language,
    role: RoleName,
    scope: StaffScope,
    permissions: Type.Array(oneOf(permissionNames, 'What the role lets do'), { maxItems: 100 }),
    notices: Type.Array(oneOf(noticeKinds, 'What is told by mail'), { maxItems: 20 }),
    system_notices: Type.Boolean({ description: 'An administrator is told by mail when something of the system is not well' }),
    is_demo: Type.Boolean(),
    second_factor: Type.Object({ totp: Type.Boolean(), passkeys: count, recovery_codes_left: count }, closed),
    has_password: Type.Boolean(),
    /** From where the live stream tells all that changes after this answer: its first `Last-Event-ID`. */
    live_from: Line,
    session: Type.Object(
      {
        id: Id,
        /** `enrolling`: nothing but setting up a second factor. */
        state: oneOf(['enrolling', 'open'], 'How far the session opens'),
        authenticated_at: Instant,
        idle_until: Instant,
        expires_at: Instant,
      },
      closed,
    ),
  },
  closed,
);

export const ProfileChange = Type.Object(
  {
    given_name: Type.Optional(name),
    family_name: Type.Optional(name),
    language: Type.Optional(language),
    notices: Type.Optional(Type.Array(oneOf(noticeKinds, 'What to tell by mail'), { maxItems: 20, uniqueItems: true })),
    system_notices: Type.Optional(Type.Boolean({ description: 'Tell by mail when something of the system is not well; of meaning to administrators alone' })),
  },
  closed,
);

/** The current one is left out by who has none yet. */
export const PasswordChange = Type.Object({ current_password: Type.Optional(password), new_password: password }, closed);

export const TotpEnrolment = Type.Object(
  { secret: Type.String({ maxLength: 100, description: 'Base32, to be typed' }), uri: Type.String({ maxLength: 500, description: 'otpauth: address, to be shown as a QR code' }) },
  closed,
);
export const TotpConfirmation = Type.Object({ code: Type.String({ minLength: 1, maxLength: 20 }) }, closed);
/** Shown this once. `null`: those given before stay valid. */
export const RecoveryCodes = Type.Object({ recovery_codes: nullable(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })) }, closed);

export const Passkey = Type.Object({ id: Id, name: Line, created_at: Instant, last_used_at: nullable(Instant), backed_up: Type.Boolean() }, closed);
const passkeyName = Type.String({ format: 'line', minLength: 1, maxLength: 100 });
export const NewPasskey = Type.Object({ challenge: opaque, name: passkeyName, credential: WebAuthnJson }, closed);
export const CreatedPasskey = Type.Object({ passkey: Passkey, recovery_codes: nullable(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })) }, closed);
export const PasskeyChange = Type.Object({ name: passkeyName }, closed);

export const StaffSession = Type.Object(
  {
    id: Id,
    is_current: Type.Boolean(),
    /** Browser and system in plain words, such as "Firefox su Windows". */
    device: Line,
    /** The network that it came from, its last part hidden. */
    network: Line,
    proofs: Type.Array(oneOf(proofs, 'What was shown'), { maxItems: 5 }),
    created_at: Instant,
    last_seen_at: Instant,
  },
  closed,
);

export const Member = Type.Object(
  {
    id: Id,
    email: Line,
    given_name: Line,
    family_name: Line,
    language,
    role: RoleName,
    scope: StaffScope,
    state: oneOf(memberStates, 'State of the account'),
    is_demo: Type.Boolean(),
    has_second_factor: Type.Boolean(),
    invited_at: nullable(Instant),
    invitation_expires_at: nullable(Instant),
    last_seen_at: nullable(Instant),
    revision: count,
  },
  closed,
);
export const NewMember = Type.Object({ email, given_name: name, family_name: name, language: Type.Optional(language), role: RoleName, scope: Type.Optional(StaffScope) }, closed);
/** `revision`: the one that was read; another means that somebody changed it meanwhile. */
export const MemberChange = Type.Object(
  {
    revision: count,
    given_name: Type.Optional(name),
    family_name: Type.Optional(name),
    role: Type.Optional(RoleName),
    scope: Type.Optional(StaffScope),
    state: Type.Optional(oneOf(['active', 'suspended'], 'Whether the person may sign in')),
  },
  closed,
);

/** A calendar of somebody, with what is booked in it from now on. */
export const MemberCalendar = Type.Object({ calendar_id: Id, appointments_ahead: count, next_starts_at: nullable(Instant) }, closed);

export type MemberCalendar = Type.Static<typeof MemberCalendar>;
export type StaffScope = Type.Static<typeof StaffScope>;
export type SignInOptions = Type.Static<typeof SignInOptions>;
export type SignInAnswer = Type.Static<typeof SignInAnswer>;
export type StaffLink = Type.Static<typeof StaffLink>;
export type StaffLinkUse = Type.Static<typeof StaffLinkUse>;
export type Me = Type.Static<typeof Me>;
export type ProfileChange = Type.Static<typeof ProfileChange>;
export type TotpEnrolment = Type.Static<typeof TotpEnrolment>;
export type Passkey = Type.Static<typeof Passkey>;
export type StaffSession = Type.Static<typeof StaffSession>;
export type Member = Type.Static<typeof Member>;
export type NewMember = Type.Static<typeof NewMember>;
export type MemberChange = Type.Static<typeof MemberChange>;
