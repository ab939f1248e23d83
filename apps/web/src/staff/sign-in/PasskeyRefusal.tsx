import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { passkeyFailureOf } from '../passkeys.ts';
import { Refusal } from '../Refusal.tsx';

/** Why the passkey did not let the person in. */
export function PasskeyRefusal({ error }: { readonly error: unknown }) {
  const { signIn: texts } = useMessages(staffDoor);
  const failure = error ? passkeyFailureOf(error) : null;
  if (!failure) return <Refusal error={error} />;
  return <Refusal error={error} text={failure === 'cancelled' ? texts.passkeyCancelled : texts.passkeyFailed} />;
}
