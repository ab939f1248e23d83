import type { Appointment } from '@sportello/contract';
import { common } from '../messages/common.ts';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Live } from '../ui/Live.tsx';

/** The desk runs late today. It is said aloud when it changes, in its turn. */
export function DelayNotice({ shown: { delay_minutes, channel } }: { readonly shown: Appointment }) {
  const { delay: texts } = useMessages(manage);
  const { minutes } = useMessages(common);
  const title = delay_minutes ? texts.title(minutes(delay_minutes)) : '';
  return (
    <>
      <Live text={title} />
      {title && (
        <Alert kind="info">
          <h2>{title}</h2>
          <p>{texts.text[channel]}</p>
        </Alert>
      )}
    </>
  );
}
