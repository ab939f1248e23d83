import { listMemberCalendars } from '@sportello/contract';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import { findMember } from '../identity/find-member.ts';
import type { AdministrationDeps } from './deps.ts';
import { calendarsOf } from './member-calendars.ts';

/** Which calendars are whose: where people are given one, or leave. */
export function memberCalendarRoutes(api: App, { database, directory, clock }: Pick<AdministrationDeps, 'database' | 'directory' | 'clock'>): void {
  api.route({
    ...listMemberCalendars,
    handler: async (request) => {
      const { member_id: id } = request.params;
      if (!(await findMember(database.read, database.tables, id))) throw problem('not-found');
      return { items: await calendarsOf(database, await directory.current(), id, clock.now()) };
    },
  });
}
