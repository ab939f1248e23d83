import type { CalendarStore } from '../calendars/calendar-store.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { DirectoryStore } from '../directory/store.ts';
import type { Secrets } from '../secrets.ts';

/** What the verbs of this feature work with; each names the part that it uses. */
export interface BookingDeps {
  readonly database: Database;
  readonly calendars: CalendarStore;
  readonly directory: DirectoryStore;
  readonly clock: Clock;
  readonly secrets: Secrets;
}
