import { showVideoConnection, type VideoConnection } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { askStaff, readAgain, staffKey } from '../../staff/staff-call.ts';

export const videoConnectionNow = askStaff(showVideoConnection, {});

/** What a change answered, in place of what was read before. */
export function keepConnection(changed: VideoConnection): void {
  queryClient.setQueriesData<VideoConnection>({ queryKey: [staffKey, showVideoConnection.url] }, changed);
}

export function readConnectionAgain(): Promise<void> {
  return readAgain(showVideoConnection);
}
