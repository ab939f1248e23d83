import type { SignInAnswer } from '@sportello/contract';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { Alert } from '../../ui/Alert.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { OtherWays } from './OtherWays.tsx';
import { type Challenge, SecondFactor } from './SecondFactor.tsx';

interface Props {
  /** The person who must sign in again, in the dialog over their page. */
  readonly fixedEmail?: string | null;
  /** False for somebody who is known to have none. */
  readonly hasPassword?: boolean;
  readonly onSignedIn: () => void;
  /** Where the union's own provider leads back to; null: it opens in another tab, so that this page stays. */
  readonly returnTo: string | null;
  /** Beside the first step only. */
  readonly children?: (onAnswer: (answer: SignInAnswer) => void) => ReactNode;
}

/** The whole sign-in, on its page and in the dialog: e-mail and password or another way, then the second factor. */
export function SignIn({ fixedEmail = null, hasPassword = true, onSignedIn, returnTo, children }: Props) {
  const { signIn: texts } = useMessages(staffDoor);
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [isOver, setOver] = useState(false);

  function take(answer: SignInAnswer): void {
    setOver(false);
    if (answer.state === 'signed_in') onSignedIn();
    else setChallenge(answer);
  }

  function beginAgain({ isTimeOver }: { readonly isTimeOver: boolean }): void {
    setChallenge(null);
    setOver(isTimeOver);
  }

  if (challenge) return <SecondFactor challenge={challenge} onAnswer={take} onBeginAgain={beginAgain} />;
  return (
    <>
      {isOver && (
        <Alert kind="warning" role="alert">
          <p>{texts.over}</p>
        </Alert>
      )}
      {hasPassword && <CredentialsForm fixedEmail={fixedEmail} onAnswer={take} />}
      <OtherWays returnTo={returnTo} onAnswer={take} inAutofill={fixedEmail === null} isOnly={!hasPassword} />
      {children?.(take)}
    </>
  );
}
