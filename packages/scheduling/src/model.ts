// The words of the kernel. Days are texts (`2026-03-29`), wall times are minutes of the local day, instants are whole minutes.

/** Whole minutes since 1970-01-01T00:00Z. */
export type Minutes = number;

/** Flat pairs start0, end0, start1, end1 ... of half-open intervals in `Minutes`; any order, overlaps allowed, unless said. */
export type Intervals = readonly Minutes[] | Int32Array;

/** From `start` up to, not including, `end`, in minutes of the local day: 0 <= start < end <= 1440. */
export interface WallInterval {
  readonly start: number;
  readonly end: number;
}

/** On which local days a rule opens. Weekdays are ISO: 1 Monday ... 7 Sunday. */
export type Recurrence =
  /** `everyWeeks` counts from the ISO week of the rule's `firstDay`, which it needs when above 1. */
  | { readonly kind: 'weekly'; readonly days: readonly number[]; readonly everyWeeks: number }
  /** The `monthDay`-th, 1 to 31, of each month that has it. */
  | { readonly kind: 'monthDay'; readonly monthDay: number }
  /** The n-th such weekday of the month: 1 to 5, or -1 for the last. */
  | { readonly kind: 'nthWeekday'; readonly n: number; readonly weekday: number }
  | { readonly kind: 'oneDay'; readonly day: string };

/** Recurring opening hours. Nothing opens before `firstDay` or after `lastDay`; null leaves that side unbounded. */
export interface OpeningRule {
  readonly wall: WallInterval;
  readonly recurrence: Recurrence;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** What this calendar does on one local day instead of its rules; an empty `opening` closes it. */
export interface OpeningException {
  readonly day: string;
  readonly opening: readonly WallInterval[];
}

/** The time of one person or one thing. */
export interface Calendar {
  readonly id: string;
  readonly opening: readonly OpeningRule[];
  readonly exceptions: readonly OpeningException[];
  readonly absences: Intervals;
  /** The claims that count; they contain their own buffers already. */
  readonly taken: Intervals;
  /**
   * What `openingPieces` gave for this calendar, kept by the caller; without it the pieces are made for each question.
   * They must come from the same rules, exceptions, closed days and zone, and cover at least `tracedDays` of the question.
   */
  readonly pieces?: Intervals;
}

/** `opening`: counted from the opening's start. `clock`: round clock times. `pack`: begin again after each busy time. */
export type Grid = 'opening' | 'clock' | 'pack';

/** How a service is booked. */
export interface SlotRules {
  /** IANA name, of the office. */
  readonly timeZone: string;
  /** At least 1. */
  readonly durationMinutes: number;
  /** Null: the duration; for grid `pack` the duration and both buffers. */
  readonly stepMinutes: number | null;
  /** Shifts every start of grid `clock`; other grids do not look at it. */
  readonly offsetMinutes: number;
  readonly grid: Grid;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** start >= now + notice. */
  readonly noticeMinutes: number;
  /** start <= now + horizon; null: no horizon. */
  readonly horizonMinutes: number | null;
}

/** What is asked about one start. */
export interface StartQuestion {
  readonly rules: SlotRules;
  /** Epoch milliseconds; seconds count. */
  readonly now: number;
  /** Local days on which nothing opens, whatever rules and exceptions say. */
  readonly closedDays: readonly string[];
  /** Ids. The first list gives the grid; every list needs one free calendar. No list, or an empty one, has no starts. */
  readonly needs: readonly (readonly string[])[];
  /** All calendars that `needs` names; others are not looked at. */
  readonly calendars: readonly Calendar[];
}

/** What is asked about a window: starts with from <= start < to. The window never shifts a grid. */
export interface SlotQuestion extends StartQuestion {
  readonly from: Minutes;
  readonly to: Minutes;
}

export const MINUTES_A_DAY = 1440;
