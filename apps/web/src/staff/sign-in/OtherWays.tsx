import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser';
import type { SignInAnswer } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswerSoon } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { knowsPasskeys, showPasskey } from '../passkeys.ts';
import { staffPaths } from '../staff-paths.ts';
import { PasskeyRefusal } from './PasskeyRefusal.tsx';
import { signInOptions } from './queries.ts';
import { useSaid } from './said.ts';

interface Props {
  readonly returnTo: string | null;
  readonly onAnswer: (answer: SignInAnswer) => void;
  /** Whether the browser may offer passkeys where it fills in the e-mail. */
  readonly inAutofill: boolean;
  /** There is no password above. */
  readonly isOnly: boolean;
}

export function OtherWays({ returnTo, onAnswer, inAutofill, isOnly }: Props) {
  const { signIn: texts } = useMessages(staffDoor);
  const options = useAnswerSoon(signInOptions);
  const elsewhere = useId();
  // The provider asks again whom we turned back, since it may know them by an account that is none here; and after somebody
  // signed out, since the next one at this desk may be somebody else.
  const hasSignedOut = useSaid() === 'signed-out';
  const isAnew = useSearchParams()[0].has('problema') || hasSignedOut;
  const passkey = useMutation({ mutationFn: () => showPasskey(null), onSuccess: onAnswer });
  const take = useEffectEvent(onAnswer);

  useEffect(() => {
    if (!inAutofill) return;
    void offerInAutofill().then((answer) => answer && take(answer));
    return () => WebAuthnAbortService.cancelCeremony();
  }, [inAutofill]);

  return (
    <div className="other-ways">
      {!isOnly && (
        <p className="or-line">
          <span>{texts.or}</span>
        </p>
      )}
      <PasskeyRefusal error={passkey.error} />
      {knowsPasskeys() && (
        <Button kind="outline-primary" wide busy={passkey.isPending} onClick={() => passkey.mutate()}>
          {texts.passkey}
        </Button>
      )}
      {options?.provider && returnTo !== null && (
        <ButtonLink kind="outline-primary" wide href={staffPaths.provider(returnTo, { isAnew })}>
          {texts.provider(options.provider.name)}
        </ButtonLink>
      )}
      {options?.provider && returnTo === null && (
        <>
          <a className="btn btn-outline-primary btn-icon mt-3" href={staffPaths.provider(staffPaths.profile())} target="_blank" rel="noreferrer" aria-describedby={elsewhere}>
            {texts.provider(options.provider.name)}
          </a>
          <p id={elsewhere} className="form-text">
            {texts.providerElsewhere}
          </p>
        </>
      )}
    </div>
  );
}

/** Nothing where the browser cannot, or when the person signs in another way: this is an offer, not a step. */
async function offerInAutofill(): Promise<SignInAnswer | null> {
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  return showPasskey(null, { inAutofill: true }).catch(() => null);
}
