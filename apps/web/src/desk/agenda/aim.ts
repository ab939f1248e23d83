import type { DeskAppointmentItem } from '@sportello/contract';
import { type Column, type Frame, stepMinutes } from './grid.ts';
import { durationOf } from './moves.ts';

/** An appointment on its way: over which column of the table, and at which minute of its day. */
export interface Aim {
  readonly item: DeskAppointmentItem;
  readonly column: number;
  readonly minute: number;
  readonly by: 'keys' | 'pointer';
}

const minutesAnHour = 60;

/** Where a key leads an appointment: to whole steps, and not out of the table. Null: it leads no further, or is no such key. */
export function steer(aim: Aim, key: string, columns: readonly Column[], frame: Frame): Aim | null {
  const last = frame.first + frame.rows * stepMinutes - durationOf(aim.item);
  const minute = minuteAfter(aim.minute, key);
  if (minute !== null) return minute < frame.first || minute > last ? null : { ...aim, minute };
  const column = key === 'ArrowLeft' ? aim.column - 1 : key === 'ArrowRight' ? aim.column + 1 : -1;
  return columns[column] ? { ...aim, column } : null;
}

function minuteAfter(minute: number, key: string): number | null {
  switch (key) {
    case 'ArrowDown':
      return (Math.floor(minute / stepMinutes) + 1) * stepMinutes;
    case 'ArrowUp':
      return (Math.ceil(minute / stepMinutes) - 1) * stepMinutes;
    case 'PageDown':
      return minute + minutesAnHour;
    case 'PageUp':
      return minute - minutesAnHour;
    default:
      return null;
  }
}

export const steeringKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'] as const;

/** The step nearest to a minute, inside the table. */
export function snap(item: DeskAppointmentItem, minute: number, frame: Frame): number {
  const last = frame.first + frame.rows * stepMinutes - durationOf(item);
  return Math.min(Math.max(Math.round(minute / stepMinutes) * stepMinutes, frame.first), Math.floor(last / stepMinutes) * stepMinutes);
}
