import type { RecordContent, RecordKind } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { flushSync } from 'react-dom';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { keepNewDraft, type KnownDraft } from './queries.ts';

interface Props {
  readonly kind: RecordKind;
  readonly content: RecordContent;
  /** The draft that was gone on with. */
  readonly known: KnownDraft | null;
  /** Whether there is anything to keep. */
  readonly isChanged: boolean;
  readonly onKept: (draft: KnownDraft) => void;
}

/** Keeps a record that is not there yet for later, however unfinished; the address names the draft then, so that it is found again. */
export function KeepNewDraft({ kind, content, known, isChanged, onKept }: Props) {
  const { newDraft: texts } = useMessages(records);
  const [, setQuery] = useSearchParams();
  const keeping = useMutation({
    mutationFn: () => keepNewDraft(kind, known, content),
    onSuccess: (draft) => {
      // At once, so that the step to its address is not asked about as if something were unsaved.
      flushSync(() => onKept(draft));
      setQuery((before) => ({ ...Object.fromEntries([...before].filter(([name]) => name !== 'da')), bozza: draft.id }), { replace: true, preventScrollReset: true });
    },
  });
  const isOlder = problemOf(keeping.error) === 'changed-meanwhile';
  const isGone = problemOf(keeping.error) === 'not-found';
  return (
    <>
      {isChanged && (
        <Button kind="outline-primary" wide busy={keeping.isPending} onClick={() => keeping.mutate()}>
          {texts.keep}
        </Button>
      )}
      <Refusal error={keeping.error} text={isOlder ? texts.changed : isGone ? texts.goneMeanwhile : undefined} />
      <Done text={keeping.isSuccess && !isChanged ? texts.kept : null} />
    </>
  );
}
