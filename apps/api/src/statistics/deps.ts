import type { CalendarStore } from '../calendars/calendar-store.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { DirectoryStore } from '../directory/store.ts';

export interface StatisticsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: DirectoryStore;
}

export type SamplingDeps = StatisticsDeps & { readonly calendars: CalendarStore };
