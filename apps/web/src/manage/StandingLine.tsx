import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Chip } from '../ui/Chip.tsx';
import type { Standing } from './standing.ts';

/** The state in a word, and what it means. */
export function StandingLine({ standing, isMoved }: { readonly standing: Standing; readonly isMoved: boolean }) {
  const { state, explained } = useMessages(manage);
  return (
    <>
      <p className="standing-chips">
        {isMoved && <Chip label={state.moved} icon="calendar" />}
        {standing === 'confirmed' ? <Chip kind="success" icon="check" label={state.confirmed} /> : <Chip label={state[standing]} />}
      </p>
      <p>{explained[standing]}</p>
    </>
  );
}
