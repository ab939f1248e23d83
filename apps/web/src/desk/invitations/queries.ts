import { listInvitations } from '@sportello/contract';
import { askStaff, readAgain } from '../../staff/staff-call.ts';

export const invitations = askStaff(listInvitations, {});

export function readInvitationsAgain(): Promise<void> {
  return readAgain(listInvitations);
}
