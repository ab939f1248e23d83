import type { SystemState } from '@sportello/contract';
import type { it } from '../../messages/system-state.it.ts';

/** What is seen at a glance: the worst there is, and how many; `good` where nothing is known to be wrong. */
export function summaryOf({ lights }: Pick<SystemState, 'lights'>): { readonly state: 'good' | 'attention' | 'bad'; readonly bad: number; readonly attention: number } {
  const bad = lights.filter(({ state }) => state === 'bad').length;
  const attention = lights.filter(({ state }) => state === 'attention').length;
  return { state: bad > 0 ? 'bad' : attention > 0 ? 'attention' : 'good', bad, attention };
}

export function saySummary(state: Pick<SystemState, 'lights'>, { good, bad, attention }: (typeof it)['summary']): string {
  const found = summaryOf(state);
  const parts = [...(found.bad > 0 ? [bad(found.bad)] : []), ...(found.attention > 0 ? [attention(found.attention)] : [])];
  return parts.length > 0 ? parts.join(', ') : good;
}
