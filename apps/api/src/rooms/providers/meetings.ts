import type { ConnectionFailure, RoomRole, VideoProvider } from '@sportello/contract';
import { setTimeout as rest } from 'node:timers/promises';
import type { Timed } from '../../appointments/appointment.ts';
import { newId } from '../../database/id.ts';
import { type CarryOutDeps, makeMeeting } from './carry-out.ts';
import { type ConnectionRow, isInUse, readConnection } from './connection.ts';
import { noteHealth } from './health.ts';
import { takeMeetingOf, wishOf } from './meeting-rows.ts';
import { failed, type MeetingPerson, type Vendor, type VendorAnswer, type VendorName, type VendorRoom } from './provider.ts';
import type { Vendors } from './vendors.ts';

/** Where somebody goes. The own room needs nobody else: it never fails, and its address is our page. */
export type MeetingPlace =
  | { readonly ok: true; readonly provider: 'own'; readonly url: null }
  | { readonly ok: true; readonly provider: VendorName; readonly url: string }
  /** The vendor cannot be used now: everybody meets in the own room instead. */
  | { readonly ok: false; readonly provider: VendorName; readonly failure: ConnectionFailure };

/** What the union meets with by video, for the rooms. */
export interface Meetings {
  /** What is used now; while a vendor waits to be connected, the own room. */
  provider(): Promise<VideoProvider>;
  /**
   * Where this person goes for this appointment, fetched from the vendor for this one click; never to be kept, logged or sent
   * in a message. Whether they may go is decided before. Answers within eight seconds; throws only when the database does.
   */
  addressFor(appointment: Timed, person: MeetingPerson): Promise<MeetingPlace>;
}

export interface MeetingsDeps extends CarryOutDeps {
  readonly vendors: Vendors;
  /** Told when the server closes: nobody waits for what lies elsewhere then. */
  readonly closing: AbortSignal;
}

const patienceMilliseconds = 8_000;
const lookAgainMilliseconds = 200;
const staffRoles: readonly RoomRole[] = ['official', 'colleague'];

export function makeMeetings(deps: MeetingsDeps): Meetings {
  const { database, clock, vendors, closing } = deps;
  const { tables } = database;

  async function addressAt(vendor: Vendor, appointment: Timed, person: MeetingPerson, signal: AbortSignal): Promise<VendorAnswer<string>> {
    const room = vendor.isMadeAhead ? await roomAhead(vendor, appointment, signal) : await vendor.ensureRoom(wishOf(appointment), { reference: null, isRepeated: false }, signal);
    if (!room.ok) return room;
    return staffRoles.includes(person.role) ? vendor.staffAddress(room.value, person, signal) : vendor.citizenAddress(room.value, person, signal);
  }

  /** The meeting that the job has made, or should have: then it is made now. One that another process has in hand is waited for. */
  async function roomAhead(vendor: Vendor, appointment: Timed, signal: AbortSignal): Promise<VendorAnswer<VendorRoom>> {
    await noteOne(vendor.name, appointment);
    for (;;) {
      const meeting = await takeMeetingOf(database, appointment.id, vendor.name, clock.now());
      // It is asked for even where it was made: somebody may have taken it away at the vendor's.
      if (meeting) return makeMeeting(deps, vendor, meeting, signal);
      await rest(lookAgainMilliseconds, undefined, { signal });
    }
  }

  async function noteOne(provider: VendorName, { id: appointmentId }: Timed): Promise<void> {
    const now = clock.now();
    const row = { id: newId(), appointmentId, provider, state: 'wanted' as const, dueAt: now, createdAt: now };
    await database.write((tx) => tx.insert(tables.vendorMeetings).values(row).onConflictDoNothing());
  }

  return {
    async provider() {
      const row = await readConnection(database.read, tables);
      return isInUse(row) ? row.provider : 'own';
    },

    async addressFor(appointment, person) {
      const row = await readConnection(database.read, tables);
      if (!isInUse(row)) return { ok: true, provider: 'own', url: null };
      const answer = await within(patienceMilliseconds, (signal) => ask(row, appointment, person, signal));
      await noteHealth(deps, row, answer.ok ? null : answer.failure);
      return answer.ok ? { ok: true, provider: row.provider, url: answer.value } : { ok: false, provider: row.provider, failure: answer.failure };
    },
  };

  async function ask(row: ConnectionRow, appointment: Timed, person: MeetingPerson, signal: AbortSignal): Promise<VendorAnswer<string>> {
    if (row.state === 'to-reconnect') return failed('reconnect');
    const vendor = vendors.of(row);
    return vendor ? addressAt(vendor, appointment, person, signal) : failed('wrong-secret');
  }

  /** Whoever stands before a door does not wait any longer. */
  async function within<Value>(milliseconds: number, work: (signal: AbortSignal) => Promise<VendorAnswer<Value>>): Promise<VendorAnswer<Value>> {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(milliseconds)]);
    try {
      return await work(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return failed(closing.aborted ? 'unreachable' : 'too-slow');
    }
  }
}
