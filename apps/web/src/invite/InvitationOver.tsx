import { invite } from '../messages/invite.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { PhoneLine } from '../shell/PhoneLine.tsx';
import { Alert } from '../ui/Alert.tsx';

/** The invitation ended while somebody was booking with it. */
export function InvitationOver() {
  const { door: texts } = useMessages(invite);
  return (
    <Alert kind="warning" role="alert">
      <h3>{texts.over}</h3>
      <p>{texts.overText}</p>
      <p>
        <a href={paths.findAppointment()}>{texts.findAppointment}</a>
      </p>
      <PhoneLine />
    </Alert>
  );
}
