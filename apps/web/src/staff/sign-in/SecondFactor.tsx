import type { SecondFactor as Factor, SignInAnswer } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { now } from '../../clock.ts';
import { formatTime } from '../../format/dates.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { clockSkew } from '../../session/desk-clock.ts';
import { Button } from '../../ui/Button.tsx';
import { knowsPasskeys, showPasskey } from '../passkeys.ts';
import { problemOf } from '../staff-call.ts';
import { CodeForm } from './CodeForm.tsx';
import { PasskeyRefusal } from './PasskeyRefusal.tsx';

export type Challenge = Extract<SignInAnswer, { readonly state: 'second_factor' }>;

interface Props {
  readonly challenge: Challenge;
  readonly onAnswer: (answer: SignInAnswer) => void;
  readonly onBeginAgain: (why: { readonly isTimeOver: boolean }) => void;
}

const minutesToAnswer = 5;
const order: readonly Factor[] = ['totp', 'passkey', 'recovery_code'];

/** The second step: one factor at a time, the others one press away. */
export function SecondFactor({ challenge: { challenge, factors }, onAnswer, onBeginAgain }: Props) {
  const { second: texts } = useMessages(staffDoor);
  const ways = order.filter((factor) => factors.includes(factor) && (factor !== 'passkey' || knowsPasskeys()));
  const [chosen, setChosen] = useState<Factor>(ways[0] ?? 'recovery_code');
  const [arrivedAt] = useState(now);
  const skew = useAnswerSoon(clockSkew) ?? 0;
  const title = useRef<HTMLHeadingElement>(null);
  const passkey = useMutation({ mutationFn: () => showPasskey(challenge), onSuccess: onAnswer, onError: leaveWhenOver });
  const others = { totp: texts.useTotp, passkey: texts.usePasskey, recovery_code: texts.useRecovery };

  useEffect(() => {
    if (chosen === 'passkey') title.current?.focus();
  }, [chosen]);

  function leaveWhenOver(error: unknown): void {
    if (problemOf(error) === 'sign-in-over') onBeginAgain({ isTimeOver: true });
  }

  return (
    <>
      <h2 tabIndex={-1} ref={title} className="h3">
        {texts.title}
      </h2>
      {chosen === 'passkey' ? (
        <>
          <p>{texts.passkey}</p>
          <PasskeyRefusal error={passkey.error} />
          <Button wide busy={passkey.isPending} onClick={() => passkey.mutate()}>
            {texts.usePasskey}
          </Button>
        </>
      ) : (
        <CodeForm key={chosen} factor={chosen} challenge={challenge} onAnswer={onAnswer} onError={leaveWhenOver} />
      )}
      <p className="second-factor-until">{texts.until(formatTime(new Date(arrivedAt + skew + minutesToAnswer * 60_000).toISOString()))}</p>
      <h3 className="h4">{texts.otherWays}</h3>
      <ul className="plain-list">
        {ways
          .filter((way) => way !== chosen)
          .map((way) => (
            <li key={way}>
              <button type="button" className="plain-button" onClick={() => setChosen(way)}>
                {others[way]}
              </button>
            </li>
          ))}
        <li>
          <button type="button" className="plain-button" onClick={() => onBeginAgain({ isTimeOver: false })}>
            {texts.startAgain}
          </button>
        </li>
      </ul>
      <p className="form-text">{texts.lost}</p>
    </>
  );
}
