import { beginTotp, confirmTotp } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { staffDoor } from '../../messages/staff-door.ts';
import { staff } from '../../messages/staff.ts';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { CodeField } from '../CodeField.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { type Form, useForm } from '../form.ts';
import { QrCode } from '../QrCode.tsx';
import { Refusal } from '../Refusal.tsx';
import { detailOf, problemOf, staffCall } from '../staff-call.ts';

interface Props {
  /** With the recovery codes that the first factor brings, or null: those given before stay valid. */
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onBack: () => void;
}

/** Scan or type the secret, then prove by a code that the app has it. */
export function TotpForm({ onDone, onBack }: Props) {
  const { totp: texts } = useMessages(staffAccount);
  const { second } = useMessages(staffDoor);
  const { back } = useMessages(staff);
  const attempt = useId();
  const [wasOver, setOver] = useState(false);
  const begun = useQuery({ queryKey: ['staff', 'totp', attempt], queryFn: () => staffCall(beginTotp, { body: {} }), staleTime: Infinity, gcTime: 0, retry: false });
  const form: Form<{ readonly code: string }> = useForm({
    initial: { code: '' },
    check: ({ code }): Record<string, string> => (/^\d{6}$/.test(code.replaceAll(/\s/g, '')) ? {} : { code: second.codeMissing }),
    send: async ({ code }) => {
      try {
        return await staffCall(confirmTotp, { body: { code: code.replaceAll(/\s/g, '') } });
      } catch (error) {
        if (problemOf(error) !== 'sign-in-over') throw error;
        setOver(true);
        await begun.refetch();
        return null;
      }
    },
    onDone: (answer) => (answer ? onDone(answer.recovery_codes) : form.reset({ code: '' })),
    belongs: (error) => (problemOf(error) === 'wrong-code' ? { code: detailOf(error) } : {}),
  });

  if (begun.isPending) return <PageWaiting />;
  return (
    <form noValidate onSubmit={form.submit}>
      <Refusal error={begun.error} />
      {wasOver && (
        <Alert kind="warning" role="alert">
          <p>{texts.over}</p>
        </Alert>
      )}
      {begun.data && (
        <div className="totp-secret">
          <div>
            <p>{texts.scan}</p>
            <QrCode text={begun.data.uri} label={texts.qr} />
          </div>
          <div>
            <p>{texts.cannotScan}</p>
            <div className="secret" role="group" aria-label={texts.secret}>
              <code translate="no">{inGroups(begun.data.secret)}</code>
            </div>
            <div className="button-row">
              <CopyButton text={begun.data.secret} />
            </div>
            <p className="mt-3">
              <a href={begun.data.uri}>{texts.sameDevice}</a>
            </p>
          </div>
        </div>
      )}
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <CodeField {...form.field('code')} label={texts.confirm} isNumber takesFocus={false} />
      <div className="button-row">
        <Button type="submit" busy={form.isBusy} wide>
          {texts.submit}
        </Button>
        <Button kind="outline-primary" wide onClick={onBack}>
          {back}
        </Button>
      </div>
    </form>
  );
}

/** "ABCD EFGH ...": easier to copy by eye. */
function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
