import { setImmediate as turn } from 'node:timers/promises';
import { and, asc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { Fact, Matter } from './fact.ts';
import { factsOf, type Happening, tellingKinds } from './life.ts';

/** What is asked about; what is not named is not narrowed. */
export type Filter = { readonly [Name in keyof Matter]?: Matter[Name] | undefined };

interface Span {
  /** Epoch milliseconds; `before` is not in. */
  readonly from: number;
  readonly before: number;
}

/** So many lives at a time: requests that wait get their turn in between. */
const livesAtOnce = 400;

/**
 * Every fact that counts in a span of time, told to `tell` in no order. An appointment is read as a whole wherever one of its events,
 * or the time that one speaks of, lies in the span: only its whole life says what was taken back.
 */
export async function readFacts(database: Database, filter: Filter, span: Span, tell: (fact: Fact) => void): Promise<void> {
  const ids = await concerned(database, filter, span);
  for (let done = 0; done < ids.length; done += livesAtOnce) {
    for (const life of await livesOf(database, ids.slice(done, done + livesAtOnce))) {
      for (const fact of factsOf(life)) if (fact.at >= span.from && fact.at < span.before) tell(fact);
    }
    await turn();
  }
}

async function concerned({ read, tables: { events } }: Database, filter: Filter, { from, before }: Span): Promise<string[]> {
  const rows = await read
    .selectDistinct({ id: events.appointmentId })
    .from(events)
    .where(
      and(
        inArray(events.kind, [...tellingKinds]),
        or(and(gte(events.at, from), lt(events.at, before)), and(gte(events.newStartsAt, from), lt(events.newStartsAt, before))),
        ...narrowed(events, filter),
      ),
    );
  return rows.map(({ id }) => id);
}

function narrowed(events: Database['tables']['events'], { serviceId, channel, officeId, municipalityId }: Filter): (SQL | undefined)[] {
  return [
    serviceId === undefined ? undefined : eq(events.serviceId, serviceId),
    channel === undefined ? undefined : eq(events.channel, channel),
    officeId === undefined ? undefined : eq(events.officeId, officeId),
    municipalityId === undefined ? undefined : eq(events.municipalityId, municipalityId),
  ];
}

async function livesOf({ read, tables: { events } }: Database, ids: readonly string[]): Promise<Happening[][]> {
  const { at, kind, actor, newStartsAt, plannedMinutes, appointmentId, serviceId, channel, officeId, municipalityId } = events;
  const rows = await read
    .select({ at, kind, actor, newStartsAt, plannedMinutes, appointmentId, serviceId, channel, officeId, municipalityId })
    .from(events)
    .where(and(inArray(events.appointmentId, [...ids]), inArray(events.kind, [...tellingKinds])))
    .orderBy(asc(events.appointmentId), asc(events.at), asc(events.id));
  return [...Map.groupBy(rows, (row) => row.appointmentId).values()];
}
