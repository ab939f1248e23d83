import { renewRecoveryCodes } from '@sportello/contract';
import { useState } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../Confirm.tsx';
import { Done } from '../Done.tsx';
import { readMeAgain, useMe } from '../me.ts';
import { RecoveryCodes } from '../second-factor/RecoveryCodes.tsx';
import { staffCall } from '../staff-call.ts';

export function CodesSection() {
  const { profile: texts, codes: codeTexts } = useMessages(staffAccount);
  const me = useMe();
  const [isAsking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { recovery_codes_left: left, totp, passkeys } = me.second_factor;

  async function renewCodes(): Promise<void> {
    const { recovery_codes } = await staffCall(renewRecoveryCodes, { body: {} });
    setCodes(recovery_codes);
  }

  function finish(): void {
    setCodes(null);
    setSaid(texts.codesDone);
    void readMeAgain();
  }

  if (codes) {
    return (
      <>
        <p>{codeTexts.text}</p>
        <RecoveryCodes codes={codes} email={me.email} onSaved={finish} />
      </>
    );
  }
  if (!totp && passkeys === 0) return <p>{texts.codesLater}</p>;
  return (
    <>
      {left === 0 ? (
        <Alert kind="warning">
          <p>{texts.codesNone}</p>
        </Alert>
      ) : (
        <p>{texts.codesLeft(left)}</p>
      )}
      <Button kind="outline-primary" onClick={() => setAsking(true)}>
        {texts.codesNew}
      </Button>
      <Done text={said} />
      {isAsking && (
        <Confirm title={texts.codesNewTitle} action={texts.codesNew} isDangerous={false} send={renewCodes} onDone={() => setAsking(false)} onClose={() => setAsking(false)}>
          <p>{texts.codesNewText}</p>
        </Confirm>
      )}
    </>
  );
}
