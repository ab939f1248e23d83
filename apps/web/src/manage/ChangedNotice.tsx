import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Alert } from '../ui/Alert.tsx';

/** Somebody else, or the same person in another tab, was quicker. */
export function ChangedNotice() {
  const { changedMeanwhile } = useMessages(manage);
  return (
    <Alert kind="warning" role="alert">
      <h2>{changedMeanwhile.title}</h2>
      <p>{changedMeanwhile.text}</p>
    </Alert>
  );
}
