import { may } from '@sportello/contract';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { useAnswer } from '../../api.ts';
import { formatDay } from '../../format/dates.ts';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import type { Choices } from '../hours/resolutions.ts';
import { decisionsOf } from './decisions.ts';
import { KeptSection } from './KeptSection.tsx';
import { MisfitRows } from './MisfitRows.tsx';
import { misfitsOf } from './queries.ts';
import { SettledNote } from './SettledNote.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import { SettleFoot } from './SettleFoot.tsx';
import { useSettling } from './use-settling.ts';

/** Appointments that do not fit any more, of one closure or all: decided one by one or together. What is left over is there the next time. */
export function MisfitsPage() {
  const texts = useMessages(deskMisfits);
  const language = useLanguage();
  const { unsaved } = useMessages(staff);
  const { role } = useMe();
  const closureId = new URLSearchParams(useLocation().search).get('chiusura');
  const list = useAnswer(misfitsOf(closureId));
  const [choices, setChoices] = useState<Choices>({});
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const settling = useSettling();
  const mayWork = may(role, 'appointment.work');
  const decisions = decisionsOf(list.items, choices, reason.trim());
  useUnsavedWarning(decisions.length > 0 && !isAsking, unsaved);
  const { closure, items, open_count: open } = list;

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} up={upOf()}>
        {closure && (
          <p className="misfit-closure">
            <strong>{texts.closure(closure.name, daysOf(closure))}</strong>
            {closure.reason && <> ({closure.reason})</>}
          </p>
        )}
      </StaffHead>
      <p role="status" className="misfit-progress">
        {closure ? texts.progress(open, closure.done_count) : open === 0 ? texts.none : texts.count(open)}
      </p>
      {settling.settled && <SettledNote settled={settling.settled} />}
      {items.length > 0 && (
        <>
          <MisfitRows items={items} choices={choices} onChoose={setChoices} mayWork={mayWork} />
          {open > items.length && <p className="form-text">{texts.more(open - items.length)}</p>}
          {mayWork && <SettleFoot decisions={decisions} reason={reason} onReason={setReason} onReview={() => setAsking(true)} />}
        </>
      )}
      <KeptSection kept={list.kept} mayWork={mayWork} />
      {isAsking && (
        <SettleDialog
          decisions={decisions}
          undecided={open - decisions.length}
          settling={settling}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setChoices({});
          }}
        />
      )}
    </div>
  );

  function upOf(): { label: string; href: string } {
    if (!closure) return { label: texts.upToday, href: staffPaths.desk() };
    if (may(role, 'union.read')) return { label: texts.upClosure, href: staffPaths.record('closure', closure.id) };
    return { label: texts.upAll, href: staffPaths.misfits() };
  }

  function daysOf({ first_day: first, last_day: last }: NonNullable<typeof closure>): string {
    return first === last ? formatDay(first, language) : texts.days(formatDay(first, language), formatDay(last, language));
  }
}
