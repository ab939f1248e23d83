import type { CalendarChange, CalendarHours } from '@sportello/contract';
import { useId, useState } from 'react';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ConfirmChange } from './ConfirmChange.tsx';
import { mistakesInOpening, newOpening, openingOf, type OpeningValues } from './opening-values.ts';
import { OpeningFields } from './OpeningFields.tsx';

const mostPieces = 6;

/** A day that goes otherwise: closed, or with hours of its own. */
export function NewException({ hours, onClose }: { readonly hours: CalendarHours; readonly onClose: () => void }) {
  const { exceptions: texts, fields } = useMessages(deskHours);
  const id = useId();
  const [day, setDay] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [pieces, setPieces] = useState<readonly OpeningValues[]>([newOpening(hours)]);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const mistakes = pieces.map((piece) => mistakesInOpening(piece, fields));
  const isWhole = day !== '' && (!isOpen || mistakes.every((one) => Object.keys(one).length === 0));

  return (
    <div className="staff-form hours-work">
      <TextField id={`${id}-day`} label={texts.day} type="date" required error={isChecked && day === '' ? fields.dayMissing : undefined} value={day} onChange={setDay} />
      <RadioGroup
        id={`${id}-what`}
        label={texts.what}
        required
        choices={[
          { value: 'closed', label: texts.isClosed },
          { value: 'open', label: texts.isOpen },
        ]}
        value={isOpen ? 'open' : 'closed'}
        onChange={(what) => setOpen(what === 'open')}
      />
      {isOpen && (
        <>
          {pieces.map((piece, place) => (
            // Pieces have nothing else to be known by: one is added at the end, or the last one goes.
            <fieldset key={place} className="rule-fields">
              <legend>{texts.piece(place + 1)}</legend>
              <OpeningFields id={`${id}-${place}`} values={piece} mistakes={isChecked ? (mistakes[place] ?? {}) : {}} purposes={hours} onChange={(change) => setPieces(pieces.with(place, { ...piece, ...change }))} />
            </fieldset>
          ))}
          <div className="button-row">
            {pieces.length < mostPieces && (
              <button type="button" className="plain-button" onClick={() => setPieces([...pieces, { ...(pieces.at(-1) ?? newOpening(hours)), from: '', to: '' }])}>
                {texts.addPiece}
              </button>
            )}
            {pieces.length > 1 && (
              <button type="button" className="plain-button" onClick={() => setPieces(pieces.slice(0, -1))}>
                {texts.removePiece(pieces.length)}
              </button>
            )}
          </div>
        </>
      )}
      <TextField id={`${id}-reason`} label={texts.reason} maxLength={200} value={reason} onChange={setReason} />
      <ConfirmChange
        id="exception"
        change={isWhole ? changeOf() : null}
        save={texts.save}
        cancel={texts.cancel}
        onClose={onClose}
        onIncomplete={(event) => {
          event.preventDefault();
          setChecked(true);
        }}
      />
    </div>
  );

  function changeOf(): CalendarChange {
    const opening = isOpen ? pieces.map(openingOf) : [];
    return { kind: 'exception', calendar_ids: [hours.calendar.id], day, exception: { day, opening, ...(reason.trim() && { reason: reason.trim() }) } };
  }
}
