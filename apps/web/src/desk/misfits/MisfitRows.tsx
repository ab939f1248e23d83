import { deskHours } from '../../messages/desk-hours.ts';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { Choices } from '../hours/resolutions.ts';
import { decideForAll, type Listed } from './decisions.ts';
import { MisfitRow } from './MisfitRow.tsx';

interface Props {
  readonly items: readonly Listed[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly mayWork: boolean;
}

const bulkWays = ['move', 'cancel', 'leave', 'later'] as const;

/** Each with what becomes of it; and the same for all in one press. */
export function MisfitRows({ items, choices, onChoose, mayWork }: Props) {
  const texts = useMessages(deskMisfits);
  const { impact } = useMessages(deskHours);
  return (
    <div role="group" aria-label={impact.title}>
      {mayWork && items.length > 1 && (
        <p className="touched-bulk">
          {texts.all}
          {bulkWays.map((way) => (
            <button key={way} type="button" className="plain-button" onClick={() => onChoose(decideForAll(items, choices, way))}>
              {texts.bulk[way]}
            </button>
          ))}
        </p>
      )}
      <ol className="touched-rows">
        {items.map((listed) => (
          <MisfitRow key={listed.appointment.id} listed={listed} choices={choices} onChoose={onChoose} mayWork={mayWork} />
        ))}
      </ol>
    </div>
  );
}
