import { type ReactNode, useEffect, useRef } from 'react';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TouchedRows } from './TouchedRows.tsx';
import type { Change } from './use-change.ts';

interface Props {
  readonly id: string;
  readonly change: Change;
  /** Below it: the buttons. */
  readonly children?: ReactNode;
}

/** What a change would do, before it is saved: times for citizens, warnings, and the appointments it touches. */
export function ChangeReview({ id, change, children }: Props) {
  const { impact: texts, preview, warnings } = useMessages(deskHours);
  const { impact, saving, wrongId } = change;
  const problem = problemOf(saving.error);
  const refused = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saving.error) refused.current?.focus();
  }, [saving.error]);

  return (
    <div className="change-review">
      <div ref={refused} tabIndex={-1} data-quiet-focus>
        {saving.error && (
          <>
            <Refusal error={saving.error} text={sayRefusal()} />
            <p>{texts.notSaved}</p>
          </>
        )}
      </div>
      <Refusal error={change.previewError} />
      <div aria-busy={change.isWaiting}>
        {impact && (
          <>
            {impact.warnings.length > 0 && (
              <Alert kind="warning">
                <ul className="mb-0">
                  {impact.warnings.map((warning) => (
                    <li key={warning}>{warnings[warning]}</li>
                  ))}
                </ul>
              </Alert>
            )}
            <p role="status" className="change-free">
              {impact.free_times.before === impact.free_times.after ? preview.freeSame(impact.free_times.after) : preview.free(impact.free_times.before, impact.free_times.after)}{' '}
              {impact.touched.length === 0 ? texts.none : texts.count(impact.touched.length)}
            </p>
            {impact.beyond_reach > 0 && <p>{texts.beyondReach}</p>}
            {impact.touched.length > 0 && (
              <>
                <TouchedRows id={id} touched={impact.touched} choices={change.choices} onChoose={change.choose} wrongId={wrongId} wrongText={sayRow()} />
                <Checkbox id={`${id}-tell`} label={texts.tell} checked={change.tell} onChange={change.setTell} />
                <p className="form-text">{texts.tellHelp}</p>
              </>
            )}
          </>
        )}
        {change.isWaiting && !impact && <p className="form-text">{preview.waiting}</p>}
      </div>
      {children}
    </div>
  );

  function sayRefusal(): string | undefined {
    if (problem === 'slot-taken' || problem === 'slot-not-offered') return texts.someTaken;
    return problem === 'changed-meanwhile' ? texts.changed : undefined;
  }

  function sayRow(): string {
    if (problem === 'slot-taken' || problem === 'slot-not-offered') return texts.rowTaken;
    return problem === 'changed-meanwhile' ? texts.rowChanged : texts.rowWrong;
  }
}
