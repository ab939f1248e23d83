import { type Passkey, removePasskey } from '@sportello/contract';
import { useState } from 'react';
import { useAnswer } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../Confirm.tsx';
import { Done } from '../Done.tsx';
import { readMeAgain, useMe } from '../me.ts';
import { knowsPasskeys } from '../passkeys.ts';
import { PasskeyForm } from '../second-factor/PasskeyForm.tsx';
import { RecoveryCodes } from '../second-factor/RecoveryCodes.tsx';
import { problemOf, staffCall } from '../staff-call.ts';
import { PasskeyRow } from './PasskeyRow.tsx';
import { passkeys, readPasskeysAgain } from './queries.ts';

type View = { readonly at: 'rest' | 'adding' } | { readonly at: 'removing'; readonly passkey: Passkey } | { readonly at: 'codes'; readonly codes: readonly string[] };

export function PasskeysSection() {
  const { profile: texts, enrol } = useMessages(staffAccount);
  const me = useMe();
  const mine = useAnswer(passkeys);
  const [view, setView] = useState<View>({ at: 'rest' });
  const [said, setSaid] = useState<string | null>(null);

  function rest(text: string | null): void {
    setView({ at: 'rest' });
    setSaid(text);
    if (text) void Promise.all([readPasskeysAgain(), readMeAgain()]);
  }

  if (view.at === 'codes') return <RecoveryCodes codes={view.codes} email={me.email} onSaved={() => rest(texts.passkeyAdded)} />;
  return (
    <>
      {mine.length === 0 && <p>{texts.passkeysNone}</p>}
      <ul className="plain-list row-list">
        {mine.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onRenamed={() => rest(texts.passkeyRenamed)} onRemove={() => setView({ at: 'removing', passkey })} />
        ))}
      </ul>
      {view.at === 'adding' && <PasskeyForm onBack={() => rest(null)} onDone={(codes) => (codes ? setView({ at: 'codes', codes }) : rest(texts.passkeyAdded))} />}
      {view.at !== 'adding' && knowsPasskeys() && (
        <Button kind="outline-primary" onClick={() => setView({ at: 'adding' })}>
          {texts.passkeyAdd}
        </Button>
      )}
      {!knowsPasskeys() && <p className="form-text">{enrol.passkeyMissing}</p>}
      <Done text={said} />
      {view.at === 'removing' && (
        <Confirm
          title={texts.passkeyRemoveTitle(view.passkey.name)}
          action={texts.passkeyRemove}
          send={() => staffCall(removePasskey, { params: { passkey_id: view.passkey.id } })}
          sayRefusal={(error) => (problemOf(error) === 'last-factor' ? texts.lastFactor : undefined)}
          onDone={() => rest(texts.passkeyRemoved)}
          onClose={() => setView({ at: 'rest' })}
        >
          <p>{texts.passkeyRemoveText}</p>
        </Confirm>
      )}
    </>
  );
}
