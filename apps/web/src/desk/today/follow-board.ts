import type { Board, Delay, DeskAppointmentItem } from '@sportello/contract';
import { dayOf } from '../../format/dates.ts';
import type { LiveEvent } from '../../staff/live/live-event.ts';

/** The board after something happened; the same object where nothing of it changed; `stale` where only the server knows. */
export function followBoard(board: Board, event: LiveEvent): Board | 'stale' {
  switch (event.name) {
    case 'appointment':
      return isRequestOfAnotherDay(board, event.data) ? 'stale' : withItem(board, event.data);
    case 'gone':
      return withoutItem(board, event.data.id);
    case 'delay':
      return withDelay(board, event.data);
    case 'calendar':
    case 'reload':
    case 'over':
      return board;
    default:
      return event satisfies never;
  }
}

/** An older state than the one shown is passed over: the answer of a change and the stream's word of it come in any order. */
function withItem(board: Board, item: DeskAppointmentItem): Board {
  const shown = board.items.find(({ id }) => id === item.id);
  if (shown && shown.revision > item.revision) return board;
  const pending_count = board.pending_count + count(item) - (shown ? count(shown) : 0);
  if (dayOfItem(item) !== board.day) return shown ? { ...withoutItem(board, item.id), pending_count } : board;
  // The stream is shared by tabs that may be read in different languages.
  const known = shown ?? board.items.find(({ service_id }) => service_id === item.service_id);
  const others = board.items.filter(({ id }) => id !== item.id);
  const items = [...others, { ...item, service_name: known?.service_name ?? item.service_name }].sort(byTime);
  return { ...board, items, pending_count };
}

/** It may be counted already, or not. */
function isRequestOfAnotherDay(board: Board, item: DeskAppointmentItem): boolean {
  return item.state === 'pending' && dayOfItem(item) !== board.day;
}

function count({ state }: DeskAppointmentItem): number {
  return state === 'pending' ? 1 : 0;
}

function withoutItem(board: Board, id: string): Board {
  return board.items.some((item) => item.id === id) ? { ...board, items: board.items.filter((item) => item.id !== id) } : board;
}

/** Of two announcements the later one holds; no minutes take it back. */
function withDelay(board: Board, delay: Delay): Board {
  const shown = board.delays.find(({ calendar_id }) => calendar_id === delay.calendar_id);
  if (shown && shown.announced_at > delay.announced_at) return board;
  if (dayOf(delay.announced_at) !== board.day) return board;
  const others = board.delays.filter((one) => one !== shown);
  return { ...board, delays: delay.minutes === 0 ? others : [...others, delay] };
}

/** The day on whose board it stands: that of its time, or of the arrival of who came without one. */
function dayOfItem({ starts_at, arrived_at }: DeskAppointmentItem): string | null {
  const when = starts_at ?? arrived_at;
  return when && dayOf(when);
}

/** As the board says it: by time, and last who waits without one, by arrival. */
function byTime(one: DeskAppointmentItem, other: DeskAppointmentItem): number {
  if ((one.starts_at === null) !== (other.starts_at === null)) return one.starts_at === null ? 1 : -1;
  return millisecondsOf(one) - millisecondsOf(other) || (one.id < other.id ? -1 : 1);
}

function millisecondsOf({ starts_at, arrived_at }: DeskAppointmentItem): number {
  return Date.parse(starts_at ?? arrived_at ?? '') || 0;
}
