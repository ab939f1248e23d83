import { startVideoConnection, testVideoConnection, changeVideoConnection, type VideoConnection } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { videoConnection } from '../../messages/video-connection.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { HealthLight } from './HealthLight.tsx';
import { keepConnection, readConnectionAgain } from './queries.ts';

interface Props {
  readonly connection: VideoConnection;
  readonly mayChange: boolean;
  readonly onBegin: () => void;
  readonly onSaid: (text: string) => void;
}

/** What is used now and whether it works, with what can be done about it. */
export function ConnectionNow({ connection, mayChange, onBegin, onSaid }: Props) {
  const texts = useMessages(videoConnection);
  const { provider, state, failure } = connection;
  return (
    <>
      <HealthLight state={state} />
      <ConnectionFacts connection={connection} />
      {provider === 'own' && <p>{texts.now.own}</p>}
      {provider !== 'own' && state !== 'ready' && (
        <Alert kind="warning">
          <p>{state === 'to-connect' ? texts.now.toConnect : `${failure ? `${texts.failures[failure]} ` : ''}${texts.now.fallback}`}</p>
        </Alert>
      )}
      {mayChange && provider !== 'own' && <Acts connection={connection} onBegin={onBegin} onSaid={onSaid} />}
    </>
  );
}

function ConnectionFacts({ connection }: { readonly connection: VideoConnection }) {
  const texts = useMessages(videoConnection);
  const language = useLanguage();
  const { provider, settings, account, last_good_at, connected_at, waiting_count, secrets_set } = connection;
  const { now } = texts;
  return (
    <Facts
      facts={[
        { label: now.service, value: texts.providers[provider].name },
        ...(account ? [{ label: now.account, value: account }] : []),
        ...(settings['host'] ? [{ label: now.host, value: settings['host'] }] : []),
        ...(secrets_set.length > 0 ? [{ label: now.secret, value: now.secretKept }] : []),
        ...(connected_at ? [{ label: now.connected, value: formatMoment(connected_at, language) }] : []),
        ...(provider !== 'own' ? [{ label: now.lastGood, value: last_good_at ? formatMoment(last_good_at, language) : now.never }] : []),
        ...(waiting_count > 0 ? [{ label: now.waiting, value: now.waitingText(waiting_count) }] : []),
      ]}
    />
  );
}

/** Trying it, going to the vendor, and leaving it. */
function Acts({ connection: { provider, state, failure }, onBegin, onSaid }: Omit<Props, 'mayChange'>) {
  const texts = useMessages(videoConnection);
  const [isLeaving, setLeaving] = useState(false);
  const testing = useMutation({
    mutationFn: () => staffCall(testVideoConnection, { body: {} }),
    onMutate: onBegin,
    onSuccess: () => readConnectionAgain(),
  });
  const starting = useMutation({
    mutationFn: () => staffCall(startVideoConnection, { body: {} }),
    onMutate: onBegin,
    // Their page takes the place of this one; it sends back to ours.
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const isToConnect = state === 'to-connect' || state === 'to-reconnect';
  const result = testing.data;

  function left(connection: VideoConnection): void {
    flushSync(() => setLeaving(false));
    testing.reset();
    keepConnection(connection);
    onSaid(texts.leave.done);
  }

  async function leave(): Promise<void> {
    left(await staffCall(changeVideoConnection, { body: { provider: 'own' } }));
  }

  return (
    <>
      <Refusal error={testing.error ?? starting.error} />
      <div className="button-row mt-3">
        {provider === 'gotomeeting' && isToConnect && (
          <Button wide busy={starting.isPending || starting.isSuccess} onClick={() => starting.mutate()}>
            {starting.isPending || starting.isSuccess ? texts.connect.going : state === 'to-connect' ? texts.connect.button : texts.connect.again}
          </Button>
        )}
        {!isToConnect && (
          <Button wide kind="outline-primary" busy={testing.isPending} onClick={() => testing.mutate()}>
            {testing.isPending ? texts.test.working : texts.test.button}
          </Button>
        )}
        <Button wide kind="outline-danger" onClick={() => setLeaving(true)}>
          {texts.leave.button}
        </Button>
      </div>
      {/* There before, so that a screen reader hears what comes into it. */}
      <div role="status" className="video-test">
        {result && (
          <Alert kind={result.works ? 'success' : 'danger'}>
            <p>
              <strong>{result.works ? texts.test.works : texts.test.fails}</strong> {result.failure && result.failure !== failure && texts.failures[result.failure]}
            </p>
          </Alert>
        )}
      </div>
      {isLeaving && (
        <Confirm title={texts.leave.title(texts.providers[provider].name)} action={texts.leave.action} send={leave} onDone={() => undefined} onClose={() => setLeaving(false)}>
          <p>{texts.leave.text}</p>
          <p>{provider === 'gotomeeting' ? texts.leave.meetings : texts.leave.secrets}</p>
        </Confirm>
      )}
    </>
  );
}
