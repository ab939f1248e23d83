import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { Sealing } from '../sealing.ts';

export interface SystemsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
}

export interface WebhookDeps extends SystemsDeps {
  readonly sealing: Sealing;
  /** Names of machines of a private network that may be told (WEBHOOK_PRIVATE_HOSTS). */
  readonly privateHosts: readonly string[];
}
