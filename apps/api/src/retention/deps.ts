import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { Secrets } from '../secrets.ts';

export interface RetentionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
  readonly secrets: Pick<Secrets, 'digest'>;
}
