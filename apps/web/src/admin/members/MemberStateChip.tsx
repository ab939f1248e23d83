import type { MemberState } from '@sportello/contract';
import { members } from '../../messages/members.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

const looks: Readonly<Record<MemberState, string>> = { invited: 'waiting', active: 'good', suspended: 'over' };

export function MemberStateChip({ state }: { readonly state: MemberState }) {
  const { states } = useMessages(members);
  return <span className={`state-chip state-${looks[state]}`}>{states[state]}</span>;
}
