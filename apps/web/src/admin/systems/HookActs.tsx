import { changeWebhook, removeWebhook, renewWebhookSecret, testWebhook, type Webhook, type WebhookTest } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { systems } from '../../messages/systems.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { keepWebhook, readWebhooksAgain } from './queries.ts';
import { SecretOnce } from './SecretOnce.tsx';

interface Props {
  readonly hook: Webhook;
  readonly onSaid: (text: string | null) => void;
}

/** Trying it, switching it on and off, another secret, and its end. */
export function HookActs({ hook, onSaid }: Props) {
  const { hook: texts } = useMessages(systems);
  const { unsaved } = useMessages(staff);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'on' | 'renew' | 'remove' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const params = { webhook_id: hook.id };
  const testing = useMutation({ mutationFn: () => staffCall(testWebhook, { params, body: {} }), onMutate: () => onSaid(null), onSuccess: () => readWebhooksAgain() });
  const switching = useMutation({ mutationFn: () => turn('off'), onSuccess: () => onSaid(texts.switchedOff) });
  useUnsavedWarning(secret !== null, unsaved);

  async function turn(state: 'on' | 'off'): Promise<void> {
    keepWebhook(await staffCall(changeWebhook, { params, body: { revision: hook.revision, state } }));
    flushSync(() => setAsked(null));
    testing.reset();
    if (state === 'on') onSaid(texts.switchedOn);
  }

  async function renew(): Promise<void> {
    const made = await staffCall(renewWebhookSecret, { params, body: {} });
    keepWebhook(made.webhook);
    flushSync(() => setAsked(null));
    setSecret(made.secret);
  }

  async function remove(): Promise<void> {
    await staffCall(removeWebhook, { params });
    flushSync(() => setAsked(null));
    await navigate(staffPaths.connections(), { state: { said: texts.removed(hook.name) } });
    void readWebhooksAgain();
  }

  if (secret !== null) return <SecretOnce kind="secret" text={secret} onDone={() => setSecret(null)} />;
  const close = () => setAsked(null);
  return (
    <>
      <Refusal error={testing.error ?? switching.error} />
      <div className="button-row mt-3">
        <Button wide busy={testing.isPending} onClick={() => testing.mutate()}>
          {testing.isPending ? texts.testing : texts.test}
        </Button>
        <Button wide kind="outline-primary" busy={switching.isPending} onClick={() => (hook.state === 'on' ? switching.mutate() : setAsked('on'))}>
          {hook.state === 'on' ? texts.off : texts.on}
        </Button>
        <Button wide kind="outline-primary" onClick={() => setAsked('renew')}>
          {texts.renew}
        </Button>
        <Button wide kind="outline-danger" onClick={() => setAsked('remove')}>
          {texts.remove}
        </Button>
      </div>
      {/* There before, so that a screen reader hears what comes into it. */}
      <div role="status" className="video-test">
        {testing.data && <TestResult result={testing.data} />}
      </div>
      {asked === 'on' && (
        <Confirm title={texts.onTitle} action={texts.on} isDangerous={false} send={() => turn('on')} onDone={() => undefined} onClose={close}>
          <p>{texts.onText}</p>
        </Confirm>
      )}
      {asked === 'renew' && (
        <Confirm title={texts.renewTitle} action={texts.renew} isDangerous={false} send={renew} onDone={() => undefined} onClose={close}>
          <p>{texts.renewText}</p>
        </Confirm>
      )}
      {asked === 'remove' && (
        <Confirm title={texts.removeTitle(hook.name)} action={texts.remove} send={remove} onDone={() => undefined} onClose={close}>
          <p>{texts.removeText}</p>
        </Confirm>
      )}
    </>
  );
}

function TestResult({ result: { works, status, failure, duration_ms, answer } }: { readonly result: WebhookTest }) {
  const { hook: texts, failures } = useMessages(systems);
  return (
    <Alert kind={works ? 'success' : 'danger'}>
      <p>
        <strong>{works ? texts.testWorks(duration_ms ?? 0) : texts.testFails}</strong> {failure && failures[failure]} {!works && status !== null && texts.answered(status)}
      </p>
      {answer && (
        <p className="answer-line">
          {texts.said} <code>{answer}</code>
        </p>
      )}
    </Alert>
  );
}
