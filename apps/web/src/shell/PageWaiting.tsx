import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Waiting } from '../ui/Waiting.tsx';

/** In place of a page that is not there yet. */
export function PageWaiting() {
  return <Waiting text={useMessages(common).waiting} />;
}
