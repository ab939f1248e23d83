import { may, type NewRecordDraft, type RecordKind } from '@sportello/contract';
import { useState } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { records } from '../../messages/records.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { formatMoment } from '../../staff/moments.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Chip } from '../../ui/Chip.tsx';
import { draftName } from './draft-name.ts';
import { dropNewDraft, newDraftsOf } from './queries.ts';

/** What somebody began and is not there yet: to go on with, or to give up. Nothing while there is none. */
export function NewDrafts({ kind }: { readonly kind: RecordKind }) {
  const { newDraft: texts, draft: words } = useMessages(records);
  const { role } = useMe();
  const language = useLanguage();
  const items = useAnswerSoon(newDraftsOf(kind))?.items ?? [];
  const [dropping, setDropping] = useState<NewRecordDraft | null>(null);
  const [isDropped, setDropped] = useState(false);
  const nameOf = ({ typed }: NewRecordDraft) => draftName(typed) ?? texts.untitled;
  const mayChange = may(role, 'union.change');
  return (
    <>
      <Done text={isDropped ? texts.dropped : null} />
      {items.length > 0 && (
        <ul className="record-rows new-drafts" aria-label={texts.list}>
          {items.map((draft) => (
            <li key={draft.id}>
              <div className="record-row">
                <div>
                  <p className="record-name">{mayChange ? <a href={staffPaths.newRecord(kind, draft.id)}>{nameOf(draft)}</a> : nameOf(draft)}</p>
                  <p className="record-detail">{words.by(draft.staff_name ?? words.nobody, formatMoment(draft.changed_at, language))}</p>
                </div>
                <p className="record-marks">
                  <Chip label={texts.mark} />
                  {mayChange && (
                    <button type="button" className="plain-button" aria-label={texts.dropOf(nameOf(draft))} onClick={() => setDropping(draft)}>
                      {texts.drop}
                    </button>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {dropping && (
        <Confirm
          title={texts.dropTitle(nameOf(dropping))}
          action={texts.drop}
          send={() => dropNewDraft(kind, dropping.id)}
          onDone={() => {
            setDropped(true);
            setDropping(null);
          }}
          onClose={() => setDropping(null)}
        >
          <p>{texts.dropText}</p>
        </Confirm>
      )}
    </>
  );
}
