import type { CalendarStore } from '../calendars/calendar-store.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { DirectoryStore } from '../directory/store.ts';

export interface AdministrationDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
  readonly calendars: CalendarStore;
}
