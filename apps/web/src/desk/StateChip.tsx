import type { AppointmentState } from '@sportello/contract';
import { desk } from '../messages/desk.ts';
import { useMessages } from '../messages/LanguageContext.tsx';

const looks: Readonly<Record<AppointmentState, 'waiting' | 'good' | 'busy' | 'over'>> = {
  held: 'waiting',
  pending: 'waiting',
  confirmed: 'good',
  arrived: 'busy',
  in_progress: 'busy',
  served: 'over',
  missed: 'over',
  cancelled: 'over',
  refused: 'over',
  expired: 'over',
};

/** The state in words; the colour only helps the eye. */
export function StateChip({ state }: { readonly state: AppointmentState }) {
  const { states } = useMessages(desk);
  return <span className={`state-chip state-${looks[state]}`}>{states[state]}</span>;
}
