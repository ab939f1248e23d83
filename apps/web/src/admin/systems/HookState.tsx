import type { Webhook } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';

const looks = { on: 'state-good', failing: 'state-waiting', failed: 'state-waiting', off: 'state-over' } as const;

/** Whether the other system is told, in a word. */
export function HookState({ hook: { state, failing_since } }: { readonly hook: Pick<Webhook, 'state' | 'failing_since'> }) {
  const { hooks } = useMessages(systems);
  const shown = state === 'on' && failing_since !== null ? 'failing' : state;
  return <span className={`state-chip ${looks[shown]}`}>{hooks.states[shown]}</span>;
}
