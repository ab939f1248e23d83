import { type FirstSteps, joinMunicipalities as joinRoute, listItalianComuni, showFirstSteps } from '@sportello/contract';
import { localDay } from '@sportello/scheduling';
import type { Database } from '../../database/database.ts';
import { pageOf } from '../../directory/page.ts';
import { readDirectoryRows } from '../../directory/read-rows.ts';
import type { App } from '../../http/app.ts';
import { staffOf } from '../../identity/staff-member.ts';
import type { AdministrationDeps } from '../deps.ts';
import { findComuni, provinceMeant } from '../italian-comuni/find.ts';
import { italianComuni } from '../italian-comuni/list.ts';
import { readRecords } from '../read-records.ts';
import { firstStepsOf } from './first-steps.ts';
import { joinMunicipalities } from './join-municipalities.ts';

/** From an empty database to the first service that citizens can book. */
export function firstStepRoutes(api: App, deps: AdministrationDeps): void {
  const { database, clock } = deps;

  api.route({ ...showFirstSteps, handler: () => readFirstSteps(database, clock.now()) });

  api.route({
    ...listItalianComuni,
    handler: async (request) => {
      const list = await italianComuni();
      const found = findComuni(list, request.query.q).map((comune) => ({ ...comune, id: comune.istatCode }));
      const { items, nextCursor } = pageOf(found, request.query);
      return {
        items: items.map(({ istatCode, cadastralCode, name, province, postalCode }) => ({ istat_code: istatCode, cadastral_code: cadastralCode, name, province, province_name: list.provinces.get(province) ?? province, postal_code: postalCode })),
        next_cursor: nextCursor,
        province: provinceMeant(list.provinces, request.query.q),
      };
    },
  });

  api.route({
    ...joinRoute,
    handler: async (request) => {
      const ids = await joinMunicipalities(deps, staffOf(request), request.body);
      return { items: (await readRecords(database, 'municipality')).filter(({ id }) => ids.includes(id)) };
    },
  });
}

async function readFirstSteps({ read, tables }: Database, now: number): Promise<FirstSteps> {
  const { openingRules, openingExceptions } = tables;
  const rows = await readDirectoryRows({ read, tables });
  const open = [
    ...(await read.selectDistinct({ id: openingRules.calendarId }).from(openingRules)),
    ...(await read.selectDistinct({ id: openingExceptions.calendarId }).from(openingExceptions)),
  ];
  const today = localDay(rows.unions[0]?.timeZone ?? 'Europe/Rome', Math.floor(now / 60_000));
  return firstStepsOf({ rows, openCalendars: new Set(open.map(({ id }) => id)), today });
}
