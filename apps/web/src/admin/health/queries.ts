import { showSystemState, type SystemState } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { askStaffQuietly, staffKey } from '../../staff/staff-call.ts';

/** Asked again and again by itself: no use of the session. */
export const systemStateNow = askStaffQuietly(showSystemState, {});

/** What a look at everything answered. */
export function keepSystemState(state: SystemState): void {
  queryClient.setQueriesData<SystemState>({ queryKey: [staffKey, showSystemState.url] }, state);
}
