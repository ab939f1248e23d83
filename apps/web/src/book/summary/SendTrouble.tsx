import { ApiProblem } from '@sportello/contract';
import { bookDone } from '../../messages/book-done.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { TroubleNote } from '../TroubleNote.tsx';

/** Why the request was not taken. What the held time or the fields have to say stands there already. */
export function SendTrouble({ error }: { readonly error: unknown }) {
  const { summary: texts } = useMessages(bookDone);
  const { nav } = useMessages(common);
  const name = error instanceof ApiProblem ? error.problemName : null;
  if (name === 'hold-expired' || name === 'not-found') return null;
  if (name === 'limit-reached') {
    return (
      <Alert kind="warning" role="alert">
        <p>
          {texts.limit} <a href={paths.findAppointment()}>{nav.appointment}</a>
        </p>
      </Alert>
    );
  }
  if (name === 'slot-not-offered') return <TroubleNote error={error} />; // what was chosen was given up: trying again is no use
  return <TroubleNote error={error} more={name === 'validation' ? texts.mend : texts.failed} />;
}
