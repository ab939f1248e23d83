import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';

/** The address names a draft that was given up, or became what it was for. */
export function DraftGone() {
  const { newDraft } = useMessages(records);
  return <Alert kind="info">{newDraft.gone}</Alert>;
}
