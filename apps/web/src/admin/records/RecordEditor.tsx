import { type ContentOf, may, type RecordKind } from '@sportello/contract';
import type { FormEvent, ReactNode } from 'react';
import { useAnswer } from '../../api.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { records } from '../../messages/records.ts';
import { staff } from '../../messages/staff.ts';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { DraftNotice, KeepDraft } from './Drafts.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { NewerNotice } from './NewerNotice.tsx';
import { KeepNewDraft } from './KeepNewDraft.tsx';
import { type ItemOf, type KnownDraft, recordOf } from './queries.ts';
import { type Edit, useRecordEdit } from './use-record-edit.ts';

interface Props<Kind extends RecordKind> {
  readonly kind: Kind;
  /** Of the record, or `new` for one that is not there yet. */
  readonly id: string;
  /** What a new one begins with; of one that exists it is not looked at. An empty `slug` is made from the name. */
  readonly start: ContentOf<Kind>;
  /** The fields. Each has the id `edit.idOf(pointer)` (what `edit.text` and `edit.number` answer has it), so that errors find it. */
  readonly form: (edit: Edit<ContentOf<Kind>>) => ReactNode;
  /** Why it cannot be changed, for everybody; the fields are shown all the same. */
  readonly locked?: string | undefined;
  /** Instead of going to the page of a new record, or of staying with the one that was changed. */
  readonly onSaved?: (saved: ItemOf<Kind>) => unknown;
  /** The draft that a new one goes on with; `start` is what it holds. */
  readonly draft?: KnownDraft | null;
  /** Said above the fields, as after a new one was made. */
  readonly said?: string | null;
}

/**
 * The one editor of records: its form comes from the caller, all else is here. What is wrong stands at its field and in a summary
 * that takes the focus; leaving with something unsaved is asked about; what a change does to free times and appointments is shown
 * before it is saved, and confirmed where something is lost by it; a change of somebody else is shown, and nothing that was typed
 * is lost; a change can be kept as a draft. Who may only read sees the fields, and cannot change them.
 */
export function RecordEditor<Kind extends RecordKind>(props: Props<Kind>) {
  return props.id === 'new' ? <EditorForm key="new" {...props} item={null} /> : <OfRecord {...props} />;
}

function OfRecord<Kind extends RecordKind>(props: Props<Kind>) {
  const { kind, id } = props;
  const item = useAnswer(recordOf({ kind, id }));
  return <EditorForm key={id} {...props} item={item} />;
}

/** Nothing of these is about time. */
const timeless: readonly RecordKind[] = ['union', 'privacy_notice', 'life_event', 'faq', 'message_text'];

function EditorForm<Kind extends RecordKind>({ kind, item, start, form, locked, onSaved, draft = null, said = null }: Props<Kind> & { readonly item: ItemOf<Kind> | null }) {
  const { editor: texts, saved } = useMessages(records);
  const { field } = useMessages(common);
  const { save, unsaved } = useMessages(staff);
  const { role } = useMe();
  const hasEffect = !timeless.includes(kind);
  const record = useRecordEdit({ kind, item, start, hasEffect, onSaved, draft });
  const { edit, effect, known } = record;
  useUnsavedWarning(record.isChanged, unsaved);
  const mayChange = may(role, 'union.change') && item?.state !== 'archived' && locked === undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    record.save();
  }

  return (
    <form noValidate onSubmit={submit} className="record-form">
      <Done text={record.isSaved ? saved : record.isChanged ? null : said} />
      {locked && <Alert kind="info">{locked}</Alert>}
      {item?.state === 'archived' && <Alert kind="info">{texts.archived}</Alert>}
      {!may(role, 'union.change') && <p className="form-text">{texts.readOnly}</p>}
      {known && item?.has_draft && mayChange && <DraftNotice known={known} onTake={record.take} />}
      {record.newer && <NewerNotice kind={kind} newer={record.newer} edit={edit} onStartAgain={record.startAgain} />}
      <div ref={record.summary} tabIndex={-1} data-quiet-focus>
        <ErrorSummary errors={record.errors} />
        <Refusal error={record.refusal} />
      </div>
      <fieldset disabled={!mayChange} className="record-fields">
        <legend className="visually-hidden">{texts.fields}</legend>
        {mayChange && <p className="form-text">{field.requiredNote}</p>}
        {form(edit)}
      </fieldset>
      {mayChange && (
        <>
          <div ref={record.effectPanel} tabIndex={-1} data-quiet-focus className="record-effect">
            {effect && <EffectPanel effect={effect} />}
          </div>
          <div className="button-row record-buttons">
            {effect ? (
              <Button wide busy={record.isBusy} onClick={record.saveAnyway}>
                {texts.saveWithEffect}
              </Button>
            ) : (
              <Button type="submit" wide busy={record.isBusy}>
                {save}
              </Button>
            )}
            {hasEffect && !effect && (
              <Button kind="outline-primary" wide busy={record.isBusy} onClick={record.look}>
                {texts.look}
              </Button>
            )}
            {!known && <KeepNewDraft kind={kind} content={edit.content} known={record.draft} isChanged={record.isChanged} onKept={record.noteNewDraft} />}
            {known && <KeepDraft known={known} content={edit.content} isChanged={record.isChanged} onKept={record.noteKept} onRefused={record.fail} />}
          </div>
        </>
      )}
    </form>
  );
}
