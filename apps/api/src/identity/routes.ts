import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { Sealing } from '../sealing.ts';
import type { Secrets } from '../secrets.ts';
import { registerSessionCookie, type SessionCookie } from './session-cookie.ts';
import { sessionRoutes } from './session-routes.ts';
import { sessionStore, type Sessions } from './sessions.ts';
import { registerStaffDoor } from './staff-door.ts';

/** What the ways in and the accounts are built from. */
export interface IdentityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
  readonly publicUrl: string;
  /** Whether the accounts of the demo may sign in with the password that the sign-in page shows. */
  readonly demo: boolean;
}

/** The same with what the door made for the staff's part of the API. */
export interface StaffDeps extends IdentityDeps {
  readonly cookie: SessionCookie;
  readonly sessions: Sessions;
}

/** Puts the door of the staff in front of this part of the API, and behind it who they are and how they get in. */
export async function identityRoutes(api: App, deps: IdentityDeps): Promise<void> {
  const cookie = await registerSessionCookie(api, deps);
  const sessions = sessionStore(deps);
  const staff: StaffDeps = { ...deps, cookie, sessions };
  registerStaffDoor(api, staff);
  sessionRoutes(api, staff);
}
