import type { ConnectionFailure, RoomRole, VideoProvider } from '@sportello/contract';

/** Everybody but ourselves. */
export type VendorName = Exclude<VideoProvider, 'own'>;

/** An appointment as a vendor gets to know it: when, and a name of ours for it. Nothing about a person. */
export interface MeetingWish {
  readonly appointmentId: string;
  /** Raised when the time changes. */
  readonly sequence: number;
  /** What the vendor's own list of meetings says, such as `Appuntamento K7QM-3XRT`. */
  readonly title: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The meeting of an appointment at a vendor's. `reference`: what the vendor calls it, as the connector wrote it; secret. */
export interface VendorRoom {
  readonly wish: MeetingWish;
  readonly reference: string;
}

/** Who comes, as the others see them. `key` is the same whenever the same person comes again, and tells nothing of them. */
export interface MeetingPerson {
  readonly role: RoomRole;
  readonly name: string;
  readonly key: string;
}

export type VendorAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `retryAfterMilliseconds`: how long the vendor wants to be left alone, where it says so. */
  | { readonly ok: false; readonly failure: ConnectionFailure; readonly retryAfterMilliseconds: number | null };

export type VendorFailure = Extract<VendorAnswer<unknown>, { ok: false }>;

/** One stay of somebody who was in a meeting; epoch milliseconds. Who it was is not told. */
export interface Attendance {
  readonly isHost: boolean;
  readonly joinedAt: number;
  readonly leftAt: number;
}

/**
 * What a vendor of meetings can do for us. Whatever goes wrong at the vendor's is an answer, with a failure that a page can
 * explain; nothing here throws but when `signal` ends it. Addresses are secrets of one click: nobody keeps them.
 */
export interface Vendor {
  readonly name: VendorName;
  /** Meetings have to be made before; else they come to be when somebody enters. */
  readonly isMadeAhead: boolean;
  /** Asks something harmless with the settings as they are kept; answers with whose account it is, where the vendor says so. */
  health(signal: AbortSignal): Promise<VendorAnswer<{ readonly account: string | null }>>;
  /**
   * The meeting of this appointment: the one that is there, else a new one. `reference`: the one that was made before;
   * `isRepeated`: an earlier try may have made one without our knowing.
   */
  ensureRoom(wish: MeetingWish, before: { readonly reference: string | null; readonly isRepeated: boolean }, signal: AbortSignal): Promise<VendorAnswer<VendorRoom>>;
  /** Where somebody of the staff goes: as the one who leads. */
  staffAddress(room: VendorRoom, person: MeetingPerson, signal: AbortSignal): Promise<VendorAnswer<string>>;
  /** Where everybody else goes. */
  citizenAddress(room: VendorRoom, person: MeetingPerson, signal: AbortSignal): Promise<VendorAnswer<string>>;
  /** The same meeting at the time that the wish says now; one that is gone is made anew. */
  move(room: VendorRoom, signal: AbortSignal): Promise<VendorAnswer<VendorRoom>>;
  /** Takes it away; one that is gone is fine. */
  remove(room: VendorRoom, signal: AbortSignal): Promise<VendorAnswer<null>>;
  /** Who was there, once it is over; only where the vendor knows. */
  attendance?(room: VendorRoom, signal: AbortSignal): Promise<VendorAnswer<readonly Attendance[]>>;
}

export function answered<Value>(value: Value): VendorAnswer<Value> {
  return { ok: true, value };
}

export function failed(failure: ConnectionFailure, retryAfterMilliseconds: number | null = null): VendorFailure {
  return { ok: false, failure, retryAfterMilliseconds };
}
