import { removeTotp } from '@sportello/contract';
import { useState } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Confirm } from '../Confirm.tsx';
import { Done } from '../Done.tsx';
import { readMeAgain, useMe } from '../me.ts';
import { RecoveryCodes } from '../second-factor/RecoveryCodes.tsx';
import { TotpForm } from '../second-factor/TotpForm.tsx';
import { problemOf, staffCall } from '../staff-call.ts';

type View = { readonly at: 'rest' | 'adding' | 'removing' } | { readonly at: 'codes'; readonly codes: readonly string[] };

export function TotpSection() {
  const { profile: texts } = useMessages(staffAccount);
  const me = useMe();
  const [view, setView] = useState<View>({ at: 'rest' });
  const [said, setSaid] = useState<string | null>(null);

  function rest(text: string | null): void {
    setView({ at: 'rest' });
    setSaid(text);
    if (text) void readMeAgain();
  }

  if (view.at === 'adding') return <TotpForm onBack={() => rest(null)} onDone={(codes) => (codes ? setView({ at: 'codes', codes }) : rest(texts.totpAdded))} />;
  if (view.at === 'codes') return <RecoveryCodes codes={view.codes} email={me.email} onSaved={() => rest(texts.totpAdded)} />;
  return (
    <>
      <p>{me.second_factor.totp ? <Chip kind="success" icon="check" label={texts.totpOn} /> : <Chip label={texts.totpOff} />}</p>
      <div className="button-row">
        <Button kind="outline-primary" onClick={() => setView({ at: 'adding' })}>
          {me.second_factor.totp ? texts.totpReplace : texts.totpAdd}
        </Button>
        {me.second_factor.totp && (
          <Button kind="outline-danger" onClick={() => setView({ at: 'removing' })}>
            {texts.totpRemove}
          </Button>
        )}
      </div>
      <Done text={said} />
      {view.at === 'removing' && (
        <Confirm
          title={texts.totpRemoveTitle}
          action={texts.totpRemove}
          send={() => staffCall(removeTotp, {})}
          sayRefusal={(error) => (problemOf(error) === 'last-factor' ? texts.lastFactor : undefined)}
          onDone={() => rest(texts.totpRemoved)}
          onClose={() => setView({ at: 'rest' })}
        >
          <p>{texts.totpRemoveText}</p>
        </Confirm>
      )}
    </>
  );
}
