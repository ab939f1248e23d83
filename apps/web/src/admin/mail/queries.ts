import { type MailServer, showMailServer } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { askStaff, readAgain, staffKey } from '../../staff/staff-call.ts';

export const mailServerNow = askStaff(showMailServer, {});

/** What a change answered, in place of what was read before. */
export function keepMailServer(changed: MailServer): void {
  queryClient.setQueriesData<MailServer>({ queryKey: [staffKey, showMailServer.url] }, changed);
}

export function readMailServerAgain(): Promise<void> {
  return readAgain(showMailServer);
}
