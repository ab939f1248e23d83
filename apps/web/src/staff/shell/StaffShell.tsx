import type { Me } from '@sportello/contract';
import { type ReactNode, Suspense, useEffect } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useFollowLinks } from '../../shell/follow-links.ts';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import styleSheet from '../../styles/staff.scss?url';
import { SkipLinks } from '../../ui/SkipLinks.tsx';
import { useMaybeMe } from '../me.ts';
import { Refusal } from '../Refusal.tsx';
import { reasonToSignIn } from '../staff-call.ts';
import { isDoor, staffPaths } from '../staff-paths.ts';
import { IdleWarning } from './IdleWarning.tsx';
import { useKeepAlive } from './keep-alive.ts';
import { SignInOver } from './SignInOver.tsx';
import { StaffFooter } from './StaffFooter.tsx';
import { StaffHeader } from './StaffHeader.tsx';

/** What stands around every page of the staff, with its own style sheet: the citizens' never grows by it. */
export function StaffShell() {
  const { pathname } = useLocation();
  const { skip } = useMessages(common);
  useFollowLinks();
  const needsNobody = isDoor(pathname);
  const session = useMaybeMe({ enabled: !needsNobody });
  const me = needsNobody ? undefined : session.data;
  return (
    <>
      <link rel="stylesheet" href={styleSheet} precedence="staff" />
      <meta name="robots" content="noindex" />
      <SkipLinks label={skip.label} links={[{ href: '#content', label: skip.toContent }]} />
      <StaffHeader me={me?.session.state === 'open' ? me : null} isDoor={!me} enrolling={me?.session.state === 'enrolling' ? me : null} />
      <main id="content" className="staff-main" tabIndex={-1} data-quiet-focus>
        {needsNobody ? <Page /> : <Guarded me={me} error={session.error} />}
      </main>
      <StaffFooter />
      {me && <Attendance me={me} />}
      <ScrollRestoration />
    </>
  );
}

function Page() {
  return (
    <Suspense fallback={<PageWaiting />}>
      <Outlet />
    </Suspense>
  );
}

/** Leads to the sign-in where nobody is signed in, and to the second factor who has yet to set it up. */
function Guarded({ me, error }: { readonly me: Me | undefined; readonly error: unknown }): ReactNode {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const isNobody = !me && reasonToSignIn(error) !== null;
  const mustEnrol = me?.session.state === 'enrolling' && pathname !== staffPaths.secondFactor();
  const here = pathname + search;

  useEffect(() => {
    if (isNobody) void navigate(staffPaths.signIn(here), { replace: true });
    if (mustEnrol) void navigate(staffPaths.secondFactor(here), { replace: true });
  }, [isNobody, mustEnrol, here, navigate]);

  if (!me && error && !isNobody) {
    return (
      <div className="container page-body mt-4">
        <Refusal error={error} />
      </div>
    );
  }
  return me && !mustEnrol ? <Page /> : <PageWaiting />;
}

/** While somebody is signed in: the session is kept, and the person asked again when it is over. */
function Attendance({ me }: { readonly me: Me }) {
  useKeepAlive();
  return (
    <>
      <IdleWarning />
      <SignInOver me={me} />
    </>
  );
}
