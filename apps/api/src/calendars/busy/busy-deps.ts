import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import type { DirectoryStore } from '../../directory/store.ts';
import type { Sealing } from '../../sealing.ts';
import type { BusyReader } from './busy-reader.ts';

/** What the verbs on calendars elsewhere work with. */
export interface BusyDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
  readonly sealing: Sealing;
  readonly busy: BusyReader;
}

export type SourceRow = Readonly<Tables['busySources']['$inferSelect']>;

/** Where the address of a source is sealed. */
export function addressPlace(id: string): { table: string; column: string; id: string } {
  return { table: 'busy_sources', column: 'address', id };
}
