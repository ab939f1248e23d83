import { changeRetention, createRetentionHold, endRetentionHold, type RetentionHold, type RetentionState, showRetention, showRetentionForecast } from '@sportello/contract';
import { desc, inArray } from 'drizzle-orm';
import { instantWriter } from '../appointments/wire.ts';
import { dayOf, type Directory } from '../directory/directory.ts';
import { inLanguage } from '../directory/in-language.ts';
import type { App } from '../http/app.ts';
import { requireFreshSignIn, staffOf } from '../identity/staff-member.ts';
import type { RetentionDeps } from './deps.ts';
import { forecastRetention } from './forecast.ts';
import { endHold, type Hold, holdPerson, holdsOn } from './holds.ts';
import { periodsOf } from './periods.ts';
import { switchRetention } from './switch.ts';
import type { Run } from './turn.ts';

const runsShown = 60;

/** For how long data are kept: the rules, a dry run, whether they are applied, and what was done. Figures are about nobody, so looking at them leaves no trace. */
export function retentionRoutes(api: App, deps: Omit<RetentionDeps, 'secrets'>): void {
  const { database, clock, directory } = deps;

  api.route({ ...showRetention, handler: () => stateOf() });
  api.route({ ...showRetentionForecast, handler: () => forecastRetention(deps) });

  api.route({
    ...changeRetention,
    handler: async (request) => {
      requireFreshSignIn(staffOf(request), clock.now());
      await switchRetention(deps, staffOf(request), request.body);
      return stateOf();
    },
  });

  api.route({
    ...createRetentionHold,
    handler: async (request, reply) => {
      const hold = await holdPerson(deps, staffOf(request), request.body);
      return reply.code(201).send(holdOnWire(await directory.current(), hold, await namesOf([hold.staffId])));
    },
  });

  api.route({
    ...endRetentionHold,
    handler: async (request, reply) => {
      await endHold(deps, staffOf(request), request.params.hold_id);
      return reply.code(204).send(null);
    },
  });

  async function stateOf(): Promise<RetentionState> {
    const known = await directory.current();
    const { retentionSwitch, retentionRuns } = database.tables;
    const [present] = await database.read.select().from(retentionSwitch);
    const runs = await database.read.select().from(retentionRuns).orderBy(desc(retentionRuns.day)).limit(runsShown);
    const holds = await holdsOn(database, dayOf(known, clock.now()));
    const names = await namesOf([...(present ? [present.staffId] : []), ...holds.map(({ staffId }) => staffId)]);
    const { messages, texts, trail, access } = periodsOf(known.union);
    return {
      is_on: present?.isOn ?? false,
      revision: present?.revision ?? 0,
      changed_at: present ? instantWriter(known)(present.changedAt) : null,
      staff_name: present ? (names.get(present.staffId) ?? null) : null,
      messages_months: messages,
      texts_months: texts,
      trail_months: trail,
      access_months: access,
      services: [...known.services.values()].map(({ id, name, retentionMonths }) => ({ service_id: id, service_name: inLanguage(name, 'it'), months: retentionMonths })),
      runs: runs.map((run) => runOnWire(known, run)),
      holds: holds.map((hold) => holdOnWire(known, hold, names)),
    };
  }

  async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { staff } = database.tables;
    const rows = ids.length === 0 ? [] : await database.read.select().from(staff).where(inArray(staff.id, [...ids]));
    return new Map(rows.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  }
}

function runOnWire(directory: Directory, { id, day, startedAt, endedAt, people, appointments, messages, texts, failures }: Run): RetentionState['runs'][number] {
  const write = instantWriter(directory);
  return { id, day, started_at: write(startedAt), ended_at: endedAt === null ? null : write(endedAt), people, appointments, messages, texts, failures };
}

function holdOnWire(directory: Directory, { id, personId, until, reason, staffId, createdAt }: Hold, names: ReadonlyMap<string, string>): RetentionHold {
  return { id, person_id: personId, until, reason, staff_name: names.get(staffId) ?? null, created_at: instantWriter(directory)(createdAt) };
}
