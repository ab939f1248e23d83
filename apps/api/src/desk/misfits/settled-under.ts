import { and, asc, eq, gte, inArray, lt, min, or } from 'drizzle-orm';
import { addDays, startOfDay } from '@sportello/scheduling';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/schema.ts';
import { isClosedBy } from '../../directory/closed-days.ts';
import { type Closure, dayOf, type Directory } from '../../directory/directory.ts';
import { isWithinReach } from '../../identity/reach.ts';
import type { StaffMember } from '../../identity/staff-member.ts';

type Event = Readonly<Tables['events']['$inferSelect']>;

/**
 * Ids of the appointments that lay under a closure and left it since it is there: moved, cancelled or refused, by whomever. Read from the log of events,
 * so that it is true however often somebody stops and goes on; who came back under it is among them too.
 */
export async function leftSince({ read, tables }: Database, directory: Directory, closure: Closure, staff: Pick<StaffMember, 'reach'>): Promise<ReadonlySet<string>> {
  const { events } = tables;
  const since = await firstKnown({ read, tables }, closure.id);
  const { timeZone } = directory.union;
  const [from, to] = [startOfDay(timeZone, closure.firstDay) * 60_000, startOfDay(timeZone, addDays(closure.lastDay, 1)) * 60_000];
  const stoodThere = or(
    and(eq(events.kind, 'moved'), gte(events.oldStartsAt, from), lt(events.oldStartsAt, to)),
    and(inArray(events.kind, ['cancelled', 'refused']), gte(events.newStartsAt, from), lt(events.newStartsAt, to)),
  );
  const left = await read.select().from(events).where(and(gte(events.at, since), stoodThere));
  const earlier = await eventsOf({ read, tables }, [...new Set(left.map(({ appointmentId }) => appointmentId))]);
  return new Set(left.filter((event) => isWithinReach(staff, event) && wasUnder(directory, closure, event, earlier)).map(({ appointmentId }) => appointmentId));
}

/** When the closure was made; 0 for one that was there before histories were kept. */
async function firstKnown({ read, tables: { recordVersions } }: Pick<Database, 'read' | 'tables'>, closureId: string): Promise<number> {
  const [row] = await read.select({ at: min(recordVersions.at) }).from(recordVersions).where(and(eq(recordVersions.kind, 'closure'), eq(recordVersions.recordId, closureId)));
  return Number(row?.at ?? 0);
}

async function eventsOf({ read, tables: { events } }: Pick<Database, 'read' | 'tables'>, ids: readonly string[]): Promise<readonly Event[]> {
  if (ids.length === 0) return [];
  return read.select().from(events).where(inArray(events.appointmentId, [...ids])).orderBy(asc(events.at), asc(events.id));
}

/** An event has the place as it is after it: before a move it was that of the event before. */
function wasUnder(directory: Directory, closure: Closure, event: Event, all: readonly Event[]): boolean {
  const ofOne = all.filter(({ appointmentId }) => appointmentId === event.appointmentId);
  const before = event.kind === 'moved' ? (ofOne[ofOne.findIndex(({ id }) => id === event.id) - 1] ?? event) : event;
  const startsAt = event.oldStartsAt ?? event.newStartsAt;
  return startsAt !== null && isClosedBy(directory, closure, { officeId: event.officeId, placeId: before.placeId, channel: event.channel }, dayOf(directory, startsAt));
}
