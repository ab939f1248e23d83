import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Sealing } from '../../sealing.ts';
import type { Secrets } from '../../secrets.ts';
import { type AskSettings, askVendor } from './ask-vendor.ts';
import { bigBlueButton } from './bigbluebutton/bigbluebutton.ts';
import { type ConnectionRow, openSecret, type VendorSettings } from './connection.ts';
import { type GotoAuthentication, gotoAuthentication } from './goto/authentication.ts';
import { gotoCalls } from './goto/calls.ts';
import { goTo } from './goto/goto.ts';
import { gotoTokens } from './goto/tokens.ts';
import { jitsi } from './jitsi/jitsi.ts';
import type { MeetingWish, Vendor } from './provider.ts';
import { originOf } from './vendor-host.ts';

export interface VendorsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly sealing: Sealing;
  /** Names of machines that may lie in a private network (VIDEO_PRIVATE_HOSTS). */
  readonly privateHosts: readonly string[];
  readonly publicUrl: string;
  readonly version: string;
  /** Of one question to a vendor. */
  readonly timeoutMs?: number;
  readonly resolve?: AskSettings['resolve'];
}

/** Knows every vendor by what is kept of its connection. */
export interface Vendors {
  /** null: this row is none of a vendor, or its secret cannot be opened. */
  of(row: ConnectionRow): Vendor | null;
  /** For the way to the vendor and back; null: it needs none. */
  authenticationOf(row: ConnectionRow): GotoAuthentication | null;
}

export const gotoHosts = { authentication: 'authentication.logmeininc.com', api: 'api.getgo.com' } as const;

export function makeVendors(deps: VendorsDeps): Vendors {
  const { clock, sealing, secrets, privateHosts } = deps;
  const ask = askVendor({ ...deps, userAgent: `SportelloVirtuale/${deps.version} (+${deps.publicUrl})` });
  const tokens = gotoTokens(deps);
  const originFor = (host: string) => originOf(host, privateHosts);

  /** Of each time of an appointment its own, in small letters and digits. */
  function roomName({ appointmentId, sequence }: MeetingWish): string {
    return Buffer.from(secrets.digest('meeting at a vendor', `${appointmentId} ${sequence}`), 'base64url').subarray(0, 20).toString('hex');
  }

  function authenticationOf(row: ConnectionRow): GotoAuthentication | null {
    const settings = settingsOf(row);
    const clientSecret = openSecret(sealing, row, 'secret');
    if (settings?.provider !== 'gotomeeting' || clientSecret === null) return null;
    const host = settings.authentication_host ?? gotoHosts.authentication;
    return gotoAuthentication({ clientId: settings.client_id, clientSecret, host, origin: originFor(host), ask });
  }

  return {
    authenticationOf,
    of(row) {
      const settings = settingsOf(row);
      const secret = openSecret(sealing, row, 'secret');
      if (settings === null || secret === null) return null;
      switch (settings.provider) {
        case 'gotomeeting': {
          const authentication = authenticationOf(row);
          const host = settings.api_host ?? gotoHosts.api;
          return authentication && goTo({ account: row.account, call: gotoCalls({ host, rowId: row.id, ask, authentication, tokens }) });
        }
        case 'jitsi': {
          const { host, app_id: appId, audience = null, algorithm, key_id: keyId = null } = settings;
          return jitsi({ host, origin: originFor(host), appId, audience, algorithm, keyId, secret, ask, clock, roomName });
        }
        case 'bigbluebutton':
          return bigBlueButton({ host: settings.host, origin: originFor(settings.host), hash: settings.hash, secret, ask, meetingName: roomName });
        default:
          return settings satisfies never;
      }
    },
  };
}

/** What an administrator chose, as it was kept: without secrets. */
export function settingsOf({ provider, settings }: Pick<ConnectionRow, 'provider' | 'settings'>): VendorSettings | null {
  // change-connection.ts writes nothing else into `settings` than the request of that provider.
  return provider === 'own' ? null : ({ provider, ...settings } as VendorSettings);
}
