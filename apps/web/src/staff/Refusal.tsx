import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { staff } from '../messages/staff.ts';
import type { it } from '../messages/staff.it.ts';
import { sayTrouble, troubleOf } from '../trouble.ts';
import { Alert } from '../ui/Alert.tsx';

/** Why the API did not do it, in place; nothing while there is no error. */
export function Refusal({ error, text }: { readonly error: unknown; readonly text?: string | undefined }) {
  const { trouble: texts } = useMessages(common);
  const { wait } = useMessages(staff);
  if (!error) return null;
  const trouble = troubleOf(error);
  const said = trouble.kind === 'busy' ? { title: '', text: sayWait(trouble.seconds, wait) } : sayTrouble(trouble, texts);
  return (
    <Alert kind="danger" role="alert">
      {text || !said.title ? (
        <p>{text ?? said.text}</p>
      ) : (
        <p>
          <strong>{said.title}.</strong> {said.text}
        </p>
      )}
    </Alert>
  );
}

const secondsInMinute = 60;

/** Up to two minutes in seconds, then in whole minutes, rounded up so that the wait is enough. */
export function sayWait(seconds: number, { seconds: inSeconds, minutes }: typeof it.wait): string {
  return seconds <= 2 * secondsInMinute ? inSeconds(Math.max(1, Math.ceil(seconds))) : minutes(Math.ceil(seconds / secondsInMinute));
}
