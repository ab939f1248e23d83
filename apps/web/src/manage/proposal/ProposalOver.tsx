import { manageProposal } from '../../messages/manage-proposal.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { ChangedNotice } from '../ChangedNotice.tsx';
import type { Standing } from '../standing.ts';

interface Props {
  readonly standing: Standing;
  /** Whether there is another proposal now. */
  readonly isReplaced: boolean;
}

/** The proposal that was answered is no longer there: what holds in its place. */
export function ProposalOver({ standing, isReplaced }: Props) {
  const { over: texts } = useMessages(manageProposal);
  if (!isReplaced && standing !== 'pending') return <ChangedNotice />;
  return (
    <Alert kind="warning" role="alert">
      <h2>{isReplaced ? texts.replaced : texts.ended}</h2>
      <p>{isReplaced ? texts.replacedText : texts.endedText}</p>
    </Alert>
  );
}
