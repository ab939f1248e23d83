import { listMembers, type Member, showMember } from '@sportello/contract';
import { queryClient } from '../../api.ts';
import { askAllStaff, askStaff, readAgain, staffKey } from '../../staff/staff-call.ts';

export const allMembers = askAllStaff(listMembers);

export function member(id: string) {
  return askStaff(showMember, { params: { member_id: id } });
}

/** What a change answered, in place of what was read before. */
export function keepMember(changed: Member): void {
  queryClient.setQueriesData<Member>({ queryKey: [staffKey, showMember.url], predicate: ({ state }) => (state.data as Member | undefined)?.id === changed.id }, changed);
  void readAgain(listMembers);
}

export function readMembersAgain(): Promise<void> {
  return readAgain(listMembers);
}
