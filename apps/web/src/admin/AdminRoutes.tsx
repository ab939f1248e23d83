import { may, type RecordKind, recordKinds } from '@sportello/contract';
import { lazy, type ReactElement, Suspense } from 'react';
import { useLocation, useRoutes } from 'react-router';
import { members } from '../messages/members.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { records } from '../messages/records.ts';
import { statistics } from '../messages/statistics.ts';
import { systems } from '../messages/systems.ts';
import { unionDocument } from '../messages/union-document.ts';
import { videoConnection } from '../messages/video-connection.ts';
import { PageWaiting } from '../shell/PageWaiting.tsx';
import { useMe } from '../staff/me.ts';
import { NoSuchPage } from '../staff/shell/StaffTrouble.tsx';
import { recordSections, staffPaths } from '../staff/staff-paths.ts';
import { AuditEntryPage } from './audit/AuditEntryPage.tsx';
import { AuditPage } from './audit/AuditPage.tsx';
import { DocumentPage } from './document/DocumentPage.tsx';
import { InvitePage } from './members/InvitePage.tsx';
import { MemberPage } from './members/MemberPage.tsx';
import { MembersPage } from './members/MembersPage.tsx';
import { CalendarPage } from './records/forms/CalendarPage.tsx';
import { ClosurePage, WorkedHolidayPage } from './records/forms/ClosedDayPages.tsx';
import { MunicipalityPage } from './records/forms/MunicipalityPage.tsx';
import { OfficePage } from './records/forms/OfficePage.tsx';
import { PlacePage } from './records/forms/PlacePage.tsx';
import { FaqPage, LifeEventPage, PrivacyNoticePage } from './records/forms/TextPages.tsx';
import { UnionPage } from './records/forms/UnionPage.tsx';
import { HistoryPage } from './records/HistoryPage.tsx';
import { ClosuresPage, TextsPage } from './records/JointPages.tsx';
import { ListPage } from './records/ListPage.tsx';
import { OverviewPage } from './records/OverviewPage.tsx';
import { ConnectionsPage } from './systems/ConnectionsPage.tsx';
import { HookPage } from './systems/HookPage.tsx';
import { NewHookPage } from './systems/NewHookPage.tsx';
import { NewKeyPage } from './systems/NewKeyPage.tsx';
import { ReturnPage } from './video/ReturnPage.tsx';
import { VideoPage } from './video/VideoPage.tsx';

const StatisticsPage = lazy(async () => ({ default: (await import('./statistics/StatisticsPage.tsx')).StatisticsPage }));
const ServicesPages = lazy(async () => ({ default: (await import('./services/ServicesPages.tsx')).ServicesPages }));

/** The page of one record, and of a new one, by its kind; services have pages of their own. */
const recordPages: Readonly<Partial<Record<RecordKind, ReactElement>>> = {
  municipality: <MunicipalityPage />,
  office: <OfficePage />,
  place: <PlacePage />,
  calendar: <CalendarPage />,
  closure: <ClosurePage />,
  worked_holiday: <WorkedHolidayPage />,
  faq: <FaqPage />,
  life_event: <LifeEventPage />,
  privacy_notice: <PrivacyNoticePage />,
};

const listPages: Readonly<Partial<Record<RecordKind, ReactElement>>> = {
  union: <UnionPage />,
  municipality: <ListPage key="municipality" kinds={['municipality']} />,
  office: <ListPage key="office" kinds={['office']} />,
  place: <ListPage key="place" kinds={['place']} />,
  calendar: <ListPage key="calendar" kinds={['calendar']} />,
  closure: <ClosuresPage />,
};

const ofRecords = recordKinds.flatMap((kind) => [
  ...(listPages[kind] ? [{ path: recordSections[kind], element: listPages[kind] }] : []),
  ...(recordPages[kind] ? ['nuovo', ':id'].map((last) => ({ path: `${recordSections[kind]}/${last}`, element: recordPages[kind] })) : []),
  { path: `${recordSections[kind]}/:id/storia`, element: <HistoryPage key={kind} kind={kind} /> },
]);

const pages = [
  { path: '', element: <OverviewPage /> },
  ...ofRecords,
  { path: 'testi', element: <TextsPage /> },
  { path: `${recordSections.service}/*`, element: <ServicesPages /> },
  { path: 'personale', element: <MembersPage /> },
  { path: 'personale/invita', element: <InvitePage /> },
  { path: 'personale/:id', element: <MemberPage /> },
  { path: 'video', element: <VideoPage /> },
  { path: 'video/ritorno', element: <ReturnPage /> },
  { path: 'collegamenti', element: <ConnectionsPage /> },
  { path: 'collegamenti/chiavi/nuova', element: <NewKeyPage /> },
  { path: 'collegamenti/avvisi/nuovo', element: <NewHookPage /> },
  { path: 'collegamenti/avvisi/:id', element: <HookPage /> },
  { path: 'esporta-importa', element: <DocumentPage /> },
  { path: 'statistiche', element: <StatisticsPage /> },
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
  const others = useMessages(systems);
  const transfer = useMessages(unionDocument);
  const figures = useMessages(statistics);
  const { sections: words } = useMessages(records);
  const { role } = useMe();
  const { pathname } = useLocation();
  const ofUnion = [
    { label: words.union, href: staffPaths.records('union') },
    { label: words.municipalities, href: staffPaths.records('municipality') },
    { label: words.offices, href: staffPaths.records('office') },
    { label: words.places, href: staffPaths.records('place') },
    { label: words.services, href: staffPaths.records('service') },
    { label: words.calendars, href: staffPaths.records('calendar') },
    { label: words.closures, href: staffPaths.records('closure'), also: [staffPaths.records('worked_holiday')] },
    { label: words.texts, href: staffPaths.texts(), also: (['faq', 'life_event', 'privacy_notice'] as const).map(staffPaths.records) },
  ];
  const sections: readonly Section[] = [
    { label: words.overview, href: staffPaths.union(), isAlone: true },
    ...(may(role, 'union.read') ? ofUnion : []),
    ...(may(role, 'member.read') ? [{ label: navigation.members, href: staffPaths.members() }] : []),
    ...(may(role, 'connection.read') ? [{ label: video.section, href: staffPaths.video() }] : []),
    ...(may(role, 'connection.read') ? [{ label: others.section, href: staffPaths.connections() }] : []),
    ...(may(role, 'union.read') ? [{ label: transfer.section, href: staffPaths.unionDocument() }] : []),
    ...(may(role, 'statistics.read') ? [{ label: figures.section, href: staffPaths.statistics() }] : []),
    ...(may(role, 'audit.read') ? [{ label: navigation.audit, href: staffPaths.audit() }] : []),
  ];
  return (
    <nav className="staff-sections" aria-label={navigation.label}>
      <div className="container">
        <ul className="plain-list">
          {sections.map((section) => (
            <li key={section.href}>
              <a href={section.href} aria-current={currentIn(section, pathname)}>
                {section.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

interface Section {
  readonly label: string;
  readonly href: string;
  /** Other addresses whose pages belong to it. */
  readonly also?: readonly string[];
  /** What lies below its address are other sections. */
  readonly isAlone?: boolean;
}

function currentIn({ href, also = [], isAlone = false }: Section, pathname: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page';
  return !isAlone && [href, ...also].some((begin) => pathname.startsWith(`${begin}/`)) ? 'true' : undefined;
}
