import { call, showSecondFactor, type SignInAnswer } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { currentLanguage } from '../../session/language-choice.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { CodeField } from '../CodeField.tsx';
import { useForm } from '../form.ts';
import { Refusal } from '../Refusal.tsx';
import { detailOf, problemOf } from '../staff-call.ts';

interface Props {
  readonly factor: 'totp' | 'recovery_code';
  readonly challenge: string;
  readonly onAnswer: (answer: SignInAnswer) => void;
  readonly onError: (error: unknown) => void;
}

export function CodeForm({ factor, challenge, onAnswer, onError }: Props) {
  const { second: texts } = useMessages(staffDoor);
  const isTotp = factor === 'totp';
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => (isTotp ? /^\d{6}$/.test(withoutBlanks(code)) : withoutBlanks(code) !== '') ? {} : { code: isTotp ? texts.codeMissing : texts.recoveryMissing },
    send: async ({ code }) => {
      try {
        return await call(showSecondFactor, { body: { challenge, factor, code: withoutBlanks(code) }, language: currentLanguage() });
      } catch (error) {
        onError(error);
        throw error;
      }
    },
    onDone: onAnswer,
    belongs: (error) => (problemOf(error) === 'wrong-code' ? { code: detailOf(error) } : {}),
  });

  return (
    <form noValidate method="post" onSubmit={form.submit}>
      <p>{isTotp ? texts.totp : texts.recovery}</p>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <CodeField {...form.field('code')} label={isTotp ? texts.code : texts.recoveryCode} isNumber={isTotp} />
      <Button type="submit" busy={form.isBusy} wide>
        {texts.submit}
      </Button>
    </form>
  );
}

function withoutBlanks(code: string): string {
  return code.replaceAll(/\s/g, '');
}
