import type { Minutes } from '@sportello/scheduling';
import type { ChannelContent } from './content/shape.ts';

/** Two days and two hours before. */
const reminderMinutes: readonly number[] = [2880, 120];

/** How the demo books by a channel: what the content says, and the product's defaults for the rest. */
export function bookingRulesOf(channel: ChannelContent) {
  const { durationMinutes, stepMinutes = null, grid = 'opening', bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = channel;
  const { noticeMinutes = 120, horizonDays = 60, holdMinutes = 10, moveCutoffMinutes = 1440, cancelCutoffMinutes = 240 } = channel;
  const { releaseDelayMinutes = 0, limitFuture = 3, limitPerDay = 1, moderated = false, personMayChoose = false } = channel;
  return {
    durationMinutes,
    stepMinutes,
    offsetMinutes: 0,
    grid,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    noticeMinutes,
    horizonDays,
    holdMinutes,
    moveCutoffMinutes,
    cancelCutoffMinutes,
    releaseDelayMinutes,
    limitFuture,
    limitPerDay,
    moderated,
    personMayChoose,
    reminderMinutes,
  };
}

/** What an appointment takes of a calendar: its time and its buffers. */
export function claimedTime(channel: ChannelContent, startsAt: Minutes): { start: Minutes; end: Minutes } {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = bookingRulesOf(channel);
  return { start: startsAt - bufferBeforeMinutes, end: startsAt + durationMinutes + bufferAfterMinutes };
}
