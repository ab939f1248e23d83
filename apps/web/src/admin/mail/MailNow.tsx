import { forgetMailServer, type MailServer } from '@sportello/contract';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { mailServer } from '../../messages/mail-server.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { staffCall } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { readMailServerAgain } from './queries.ts';

interface Props {
  readonly server: MailServer;
  readonly mayChange: boolean;
  readonly onSaid: (text: string) => void;
}

/** Where mail leaves from now, who decided it, and why it may not be changed here. */
export function MailNow({ server, mayChange, onSaid }: Props) {
  const { now, forget } = useMessages(mailServer);
  const [isForgetting, setForgetting] = useState(false);
  const { in_force, waiting_count } = server;

  async function send(): Promise<void> {
    await staffCall(forgetMailServer, {});
    await readMailServerAgain();
  }

  function done(): void {
    flushSync(() => setForgetting(false));
    onSaid(forget.done);
  }

  return (
    <>
      <MailFacts server={server} />
      <Alert kind={in_force === 'none' ? 'danger' : 'info'}>
        <p>{now.explain[in_force]}</p>
      </Alert>
      {waiting_count > 0 && (
        <Alert kind="warning">
          <p>{now.waiting(waiting_count)}</p>
        </Alert>
      )}
      {in_force === 'demo' && (
        <ButtonLink href="/posta-demo" kind="outline-primary" wide>
          {now.toMailbox}
        </ButtonLink>
      )}
      {in_force === 'union' && mayChange && (
        <Button kind="outline-danger" wide onClick={() => setForgetting(true)}>
          {forget.button}
        </Button>
      )}
      {isForgetting && (
        <Confirm title={forget.title} action={forget.action} send={send} onDone={done} onClose={() => setForgetting(false)}>
          <p>{forget.text}</p>
        </Confirm>
      )}
    </>
  );
}

function MailFacts({ server }: Pick<Props, 'server'>) {
  const { now } = useMessages(mailServer);
  const language = useLanguage();
  const { in_force, host, port, security, user, has_password, sender_name, sender_address, reply_to, changed_at } = server;
  const ofServer: readonly Fact[] =
    host === null
      ? []
      : [
          { label: now.server, value: `${host}, ${now.port(port ?? 0)}` },
          { label: now.security, value: security === null ? now.ifOffered : now.securities[security] },
          { label: now.user, value: user ?? now.noUser },
          ...(has_password ? [{ label: now.password, value: now.passwordKept }] : []),
        ];
  return (
    <Facts
      facts={[
        { label: now.source, value: now.sources[in_force] },
        ...ofServer,
        ...(in_force === 'none' || in_force === 'demo' ? [] : [{ label: now.sender, value: `${sender_name ?? now.senderName}, ${sender_address}` }]),
        ...(reply_to ? [{ label: now.replyTo, value: reply_to }] : []),
        ...(changed_at ? [{ label: now.changed, value: formatMoment(changed_at, language) }] : []),
      ]}
    />
  );
}
