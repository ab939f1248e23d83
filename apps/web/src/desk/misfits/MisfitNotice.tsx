import type { RecordKind } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { deskMisfits } from '../../messages/desk-misfits.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { misfitCountOf } from './queries.ts';

/** How many appointments a closure touched and how far they are settled; of other records, how many there are at all that do not fit any more. */
export function MisfitNotice({ kind, id }: { readonly kind: RecordKind; readonly id: string }) {
  const texts = useMessages(deskMisfits);
  const closureId = kind === 'closure' ? id : null;
  const answer = useAnswerSoon(misfitCountOf(closureId));
  if (!answer || (answer.count === 0 && !answer.done_count)) return null;
  return (
    <Alert kind={answer.count > 0 ? 'warning' : 'success'} role="status">
      <strong>{answer.done_count === null ? `${texts.openAll(answer.count)}.` : texts.progress(answer.count, answer.done_count)}</strong>{' '}
      {/* Also where all is settled: a decision can be taken again. */}
      <a href={staffPaths.misfits(closureId ?? undefined)}>{texts.open}</a>
    </Alert>
  );
}
