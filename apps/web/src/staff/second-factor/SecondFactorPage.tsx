import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { readMeAgain, useMe } from '../me.ts';
import { knowsPasskeys } from '../passkeys.ts';
import { StaffHead } from '../StaffHead.tsx';
import { safeReturn } from '../staff-paths.ts';
import { FactorChoice } from './FactorChoice.tsx';
import { PasskeyForm } from './PasskeyForm.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { TotpForm } from './TotpForm.tsx';

type Step = { readonly at: 'choice' | 'totp' | 'passkey' } | { readonly at: 'codes'; readonly codes: readonly string[] };

/** Before the first work: everything else leads here until it is done. */
export function SecondFactorPage() {
  const { enrol: texts, codes: codeTexts } = useMessages(staffAccount);
  const me = useMe();
  const [step, setStep] = useState<Step>({ at: 'choice' });
  const [query] = useSearchParams();
  const navigate = useNavigate();

  async function goOn(): Promise<void> {
    await readMeAgain();
    await navigate(safeReturn(query.get('torna')), { replace: true });
  }

  function take(codes: readonly string[] | null): void {
    if (codes) setStep({ at: 'codes', codes });
    else void goOn();
  }

  return (
    <div className="container staff-door">
      <StaffHead title={step.at === 'codes' ? codeTexts.title : texts.title} lead={step.at === 'codes' ? codeTexts.text : texts.lead} />
      <div className="door-columns">
        {step.at === 'choice' && <FactorChoice onChosen={(factor) => setStep({ at: factor })} hasPasskeys={knowsPasskeys()} />}
        {step.at === 'totp' && <TotpForm onDone={take} onBack={() => setStep({ at: 'choice' })} />}
        {step.at === 'passkey' && <PasskeyForm onDone={take} onBack={() => setStep({ at: 'choice' })} />}
        {step.at === 'codes' && <RecoveryCodes codes={step.codes} email={me.email} onSaved={() => void goOn()} />}
      </div>
    </div>
  );
}
