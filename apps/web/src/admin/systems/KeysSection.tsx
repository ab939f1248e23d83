import { type ApiKey, type ApiKeyState, revokeApiKey } from '@sportello/contract';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useAnswer } from '../../api.ts';
import { formatDay } from '../../format/dates.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { Rows } from '../../staff/Rows.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { allKeys, readKeysAgain } from './queries.ts';
import { useOfficeNames } from './ReachFields.tsx';

interface Props {
  readonly mayChange: boolean;
  readonly onSaid: (text: string) => void;
}

/** The keys of other systems: what each opens, until when, and when it was used last. */
export function KeysSection({ mayChange, onSaid }: Props) {
  const { keys: texts } = useMessages(systems);
  const language = useLanguage();
  const { items } = useAnswer(allKeys);
  const officeNames = useOfficeNames();
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const isOpen = ({ state }: ApiKey) => state !== 'revoked' && state !== 'expired';

  async function revoke({ id, name }: ApiKey): Promise<void> {
    await staffCall(revokeApiKey, { params: { key_id: id } });
    await readKeysAgain();
    flushSync(() => setRevoking(null));
    onSaid(texts.revoked(name));
  }

  return (
    <>
      <p>{texts.text}</p>
      {items.length === 0 ? (
        <p className="empty-state">{texts.none}</p>
      ) : (
        <Rows
          caption={texts.title}
          items={items}
          keyOf={({ id }) => id}
          columns={[
            { label: texts.name, isMain: true, cell: (key) => <KeyName shown={key} /> },
            { label: texts.opens, cell: ({ scopes, office_ids }) => <Lines first={scopes.map((scope) => texts.scopes[scope].name).join(', ')} second={officeNames(office_ids)} /> },
            { label: texts.state, cell: ({ state }) => <KeyState state={state} /> },
            { label: texts.ends, cell: (key) => <Lines first={formatDay(key.expires_on, language)} second={isOpen(key) ? texts.daysLeft(key.days_left) : null} /> },
            { label: texts.lastUse, cell: ({ last_used_on, last_network }) => <Lines first={last_used_on ? formatDay(last_used_on, language) : texts.neverUsed} second={last_network && texts.network(last_network)} /> },
            ...(mayChange
              ? [
                  {
                    label: texts.actions,
                    cell: (key: ApiKey) =>
                      key.state !== 'revoked' && (
                        <Button kind="outline-danger" ariaLabel={texts.revokeOf(key.name)} onClick={() => setRevoking(key)}>
                          {texts.revoke}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayChange && <ButtonLink href={staffPaths.newKey()}>{texts.make}</ButtonLink>}
      {revoking && (
        <Confirm title={texts.revokeTitle(revoking.name)} action={texts.revoke} send={() => revoke(revoking)} onDone={() => undefined} onClose={() => setRevoking(null)}>
          <p>{texts.revokeText}</p>
        </Confirm>
      )}
    </>
  );
}

function KeyName({ shown: { name, prefix, state, created_by } }: { readonly shown: ApiKey }) {
  const { keys: texts } = useMessages(systems);
  return (
    <>
      {name}
      <span className="rows-sub">
        <code>{prefix}…</code>
      </span>
      {state === 'orphaned' && created_by && <span className="rows-sub">{texts.orphanedText(created_by)}</span>}
    </>
  );
}

const looks: Readonly<Record<ApiKeyState, string>> = { good: 'state-good', expiring: 'state-waiting', expired: 'state-over', revoked: 'state-over', orphaned: 'state-waiting' };

function KeyState({ state }: { readonly state: ApiKeyState }) {
  const { keys: texts } = useMessages(systems);
  return <span className={`state-chip ${looks[state]}`}>{texts.states[state]}</span>;
}

function Lines({ first, second }: { readonly first: string; readonly second: string | null }) {
  return (
    <>
      {first}
      {second && <span className="rows-sub">{second}</span>}
    </>
  );
}
