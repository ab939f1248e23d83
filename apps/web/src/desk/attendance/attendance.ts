import { type AttendanceState, callByPhone, type DeskAppointmentItem, markAttendance } from '@sportello/contract';
import { now } from '../../clock.ts';
import { showNow } from '../../staff/live/keep-current.ts';
import { detailOf, staffCall } from '../../staff/staff-call.ts';
import { troubleOf } from '../../trouble.ts';
import { deskNow } from '../desk-minute.ts';
import { findLastChange, type LastChange, presentItemOf } from './present-state.ts';

/** What is said beside an appointment until it is read. */
export type RowNote =
  | { readonly kind: 'not-saved'; readonly why: 'offline' | 'no-answer'; readonly wish: Wish }
  | { readonly kind: 'changed'; readonly by: LastChange | null }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'not-called' };

export interface RowState {
  readonly isBusy: boolean;
  readonly note: RowNote | null;
}

/** What was done last, with the way back while there is one. */
export interface Done {
  readonly what: AttendanceState | 'added' | 'outcome';
  readonly item: DeskAppointmentItem;
  readonly backTo: AttendanceState | null;
}

interface Wish {
  readonly item: DeskAppointmentItem;
  readonly to: AttendanceState;
}

const quiet: RowState = { isBusy: false, note: null };

export type Attendance = ReturnType<typeof createAttendance>;

/** What is under way and what is to be said of each appointment of a page; the appointments themselves are in the cache. */
export function createAttendance() {
  const rows = new Map<string, RowState>();
  const watchers = new Set<() => void>();
  let done: Done | null = null;
  let asked: DeskAppointmentItem | null = null;

  function put(id: string, state: RowState): void {
    rows.set(id, state);
    tell();
  }

  function finish(next: Done | null): void {
    done = next;
    tell();
  }

  /** Whose outcome is being written; above the rows, so that nothing typed is lost when a row moves. */
  function askOutcome(item: DeskAppointmentItem | null): void {
    asked = item;
    tell();
  }

  function tell(): void {
    for (const watch of watchers) watch();
  }

  /** A second press while the first is under way does nothing. */
  async function mark(item: DeskAppointmentItem, to: AttendanceState): Promise<void> {
    if (rows.get(item.id)?.isBusy) return;
    put(item.id, { isBusy: true, note: null });
    showNow(asMarked(item, to));
    try {
      const saved = await staffCall(markAttendance, { params: { appointment_id: item.id }, body: { state: to, revision: item.revision } });
      showNow(saved);
      put(item.id, quiet);
      finish({ what: to, item: saved, backTo: backFrom(item, to) });
    } catch (error) {
      await explain({ item, to }, error);
    }
  }

  /** What is shown is what the desk last said; nothing is taken for done. */
  async function explain(wish: Wish, error: unknown): Promise<void> {
    const { item, to } = wish;
    const present = presentItemOf(error);
    showNow(present ?? item);
    if (!present) return put(item.id, { isBusy: false, note: noteOf(wish, error) });
    // The same press, twice on its way or made by two people, is no trouble.
    if (present.state === to) return put(item.id, quiet);
    put(item.id, { isBusy: false, note: { kind: 'changed', by: await findLastChange(item.id) } });
  }

  async function call(item: DeskAppointmentItem): Promise<void> {
    if (rows.get(item.id)?.isBusy) return;
    put(item.id, { isBusy: true, note: null });
    try {
      const { phone, appointment } = await staffCall(callByPhone, { params: { appointment_id: item.id }, body: {} });
      showNow(appointment);
      put(item.id, { isBusy: false, note: { kind: 'phone', phone } });
      location.assign(`tel:${phone}`);
    } catch (error) {
      const { kind } = troubleOf(error);
      const note: RowNote = kind === 'offline' || kind === 'unavailable' ? { kind: 'not-called' } : { kind: 'refused', text: detailOf(asError(error)) };
      put(item.id, { isBusy: false, note });
    }
  }

  return {
    mark,
    call,
    finish,
    askOutcome,
    asked: () => asked,
    dismiss: (id: string) => put(id, quiet),
    rowOf: (id: string) => rows.get(id) ?? quiet,
    done: () => done,
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** As it will be, unless the desk says otherwise. */
function asMarked(item: DeskAppointmentItem, to: AttendanceState): DeskAppointmentItem {
  const at = new Date(deskNow()).toISOString();
  switch (to) {
    case 'confirmed':
      return { ...item, state: to, arrived_at: null, started_at: null, ended_at: null };
    case 'arrived':
      return { ...item, state: to, arrived_at: item.arrived_at ?? at, started_at: null };
    case 'in_progress':
      // Who came without an appointment gets a time only the desk can give.
      return item.starts_at === null ? item : { ...item, state: to, started_at: item.started_at ?? at, ended_at: null };
    case 'served':
    case 'missed':
      return { ...item, state: to, ended_at: at };
    default:
      return to satisfies never;
  }
}

/** Where a press on "undo" leads: where it stood. */
function backFrom({ state }: DeskAppointmentItem, to: AttendanceState): AttendanceState | null {
  const isStep = state === 'confirmed' || state === 'arrived' || state === 'in_progress' || state === 'served' || state === 'missed';
  return isStep && state !== to ? state : null;
}

function noteOf(wish: Wish, error: unknown): RowNote {
  const { kind } = troubleOf(error);
  if (kind === 'offline') return { kind: 'not-saved', why: navigator.onLine ? 'no-answer' : 'offline', wish };
  if (kind === 'unavailable' || kind === 'broken') return { kind: 'not-saved', why: 'no-answer', wish };
  return { kind: 'refused', text: detailOf(asError(error)) };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

const pressMilliseconds = 400;
const nearPixels = 8;
let lastPress = { x: -1000, y: -1000, at: 0 };

/**
 * Whether a press is the second half of a double one, on whatever has come to lie under the finger meanwhile; two presses of
 * a key have the same place.
 */
export function isSecondPress({ clientX: x, clientY: y }: { readonly clientX: number; readonly clientY: number }): boolean {
  const before = lastPress;
  lastPress = { x, y, at: now() };
  return lastPress.at - before.at < pressMilliseconds && Math.abs(x - before.x) <= nearPixels && Math.abs(y - before.y) <= nearPixels;
}
