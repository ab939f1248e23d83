import { call, showStaffLink, type SignInAnswer, type StaffLink } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useLanguageChoice, useMessages } from '../../messages/LanguageContext.tsx';
import { staffDoor } from '../../messages/staff-door.ts';
import { currentLanguage } from '../../session/language-choice.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { enter } from '../me.ts';
import { Refusal } from '../Refusal.tsx';
import { type Challenge, SecondFactor } from '../sign-in/SecondFactor.tsx';
import { problemOf } from '../staff-call.ts';
import { StaffHead } from '../StaffHead.tsx';
import { staffPaths } from '../staff-paths.ts';
import { forgetLinkToken, takeLinkToken } from './link-token.ts';
import { LinkForm } from './LinkForm.tsx';
import { LinkOver } from './LinkOver.tsx';

/** Where the links of the mails lead: an invitation, a new password, the first administrator. */
export function WelcomePage() {
  const { link: texts } = useMessages(staffDoor);
  const { hash } = useLocation();
  // Another link may be opened in the same tab: then only the fragment changes.
  const token = useMemo(() => takeLinkToken(), [hash]);
  const looking = useQuery({
    queryKey: ['staff', 'link', token],
    queryFn: () => call(showStaffLink, { body: { token: token ?? '' }, language: currentLanguage() }),
    enabled: token !== null,
    staleTime: Infinity,
    gcTime: 0,
  });

  return (
    <div className="container staff-door">
      {token === null && (
        <>
          <StaffHead title={texts.missingTitle} lead={texts.missing} />
          <div className="door-columns">
            <ButtonLink href={staffPaths.signIn()}>{texts.toSignIn}</ButtonLink>
          </div>
        </>
      )}
      {token !== null && looking.isPending && <Waiting text={texts.waiting} />}
      {token !== null && looking.data && <OpenLink key={token} token={token} link={looking.data} />}
      {looking.error && (problemOf(looking.error) === 'link-over' ? <LinkOver /> : <Refused error={looking.error} />)}
    </div>
  );
}

function OpenLink({ token, link }: { readonly token: string; readonly link: StaffLink }) {
  const { link: texts } = useMessages(staffDoor);
  const { choose } = useLanguageChoice();
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const [isOver, setOver] = useState(false);
  const navigate = useNavigate();

  function take(answer: SignInAnswer): void {
    forgetLinkToken();
    if (answer.state === 'second_factor') setChallenge(answer);
    // Who makes the first account has a desk to set up, all others one to work at.
    else void enter(choose).then(() => navigate(link.kind === 'first_admin' ? staffPaths.firstSteps() : staffPaths.desk(), { replace: true }));
  }

  if (isOver) return <LinkOver />;
  return (
    <>
      <StaffHead title={texts.titles[link.kind]} lead={texts.leads[link.kind]} />
      <div className="door-columns">
        {challenge ? (
          <SecondFactor challenge={challenge} onAnswer={take} onBeginAgain={() => void navigate(staffPaths.signIn())} />
        ) : (
          <LinkForm token={token} link={link} onAnswer={take} onOver={() => setOver(true)} />
        )}
      </div>
    </>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { link: texts } = useMessages(staffDoor);
  return (
    <>
      <StaffHead title={texts.titles.invitation} />
      <div className="door-columns">
        <Refusal error={error} />
        <ButtonLink href={staffPaths.signIn()}>{texts.toSignIn}</ButtonLink>
      </div>
    </>
  );
}
