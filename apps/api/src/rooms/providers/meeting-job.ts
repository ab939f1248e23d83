import { and, eq, gt, inArray, lte, or } from 'drizzle-orm';
import { repeat } from '../../background/repeat.ts';
import type { Rounds } from '../../background/rounds.ts';
import { carryOut, type CarryOutDeps } from './carry-out.ts';
import { type ConnectionRow, currentId, isInUse, readConnection, readConnectionOf } from './connection.ts';
import { checkHealth, noteHealth } from './health.ts';
import { keptInSightMilliseconds, noteWanted, readDueMeetings, takeDueMeeting } from './meeting-rows.ts';
import type { Vendors } from './vendors.ts';

export interface MeetingJobDeps extends CarryOutDeps {
  readonly vendors: Vendors;
  readonly log: { warn(about: object, message: string): void };
  readonly rounds?: Rounds | undefined;
}

export interface MeetingJob {
  /** Looks what is wanted, and does all that is due at this moment. */
  runOnce(): Promise<void>;
  wake(): void;
  /** Ends what is under way at once; it is done by the next process that looks. */
  stop(): Promise<void>;
}

const lookEveryMilliseconds = 15_000;
const atOnce = 4;
/** A vendor that works is asked so often whether it still does, one that does not so often whether it does again. */
const checkedEveryMilliseconds = { ready: 60 * 60_000, failing: 60_000 };

/**
 * Keeps the meetings at the vendor's in step with the appointments: made, moved, taken away, and looked back at. It works beside
 * the bookings, so that a vendor that is down delays none. Any number of processes share the work. `pollMs` null: only `runOnce`.
 */
export function startMeetings(deps: MeetingJobDeps, { pollMs = lookEveryMilliseconds }: { readonly pollMs?: number | null } = {}): MeetingJob {
  const { database, clock, vendors, log } = deps;
  const stopping = new AbortController();
  let checkedAt = -Infinity;

  async function runOnce(): Promise<void> {
    const current = await readConnection(database.read, database.tables);
    const used = isInUse(current) ? current : null;
    const isMadeAhead = used !== null && vendors.of(used)?.isMadeAhead === true;
    const wasUsedOnce = isMadeAhead || (await isAnythingKept());
    if (wasUsedOnce) {
      await noteWanted(database, used?.provider ?? 'own', { isMadeAhead }, clock.now());
      await doAllDue();
      await forgetLeft();
    }
    if (used) await checkNow(used);
  }

  /** Most unions never had a meeting made elsewhere: they are not looked at. */
  async function isAnythingKept(): Promise<boolean> {
    const { vendorMeetings } = database.tables;
    const [any] = await database.read.select({ id: vendorMeetings.id }).from(vendorMeetings).limit(1);
    return any !== undefined;
  }

  async function doAllDue(): Promise<void> {
    const due = await readDueMeetings(database, clock.now());
    const next = async (): Promise<void> => {
      for (let id = due.shift(); id !== undefined && !stopping.signal.aborted; id = due.shift()) await doOne(id).catch(report);
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  async function doOne(id: string): Promise<void> {
    const meeting = await takeDueMeeting(database, id, clock.now());
    if (!meeting) return;
    const connection = await readConnectionOf(database, meeting.row.provider);
    const vendor = connection && vendors.of(connection);
    if (!vendor) return postpone(id);
    const answer = await carryOut(deps, vendor, meeting, stopping.signal);
    if (connection.id === currentId) await noteHealth(deps, connection, answer.ok ? null : answer.failure);
  }

  /** Nobody can be asked now: an administrator has to connect first. */
  async function postpone(id: string): Promise<void> {
    const { vendorMeetings } = database.tables;
    await database.write((tx) => tx.update(vendorMeetings).set({ lockedUntil: null, dueAt: clock.now() + checkedEveryMilliseconds.failing, failure: 'reconnect' }).where(eq(vendorMeetings.id, id)));
  }

  /** What was left is forgotten, secrets and all, once nothing of ours lies there any more or it was connected anew, or after a week. */
  async function forgetLeft(): Promise<void> {
    const { videoConnections, vendorMeetings, appointments } = database.tables;
    const now = clock.now();
    const left = await database.read.select().from(videoConnections).where(eq(videoConnections.state, 'leaving'));
    if (left.length === 0) return;
    const isOpen = or(inArray(vendorMeetings.state, ['wanted', 'failed', 'unwanted']), and(eq(vendorMeetings.state, 'ready'), gt(appointments.endsAt, now - keptInSightMilliseconds)));
    const open = await database.read.select({ provider: vendorMeetings.provider }).from(vendorMeetings).innerJoin(appointments, eq(appointments.id, vendorMeetings.appointmentId)).where(isOpen).limit(1);
    const used = await readConnection(database.read, database.tables);
    const isReplaced = used !== null && used.refreshToken !== null; // by the same vendor, connected anew
    const done = left.filter(({ changedAt }) => isReplaced || open.length === 0 || changedAt < now - keptInSightMilliseconds);
    if (done.length === 0) return;
    await database.write(async (tx) => {
      const isAsRead = inArray(videoConnections.id, done.map(({ id }) => id));
      await tx.delete(videoConnections).where(and(isAsRead, eq(videoConnections.state, 'leaving')));
      await tx.update(vendorMeetings).set({ state: 'gone', reference: null }).where(and(eq(vendorMeetings.state, 'unwanted'), lte(vendorMeetings.createdAt, now - keptInSightMilliseconds)));
    });
  }

  async function checkNow(used: ConnectionRow): Promise<void> {
    const now = clock.now();
    const every = used.state === 'failing' ? checkedEveryMilliseconds.failing : checkedEveryMilliseconds.ready;
    if (used.state === 'to-reconnect' || now - Math.max(checkedAt, used.lastGoodAt ?? -Infinity) < every) return;
    checkedAt = now;
    await checkHealth(deps, used, stopping.signal).catch(report);
  }

  function report(error: unknown): void {
    if (!stopping.signal.aborted) log.warn({ name: error instanceof Error ? error.name : 'error' }, 'a meeting elsewhere could not be looked after');
  }

  const looking = pollMs === null ? null : repeat(runOnce, { job: 'meetings', rounds: deps.rounds, every: pollMs, clock, trouble: 'meetings elsewhere could not be looked for', log });
  return {
    runOnce,
    wake: () => looking?.wake(),
    async stop() {
      stopping.abort();
      await looking?.stop();
    },
  };
}
