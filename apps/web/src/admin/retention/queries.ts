import { showRetention, showRetentionForecast } from '@sportello/contract';
import { askStaff, readAgain } from '../../staff/staff-call.ts';

export const retentionNow = askStaff(showRetention, {});
export const retentionForecast = askStaff(showRetentionForecast, {});

/** After a decision. What would go tonight may be something else by now. */
export async function readRetentionAgain(): Promise<void> {
  await Promise.all([readAgain(showRetention), readAgain(showRetentionForecast)]);
}
