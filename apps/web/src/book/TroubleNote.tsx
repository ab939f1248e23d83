import { InvitationOver } from '../invite/InvitationOver.tsx';
import { isLinkOver } from '../invite/invitation.ts';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { sayTrouble, troubleOf } from '../trouble.ts';
import { Alert } from '../ui/Alert.tsx';

/** What did not work, in place: everything that was typed is still there. */
export function TroubleNote({ error, more }: { readonly error: unknown; readonly more?: string }) {
  const { trouble } = useMessages(common);
  if (isLinkOver(error)) return <InvitationOver />;
  const { title, text } = sayTrouble(troubleOf(error), trouble);
  return (
    <Alert kind="danger" role="alert">
      <p>
        <strong>{title}.</strong> {text} {more}
      </p>
    </Alert>
  );
}
