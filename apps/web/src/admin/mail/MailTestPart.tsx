import { type MailTest, testMailServer } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { mailServer } from '../../messages/mail-server.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { fieldErrorsOf } from '../../trouble.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type MailValues, mistakesIn, testOf } from './mail-values.ts';

interface Props {
  readonly values: MailValues;
  readonly isKept: boolean;
}

/** Tries what stands in the form, before it is saved, and tells how far the conversation with the server came. */
export function MailTestPart({ values, isKept }: Props) {
  const { test: texts, form } = useMessages(mailServer);
  const [recipient, setRecipient] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const result = useRef<HTMLDivElement>(null);
  const testing = useMutation({ mutationFn: (tried: MailValues) => staffCall(testMailServer, { body: testOf(tried, recipient) }) });
  const { data, error, variables } = testing;
  const wrong = error ? Object.values(fieldErrorsOf(error)) : missing;
  const isStale = variables !== undefined && JSON.stringify(variables) !== JSON.stringify(values);

  useEffect(() => {
    if (data || error) result.current?.focus();
  }, [data, error]);

  function tryIt(): void {
    const mistakes = Object.values(mistakesIn(values, isKept, form.missing));
    setMissing(mistakes);
    testing.reset();
    if (mistakes.length === 0) testing.mutate(values);
  }

  return (
    <fieldset className="mail-test">
      <legend>{texts.title}</legend>
      <TextField id="mail-test-recipient" type="email" label={texts.recipient} help={texts.recipientHelp} autoComplete="email" maxLength={254} value={recipient} onChange={setRecipient} />
      <Button kind="outline-primary" wide busy={testing.isPending} onClick={tryIt}>
        {testing.isPending ? texts.working : texts.button}
      </Button>
      <div role="status" className="mail-test-result" tabIndex={-1} ref={result}>
        {wrong.length > 0 && (
          <Alert kind="warning">
            {wrong.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Alert>
        )}
        {data && !testing.isPending && <TestResult test={data} isStale={isStale} />}
      </div>
      {error && wrong.length === 0 && <Refusal error={error} />}
    </fieldset>
  );
}

function TestResult({ test: { works, recipient, steps, certificate_until }, isStale }: { readonly test: MailTest; readonly isStale: boolean }) {
  const { test: texts, failures } = useMessages(mailServer);
  const language = useLanguage();
  const failed = steps.find(({ state }) => state === 'failed');
  return (
    <>
      <Alert kind={works ? 'success' : 'danger'}>
        <p>
          <strong>{works ? texts.works(recipient) : texts.fails}</strong> {failed?.failure && failures[failed.failure]}
        </p>
        {isStale && <p>{texts.stale}</p>}
      </Alert>
      <ol className="mail-steps">
        {steps.map(({ name, state, answer }) => (
          <li key={name} className={`mail-step mail-step-${state}`}>
            <span className="mail-step-sign">{state === 'done' ? <Icon name="check" size="sm" /> : state === 'failed' ? <Icon name="error" size="sm" /> : '–'}</span>
            <span>
              {texts.steps[name]}: <strong>{texts.states[state]}</strong>
              {answer && (
                <span className="mail-answer">
                  {texts.answer} <code translate="no">{answer}</code>
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {certificate_until && <p className="form-text">{texts.certificate(formatMoment(certificate_until, language))}</p>}
    </>
  );
}
