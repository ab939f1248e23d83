import { type DeliveryState, deliveryStates, replayWebhook, type Webhook, type WebhookDelivery } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { now } from '../../clock.ts';
import { dayOf } from '../../format/dates.ts';
import { dayAfter } from '../../format/days.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { Rows } from '../../staff/Rows.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { deliveries, readWebhooksAgain } from './queries.ts';

interface Props {
  readonly hook: Webhook;
  readonly mayChange: boolean;
}

const shownAtFirst = 25;
const shownAtMost = 100;

/** What was sent to another system, with how it went, and what can be sent again. */
export function DeliveriesSection({ hook, mayChange }: Props) {
  const { log: texts } = useMessages(systems);
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const state = deliveryStates.find((one) => one === query.get('stato'));
  const [limit, setLimit] = useState(shownAtFirst);
  const [isAsked, setAsked] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { items, next_cursor } = useAnswer(deliveries(hook.id, state, limit));
  const replaying = useMutation({
    mutationFn: (id: string) => staffCall(replayWebhook, { params: { webhook_id: hook.id }, body: { delivery_id: id } }),
    onMutate: () => setSaid(null),
    onSuccess: ({ count }) => finish(count),
  });
  const mayReplay = mayChange && hook.state === 'on';

  function finish(count: number): void {
    flushSync(() => setAsked(false));
    setSaid(texts.queued(count));
    void readWebhooksAgain();
  }

  return (
    <>
      <p>{texts.text}</p>
      <div className="list-tools">
        <div className="list-filter">
          <label htmlFor="delivery-state">{texts.filter}</label>
          <select id="delivery-state" className="form-select" value={state ?? ''} onChange={({ target }) => void navigate(staffPaths.webhook(hook.id, target.value), { replace: true, preventScrollReset: true })}>
            <option value="">{texts.all}</option>
            {deliveryStates.map((one) => (
              <option key={one} value={one}>
                {texts.states[one]}
              </option>
            ))}
          </select>
        </div>
        <div className="button-row">
          <Button kind="outline-primary" wide onClick={() => void readWebhooksAgain()}>
            {texts.refresh}
          </Button>
          {mayReplay && hook.failed_count > 0 && (
            <Button kind="outline-primary" wide onClick={() => setAsked(true)}>
              {texts.allFailed}
            </Button>
          )}
        </div>
      </div>
      <Done text={said} />
      <Refusal error={replaying.error} />
      {items.length === 0 ? <p className="empty-state">{state ? texts.noneHere : texts.none}</p> : <DeliveryRows items={items} onAgain={mayReplay ? (id) => replaying.mutate(id) : null} />}
      {next_cursor !== null && limit < shownAtMost && (
        <Button kind="outline-primary" onClick={() => setLimit(shownAtMost)}>
          {texts.more}
        </Button>
      )}
      {isAsked && <ReplayAll hook={hook} onDone={finish} onClose={() => setAsked(false)} />}
    </>
  );
}

function DeliveryRows({ items, onAgain }: { readonly items: readonly WebhookDelivery[]; readonly onAgain: ((id: string) => void) | null }) {
  const { log: texts, kinds, keys } = useMessages(systems);
  const language = useLanguage();
  return (
    <Rows
      caption={texts.title}
      items={items}
      keyOf={({ id }) => id}
      columns={[
        { label: texts.what, isMain: true, cell: ({ kind, payload }) => <Sent label={kinds[kind]} payload={payload} /> },
        { label: texts.when, cell: ({ created_at }) => formatMoment(created_at, language) },
        { label: texts.state, cell: (one) => <Outcome delivery={one} /> },
        { label: texts.answer, cell: (one) => <Answer delivery={one} /> },
        ...(onAgain
          ? [
              {
                label: keys.actions,
                cell: ({ id, kind, created_at, state }: WebhookDelivery) =>
                  state !== 'waiting' && (
                    <Button kind="outline-primary" ariaLabel={texts.againOf(kinds[kind], formatMoment(created_at, language))} onClick={() => onAgain(id)}>
                      {texts.again}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Sent({ label, payload }: { readonly label: string; readonly payload: string }) {
  const { log: texts } = useMessages(systems);
  return (
    <>
      {label}
      <details className="rows-sub">
        <summary>{texts.details}</summary>
        <pre className="sent-message">{JSON.stringify(JSON.parse(payload), null, 2)}</pre>
      </details>
    </>
  );
}

const looks: Readonly<Record<DeliveryState, string>> = { delivered: 'state-good', waiting: 'state-over', failed: 'state-waiting' };

function Outcome({ delivery: { state, attempts, next_at } }: { readonly delivery: WebhookDelivery }) {
  const { log: texts } = useMessages(systems);
  const language = useLanguage();
  return (
    <>
      <span className={`state-chip ${looks[state]}`}>{texts.stateOf[state]}</span>
      {attempts > 0 && <span className="rows-sub">{texts.attempts(attempts)}</span>}
      {attempts > 0 && next_at && <span className="rows-sub">{texts.next(formatMoment(next_at, language))}</span>}
    </>
  );
}

function Answer({ delivery: { status, duration_ms, failure, answer } }: { readonly delivery: WebhookDelivery }) {
  const { log: texts, failures } = useMessages(systems);
  return (
    <>
      {failure && failures[failure]}
      {status !== null && <span className="rows-sub">{texts.took(status, duration_ms ?? 0)}</span>}
      {answer && <code className="answer-line">{answer}</code>}
    </>
  );
}

function ReplayAll({ hook, onDone, onClose }: { readonly hook: Webhook; readonly onDone: (count: number) => void; readonly onClose: () => void }) {
  const { log: texts } = useMessages(systems);
  const [since, setSince] = useState(() => dayAfter(dayOf(new Date(now()).toISOString()), -7));
  return (
    <Confirm
      title={texts.allFailedTitle}
      action={texts.again}
      isDangerous={false}
      send={async () => onDone((await staffCall(replayWebhook, { params: { webhook_id: hook.id }, body: { failed_since: since } })).count)}
      onDone={() => undefined}
      onClose={onClose}
    >
      <p>{texts.allFailedText}</p>
      <TextField id="failed-since" type="date" label={texts.since} value={since} onChange={setSince} required />
    </Confirm>
  );
}
