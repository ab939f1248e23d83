import type { BookingDeps } from '../appointments/deps.ts';
import type { Finder } from '../appointments/find.ts';
import type { GuessGuard } from '../http/guesses.ts';
import type { Idempotency } from '../http/idempotency.ts';
import type { InsideFinder } from '../rooms/inside.ts';
import type { Scanner } from './scanner/clamd.ts';
import type { FileStores } from './store/file-store.ts';
import type { Uploads } from './uploads.ts';

/** What the routes of papers work with; each names the part that it uses. */
export interface FileDeps extends BookingDeps {
  readonly stores: FileStores;
  /** null: content is not looked at for malware. */
  readonly scanner: Scanner | null;
  readonly uploads: Uploads;
  readonly find: Finder;
  readonly guesses: GuessGuard;
  readonly idempotency: Idempotency;
  readonly inside: InsideFinder;
}
