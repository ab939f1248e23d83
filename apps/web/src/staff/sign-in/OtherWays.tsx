import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser';
import type { SignInAnswer } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { knowsPasskeys, showPasskey } from '../passkeys.ts';
import { staffPaths } from '../staff-paths.ts';
import { PasskeyRefusal } from './PasskeyRefusal.tsx';
import { signInOptions } from './queries.ts';

interface Props {
  readonly returnTo: string | null;
  readonly onAnswer: (answer: SignInAnswer) => void;
  /** Whether the browser may offer passkeys where it fills in the e-mail. */
  readonly inAutofill: boolean;
}

export function OtherWays({ returnTo, onAnswer, inAutofill }: Props) {
  const { signIn: texts } = useMessages(staffDoor);
  const options = useAnswerSoon(signInOptions);
  const passkey = useMutation({ mutationFn: () => showPasskey(null), onSuccess: onAnswer });
  const take = useEffectEvent(onAnswer);

  useEffect(() => {
    if (!inAutofill) return;
    void offerInAutofill().then((answer) => answer && take(answer));
    return () => WebAuthnAbortService.cancelCeremony();
  }, [inAutofill]);

  return (
    <div className="other-ways">
      <p className="or-line">
        <span>{texts.or}</span>
      </p>
      <PasskeyRefusal error={passkey.error} />
      {knowsPasskeys() && (
        <Button kind="outline-primary" wide busy={passkey.isPending} onClick={() => passkey.mutate()}>
          {texts.passkey}
        </Button>
      )}
      {options?.provider && returnTo !== null && (
        <ButtonLink kind="outline-primary" wide href={staffPaths.provider(returnTo)}>
          {texts.provider(options.provider.name)}
        </ButtonLink>
      )}
      {options?.provider && returnTo === null && (
        <p>
          <a href={staffPaths.provider(staffPaths.profile())} target="_blank" rel="noreferrer">
            {texts.provider(options.provider.name)}
          </a>
          <br />
          {texts.providerElsewhere}
        </p>
      )}
    </div>
  );
}

/** Nothing where the browser cannot, or when the person signs in another way: this is an offer, not a step. */
async function offerInAutofill(): Promise<SignInAnswer | null> {
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  return showPasskey(null, { inAutofill: true }).catch(() => null);
}
