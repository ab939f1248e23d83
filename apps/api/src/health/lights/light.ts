import type { LightState } from '@sportello/contract';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { ClamdAddress } from '../../files/scanner/clamd.ts';
import type { MailSettings } from '../../notifications/mail-server/present-settings.ts';
import type { Sealing } from '../../sealing.ts';

/** What lights look with. */
export interface LightDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly mail: MailSettings;
  readonly directory: { current(): Promise<{ readonly union: { readonly timeZone: string } }> };
  readonly publicUrl: string;
  readonly version: string;
  readonly demo: boolean;
  readonly clamd: ClamdAddress | null;
  /** Folders of this machine that the installation writes to. */
  readonly folders: readonly string[];
  readonly diskFreeMegabytes: number;
  /** Keys that nobody drew by chance are in use. */
  readonly hasGuessableKeys: boolean;
}

/** What a light found. Values whose name ends in `_at` are instants, in epoch milliseconds. */
export interface Finding {
  readonly state: LightState;
  /** Which sentence of the page says it. */
  readonly says: string;
  readonly values?: Readonly<Record<string, string | number | null>>;
  /** Since when, where that is known; left out: since it was first seen so. */
  readonly since?: number | null;
}

/** One thing to look at. A new one needs a line in all-lights.ts and its words in the page's messages. */
export interface LightCheck {
  readonly name: string;
  /** A finding that is younger is not looked for again. */
  readonly freshMilliseconds: number;
  /** After so long nobody waits any more, and the light says that it is not known. */
  readonly timeoutMilliseconds: number;
  /** Sentences that the watch does not tell administrators: they had a mail of their own about it, or the desk deals with it. */
  readonly toldElsewhere?: readonly string[];
  /** May throw: then it is not known. */
  look(deps: LightDeps): Promise<Finding>;
}

/** What only asks our own database. */
export const quick = { freshMilliseconds: 8_000, timeoutMilliseconds: 5_000 } as const;
/** What asks other machines. */
export const slow = { freshMilliseconds: 10 * 60_000, timeoutMilliseconds: 20_000 } as const;

const dayMilliseconds = 24 * 3_600_000;

/** How a certificate stands that holds until then. Certificates renew themselves weeks before: one that did not is in trouble. Pure. */
export function certificateState(until: number, now: number): { readonly state: LightState; readonly days: number } {
  const days = Math.floor((until - now) / dayMilliseconds);
  return { days, state: days < 3 ? 'bad' : days < 14 ? 'attention' : 'good' };
}
