import { type Agenda, ApiProblem, type DeskAppointmentItem, moveDeskAppointment, showAgenda, showBoard } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { staffCall, staffKey } from '../../staff/staff-call.ts';
import { withItem } from './follow-agenda.ts';
import type { AgendaCalendar, Column, Thing } from './grid.ts';
import { instantAt, minutesADay, wallTimeOf } from './wall-time.ts';

/** Where an appointment is to go. */
export interface Target {
  readonly day: string;
  readonly minute: number;
  readonly calendar: AgendaCalendar;
}

/** What stands against a target, before the server is asked: it refuses what is taken, and everything else is only said. */
export interface Judgement {
  readonly taken: Thing | null;
  readonly isPast: boolean;
  readonly isOutside: boolean;
  /** The place where that calendar receives then, where it is another one. */
  readonly otherPlaceId: string | null;
}

export function canMove({ state, starts_at }: DeskAppointmentItem): boolean {
  return starts_at !== null && (state === 'confirmed' || state === 'pending');
}

export function durationOf({ starts_at, ends_at }: DeskAppointmentItem): number {
  return starts_at && ends_at ? Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000) : 0;
}

export function judge(item: DeskAppointmentItem, minute: number, column: Column, nowInstant: number): Judgement {
  const [start, end] = [minute, minute + durationOf(item)];
  const [from, to] = [start - item.buffer_before_minutes, end + item.buffer_after_minutes];
  const taken = column.things.find((thing) => thing.from < to && thing.to > from && !(thing.kind === 'appointment' && thing.item.id === item.id)) ?? null;
  const pieces = column.calendar.open.filter(({ channels }) => channels === null || channels.includes(item.channel)).filter((piece) => wallTimeOf(piece.starts_at).day === column.day);
  const around = pieces.filter((piece) => wallTimeOf(piece.starts_at).minute <= start && endMinuteOf(piece, column.day) >= end);
  const samePlace = around.some(({ place_id }) => item.channel !== 'desk' || place_id === null || place_id === item.place_id);
  return {
    taken,
    isPast: Date.parse(instantAt(column.day, minute)) < nowInstant,
    isOutside: around.length === 0,
    otherPlaceId: samePlace ? null : (around[0]?.place_id ?? null),
  };
}

function endMinuteOf({ ends_at }: { readonly ends_at: string }, day: string): number {
  const end = wallTimeOf(ends_at);
  return end.day === day ? end.minute : minutesADay;
}

interface Move {
  readonly item: DeskAppointmentItem;
  readonly target: Target;
  readonly placeId: string | null;
  readonly outsideHours: boolean;
  readonly tell: boolean;
}

/** Moves it, and shows it where it is now wherever it is shown. */
export async function sendMove({ item, target, placeId, outsideHours, tell }: Move): Promise<DeskAppointmentItem> {
  const moved = await staffCall(moveDeskAppointment, {
    params: { appointment_id: item.id },
    body: {
      revision: item.revision,
      starts_at: instantAt(target.day, target.minute),
      calendar_id: target.calendar.id,
      ...(placeId && { place_id: placeId }),
      ...(outsideHours && { outside_hours: true }),
      tell,
    },
  });
  keepItem(moved);
  return moved;
}

/** Puts it where it was. Whoever was told that it moved is told again; that it lay outside the hours is no reason to refuse it now. */
export async function moveBack({ item, before, tell }: { readonly item: DeskAppointmentItem; readonly before: DeskAppointmentItem; readonly tell: boolean }): Promise<DeskAppointmentItem> {
  const [left] = before.calendar_ids.filter((id) => !item.calendar_ids.includes(id));
  const back = await staffCall(moveDeskAppointment, {
    params: { appointment_id: item.id },
    body: {
      revision: item.revision,
      starts_at: before.starts_at ?? '',
      calendar_id: left ?? before.calendar_ids[0] ?? null,
      ...(before.place_id && { place_id: before.place_id }),
      outside_hours: true,
      tell,
    },
  });
  keepItem(back);
  return back;
}

export function keepItem(item: DeskAppointmentItem): void {
  queryClient.setQueriesData<Agenda>({ queryKey: [staffKey, showAgenda.url] }, (agenda) => agenda && withItem(agenda, item));
  void queryClient.invalidateQueries({ queryKey: [staffKey, showBoard.url], refetchType: 'none' });
}

/** The appointment as it is now, where somebody else was faster. */
export function presentItemOf(error: unknown): DeskAppointmentItem | null {
  if (!(error instanceof ApiProblem) || error.problemName !== 'changed-meanwhile') return null;
  return (error.problem as { readonly appointment?: DeskAppointmentItem } | null)?.appointment ?? null;
}
