export { addDays, dayNumber, dayOfWeek, dayText, parseDay } from './days.ts';
export { explain, REASONS, type CalendarExplanation, type Explanation, type Reason } from './explain.ts';
export { findStarts, freeCalendars, isOffered, wouldBeStart } from './find-starts.ts';
export { LONGEST_OPENING_MINUTES, tracedDays, tracedTime } from './inquiry.ts';
export { isoWriter, parseInstant, parseMinute } from './instants.ts';
export { contains, inOrder, meets, subtract } from './intervals.ts';
export type {
  Calendar,
  Grid,
  Intervals,
  Minutes,
  OpeningException,
  OpeningRule,
  Recurrence,
  SlotQuestion,
  SlotRules,
  StartQuestion,
  WallInterval,
} from './model.ts';
export { openDays, openingPieces } from './opening.ts';
export { dateRule, type DatedRule, opensOn } from './recurrence.ts';
export { isTimeZone, localDay, offsetAt, startOfDay, type DaySpans } from './zone.ts';
