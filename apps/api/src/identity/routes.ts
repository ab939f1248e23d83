import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { createCaptcha } from '../http/captcha.ts';
import type { Sealing } from '../sealing.ts';
import type { Secrets } from '../secrets.ts';
import { accountRoutes } from './account-routes.ts';
import { memberRoutes } from './member-routes.ts';
import type { StaffProvider } from './oidc.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { registerSessionCookie, type SessionCookie } from './session-cookie.ts';
import { sessionRoutes } from './session-routes.ts';
import { sessionStore, type Sessions } from './sessions.ts';
import { signInOptionRoutes } from './sign-in-options.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { registerStaffDoor } from './staff-door.ts';
import { signInThrottle, type Throttle } from './throttle.ts';
import { staffLinkRoutes } from './staff-link-routes.ts';

/** What the ways in and the accounts are built from. */
export interface IdentityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
  readonly publicUrl: string;
  /** Whether the accounts of the demo may sign in with the password that the sign-in page shows. */
  readonly demo: boolean;
  /** The union's own provider of identities; null: the staff has accounts of the desk alone. */
  readonly provider?: StaffProvider | null;
  /** From where the live stream of the desk tells what changes after this. */
  readonly liveFrom: () => Promise<string>;
}

/** The same with what the door made for the staff's part of the API. */
export interface StaffDeps extends IdentityDeps {
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
}

/** Puts the door of the staff in front of this part of the API, and behind it who they are and how they get in. */
export async function identityRoutes(api: App, deps: IdentityDeps): Promise<void> {
  const cookie = await registerSessionCookie(api, deps);
  const sessions = sessionStore(deps);
  const captcha = createCaptcha({ key: deps.secrets.derivedKey('sign-in captcha'), now: () => deps.clock.now() });
  const throttle = signInThrottle({ ...deps, captcha });
  const staff: StaffDeps = { ...deps, cookie, sessions, throttle };
  registerStaffDoor(api, staff);
  signInRoutes(api, staff);
  sessionRoutes(api, staff);
  accountRoutes(api, staff);
  staffLinkRoutes(api, staff);
  memberRoutes(api, staff);
  signInOptionRoutes(api, staff);
  oidcRoutes(api, staff);
}
