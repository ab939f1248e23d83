import { providerProblems } from '@sportello/contract';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { common } from '../../messages/common.ts';
import { useLanguageChoice, useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { enter } from '../me.ts';
import { StaffHead } from '../StaffHead.tsx';
import { safeReturn, staffPaths } from '../staff-paths.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { useSaid } from './said.ts';
import { SignIn } from './SignIn.tsx';

export function SignInPage() {
  const { signIn: texts } = useMessages(staffDoor);
  const { field } = useMessages(common);
  const { choose } = useLanguageChoice();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const returnTo = safeReturn(query.get('torna'));

  useEffect(() => {
    // Whoever opens this page comes to sign in; whoever was led here hears the title first.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('input[type="email"]')?.focus();
  }, []);

  async function goOn(): Promise<void> {
    await enter(choose);
    await navigate(returnTo, { replace: true });
  }

  return (
    <div className="container staff-door">
      <StaffHead title={texts.title} lead={texts.lead} />
      <Greeting />
      <div className="door-columns">
        <div>
          <p className="form-text">{field.requiredNote}</p>
          <SignIn returnTo={returnTo} onSignedIn={() => void goOn()}>
            {(onAnswer) => (
              <>
                <p className="mt-3">
                  <a href={staffPaths.forgottenPassword()}>{texts.forgotten}</a>
                </p>
                <DemoAccounts onAnswer={onAnswer} />
              </>
            )}
          </SignIn>
        </div>
      </div>
      <p className="door-citizen">
        {texts.citizen} <a href={paths.home()}>{texts.citizenLink}</a>
      </p>
    </div>
  );
}

/** Why the person is here, if they were led here. */
function Greeting() {
  const { signIn: texts } = useMessages(staffDoor);
  const said = useSaid();
  const [query] = useSearchParams();
  const refused = providerProblems.find((one) => one === query.get('problema'));
  if (refused) {
    return (
      <Alert kind="danger" role="alert">
        <p>{texts.providerProblems[refused]}</p>
      </Alert>
    );
  }
  if (said === null) return null;
  return (
    <Alert kind="info" role="status">
      <p>{said === 'signed-out' ? texts.signedOut : texts.sessionOver}</p>
    </Alert>
  );
}
