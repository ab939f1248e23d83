import type { ContentOf, RecordKind } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useAnswerSoon } from '../../api.ts';
import { records } from '../../messages/records.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { draftOf, dropDraft, type ItemOf, keepDraft, versionsOf } from './queries.ts';

interface NoticeProps<Kind extends RecordKind> {
  readonly known: ItemOf<Kind>;
  /** `base`: what the draft was made from. */
  readonly onTake: (draft: ContentOf<Kind>, base: ContentOf<Kind>) => void;
}

/** That somebody keeps a change of this record for later: to go on with it, or to give it up. */
export function DraftNotice<Kind extends RecordKind>({ known, onTake }: NoticeProps<Kind>) {
  const { draft: texts } = useMessages(records);
  const language = useLanguage();
  const draft = useAnswerSoon(draftOf(known));
  const versions = useAnswerSoon(versionsOf(known));
  const dropping = useMutation({ mutationFn: () => dropDraft(known) });
  if (!draft || !versions) return null;
  const base = versions.items.find(({ revision }) => revision === draft.based_on)?.content ?? known.content;
  return (
    <Alert kind="info">
      <p>
        <strong>{texts.title}</strong> {texts.by(draft.staff_name ?? texts.nobody, formatMoment(draft.changed_at, language))}
      </p>
      <Refusal error={dropping.error} />
      <div className="button-row">
        {/* Draft and version are of this record, so of its kind. */}
        <Button kind="outline-primary" wide onClick={() => onTake(draft.content as ContentOf<Kind>, base as ContentOf<Kind>)}>
          {texts.take}
        </Button>
        <Button kind="outline-danger" wide busy={dropping.isPending} onClick={() => dropping.mutate()}>
          {texts.drop}
        </Button>
      </div>
    </Alert>
  );
}

interface KeepProps<Kind extends RecordKind> {
  readonly known: ItemOf<Kind>;
  readonly content: ContentOf<Kind>;
  /** Whether there is anything to keep. */
  readonly isChanged: boolean;
  readonly onKept: () => void;
  readonly onRefused: (error: Error) => void;
}

/** Keeps what stands in the form for later: nothing of it is in force. */
export function KeepDraft<Kind extends RecordKind>({ known, content, isChanged, onKept, onRefused }: KeepProps<Kind>) {
  const { draft: texts } = useMessages(records);
  const keeping = useMutation({ mutationFn: () => keepDraft(known, { revision: known.revision, content }), onSuccess: onKept, onError: onRefused });
  return (
    <>
      {isChanged && (
        <Button kind="outline-primary" wide busy={keeping.isPending} onClick={() => keeping.mutate()}>
          {texts.keep}
        </Button>
      )}
      <Done text={keeping.isSuccess && !isChanged ? texts.kept : null} />
    </>
  );
}
