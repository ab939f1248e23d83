import type { Me } from '@sportello/contract';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Live } from '../../ui/Live.tsx';
import { fetchMe, keepMe } from '../me.ts';
import { answerSignInAgain, currentSignInAgain, onSignInAgain, signInAgain, type SignInReason } from '../sign-in-again.ts';
import { SignIn } from '../sign-in/SignIn.tsx';

/** The sign-in over the page, which stays as it is with all that was typed; and the notice for who closed it. */
export function SignInOver({ me }: { readonly me: Me }) {
  const { again: texts } = useMessages(staff);
  const asked = useSyncExternalStore(onSignInAgain, currentSignInAgain);
  const [said, setSaid] = useState('');

  function finish(isSignedIn: boolean): void {
    setSaid(isSignedIn ? texts.signedIn : '');
    answerSignInAgain(isSignedIn);
  }

  return (
    <>
      <Live text={said} />
      {asked.state === 'asked' && <SignInDialog me={me} reason={asked.reason} onFinish={finish} />}
      {asked.state === 'cancelled' && (
        <div className="signed-out-notice" role="alert">
          <p>{texts.cancelled}</p>
          <Button onClick={() => void signInAgain('over')}>{texts.open}</Button>
        </div>
      )}
    </>
  );
}

interface Props {
  readonly me: Me;
  readonly reason: SignInReason;
  readonly onFinish: (isSignedIn: boolean) => void;
}

function SignInDialog({ me, reason, onFinish }: Props) {
  const { again: texts, cancel } = useMessages(staff);

  /** Whoever signed in: the same person goes on, for another one the page begins anew. */
  async function welcome(): Promise<void> {
    const signedIn = await fetchMe();
    if (signedIn.id !== me.id) return location.reload();
    keepMe(signedIn);
    onFinish(true);
  }

  // The person may have signed in elsewhere meanwhile: in another tab, or with the union's provider.
  const lookElsewhere = useEffectEvent(() => {
    if (document.visibilityState !== 'visible') return;
    void fetchMe().then(
      (found) => {
        if (reason === 'over' || found.session.authenticated_at > me.session.authenticated_at) void welcome();
      },
      () => undefined,
    );
  });
  useEffect(() => {
    const look = () => lookElsewhere();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  return (
    <Dialog title={reason === 'over' ? texts.overTitle : texts.freshTitle} onClose={() => onFinish(false)}>
      <div className="sign-in-over">
        <p>{reason === 'over' ? texts.over : texts.fresh}</p>
        <p>
          <strong>{texts.as(`${me.given_name} ${me.family_name}`)}</strong>
          <br />
          {me.email}
        </p>
        <SignIn fixedEmail={me.email} hasPassword={me.has_password} returnTo={null} onSignedIn={() => void welcome()} />
        <div className="button-row">
          <Button kind="outline-primary" onClick={() => onFinish(false)}>
            {cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
