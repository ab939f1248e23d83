import { may } from '@sportello/contract';
import { Suspense, useEffect } from 'react';
import { useLocation, useNavigate, useRoutes } from 'react-router';
import { members } from '../messages/members.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { videoConnection } from '../messages/video-connection.ts';
import { PageWaiting } from '../shell/PageWaiting.tsx';
import { useMe } from '../staff/me.ts';
import { NoSuchPage } from '../staff/shell/StaffTrouble.tsx';
import { staffPaths } from '../staff/staff-paths.ts';
import { AuditEntryPage } from './audit/AuditEntryPage.tsx';
import { AuditPage } from './audit/AuditPage.tsx';
import { InvitePage } from './members/InvitePage.tsx';
import { MemberPage } from './members/MemberPage.tsx';
import { MembersPage } from './members/MembersPage.tsx';
import { ReturnPage } from './video/ReturnPage.tsx';
import { VideoPage } from './video/VideoPage.tsx';

const pages = [
  { path: '', element: <FirstPage /> },
  { path: 'personale', element: <MembersPage /> },
  { path: 'personale/invita', element: <InvitePage /> },
  { path: 'personale/:id', element: <MemberPage /> },
  { path: 'video', element: <VideoPage /> },
  { path: 'video/ritorno', element: <ReturnPage /> },
  { path: 'registro', element: <AuditPage /> },
  { path: 'registro/:id', element: <AuditEntryPage /> },
  { path: '*', element: <NoSuchPage /> },
];

/** Everything below /unione, with the names of its sections above. */
export function AdminRoutes() {
  const page = useRoutes(pages);
  return (
    <>
      <Sections />
      <Suspense fallback={<PageWaiting />}>{page}</Suspense>
    </>
  );
}

function Sections() {
  const { navigation } = useMessages(members);
  const video = useMessages(videoConnection);
  const { role } = useMe();
  const { pathname } = useLocation();
  const sections = [
    ...(may(role, 'member.read') ? [{ label: navigation.members, href: staffPaths.members() }] : []),
    ...(may(role, 'connection.read') ? [{ label: video.section, href: staffPaths.video() }] : []),
    ...(may(role, 'audit.read') ? [{ label: navigation.audit, href: staffPaths.audit() }] : []),
  ];
  if (sections.length === 0) return null;
  return (
    <nav className="staff-sections" aria-label={navigation.label}>
      <div className="container">
        <ul className="plain-list">
          {sections.map(({ label, href }) => (
            <li key={href}>
              <a href={href} aria-current={pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

/** The union begins with its staff. */
function FirstPage() {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate(staffPaths.members(), { replace: true });
  }, [navigate]);
  return <PageWaiting />;
}
