import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { useForm } from '../form.ts';

interface Props {
  readonly hasPasskeys: boolean;
  readonly onChosen: (factor: 'totp' | 'passkey') => void;
}

export function FactorChoice({ hasPasskeys, onChosen }: Props) {
  const { enrol: texts } = useMessages(staffAccount);
  const form = useForm({
    initial: { factor: '' },
    check: ({ factor }): Record<string, string> => (factor === '' ? { factor: texts.chooseMissing } : {}),
    send: ({ factor }) => Promise.resolve(factor === 'passkey' ? ('passkey' as const) : ('totp' as const)),
    onDone: onChosen,
  });
  const choices = [
    ...(hasPasskeys ? [{ value: 'passkey', title: texts.passkey, text: texts.passkeyText }] : []),
    { value: 'totp', title: texts.totp, text: texts.totpText },
  ];
  return (
    <form noValidate onSubmit={form.submit}>
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <RadioCards {...form.field('factor')} label={texts.choose} required choices={choices} />
      {!hasPasskeys && <p className="form-text">{texts.passkeyMissing}</p>}
      <Button type="submit" wide>
        {texts.goOn}
      </Button>
    </form>
  );
}
