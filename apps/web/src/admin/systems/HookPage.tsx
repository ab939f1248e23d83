import { may } from '@sportello/contract';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { formatMoment } from '../../staff/moments.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { DeliveriesSection } from './DeliveriesSection.tsx';
import { HookActs } from './HookActs.tsx';
import { HookForm } from './HookForm.tsx';
import { HookState } from './HookState.tsx';
import { webhook as webhookQuestion } from './queries.ts';
import { useOfficeNames } from './ReachFields.tsx';

/** One other system that is told: how it goes, what was sent, and what is set. */
export function HookPage() {
  const { title, hook: texts, log } = useMessages(systems);
  const id = useParams().id ?? '';
  const shown = useAnswer(webhookQuestion(id));
  const mayChange = may(useMe().role, 'connection.change');
  const [said, setSaid] = useState<string | null>(null);
  const now = useRef<HTMLHeadingElement>(null);

  function say(text: string | null): void {
    setSaid(text);
    if (text !== null) now.current?.focus();
  }

  return (
    <div className="container page-body" key={id}>
      <StaffHead title={shown.name} up={{ label: title, href: staffPaths.connections() }}>
        <p>
          <HookState hook={shown} />
        </p>
      </StaffHead>
      <div className="profile">
        <section className="staff-section" aria-labelledby="now">
          <h2 id="now" tabIndex={-1} ref={now}>
            {texts.now}
          </h2>
          <div>
            <Done text={said} />
            <HookTrouble id={id} />
            <HookFacts id={id} />
            {mayChange ? <HookActs hook={shown} onSaid={say} /> : <p className="form-text">{texts.readOnly}</p>}
          </div>
        </section>
        {mayChange && (
          <section className="staff-section" aria-labelledby="settings">
            <h2 id="settings">{texts.settings}</h2>
            <div>
              <HookForm hook={shown} />
            </div>
          </section>
        )}
      </div>
      <section className="wide-section" aria-labelledby="log">
        <h2 id="log">{log.title}</h2>
        <DeliveriesSection hook={shown} mayChange={mayChange} />
      </section>
    </div>
  );
}

/** What is wrong, and what the desk does about it. */
function HookTrouble({ id }: { readonly id: string }) {
  const { hook: texts, failures } = useMessages(systems);
  const language = useLanguage();
  const { state, failing_since, last_failure, is_behind, former_secret_until } = useAnswer(webhookQuestion(id));
  const lines = [
    state === 'failed' ? texts.failed : null,
    state === 'on' && failing_since ? `${last_failure ? `${failures[last_failure]} ` : ''}${texts.failingSince(formatMoment(failing_since, language))}` : null,
    is_behind ? texts.behind : null,
  ].filter((line) => line !== null);
  return (
    <>
      {lines.map((line) => (
        <Alert key={line} kind="warning">
          <p>{line}</p>
        </Alert>
      ))}
      {former_secret_until && (
        <Alert kind="info">
          <p>{texts.former(formatMoment(former_secret_until, language))}</p>
        </Alert>
      )}
    </>
  );
}

function HookFacts({ id }: { readonly id: string }) {
  const { hooks, hook: texts, newHook, kinds: kindNames } = useMessages(systems);
  const language = useLanguage();
  const officeNames = useOfficeNames();
  const { url, kinds, office_ids, last_good_at, waiting_count, failed_count } = useAnswer(webhookQuestion(id));
  return (
    <Facts
      facts={[
        { label: hooks.address, value: <span className="server-address">{url}</span> },
        { label: newHook.kinds, value: kinds.map((kind) => kindNames[kind]).join(', ') },
        { label: texts.offices, value: officeNames(office_ids) },
        { label: hooks.lastGood, value: last_good_at ? formatMoment(last_good_at, language) : hooks.never },
        { label: hooks.waiting, value: `${hooks.waitingText(waiting_count)}${failed_count > 0 ? `; ${hooks.failedText(failed_count)}` : ''}` },
      ]}
    />
  );
}
