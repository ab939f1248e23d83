import { type RecordKind, recordKinds } from '@sportello/contract';
import { lazy, type ReactElement, Suspense } from 'react';
import { useRoutes } from 'react-router';
import { PageWaiting } from '../shell/PageWaiting.tsx';
import { NoSuchPage } from '../staff/shell/StaffTrouble.tsx';
import { recordSections } from '../staff/staff-paths.ts';
import { AuditEntryPage } from './audit/AuditEntryPage.tsx';
import { AuditPage } from './audit/AuditPage.tsx';
import { DocumentPage } from './document/DocumentPage.tsx';
import { InvitePage } from './members/InvitePage.tsx';
import { MemberPage } from './members/MemberPage.tsx';
import { MembersPage } from './members/MembersPage.tsx';
import { CalendarPage } from './records/forms/CalendarPage.tsx';
import { ClosurePage, WorkedHolidayPage } from './records/forms/ClosedDayPages.tsx';
import { MessageTextPage } from './records/forms/MessageTextPage.tsx';
import { MunicipalityPage } from './records/forms/MunicipalityPage.tsx';
import { OfficePage } from './records/forms/OfficePage.tsx';
import { PlacePage } from './records/forms/PlacePage.tsx';
import { FaqPage, LifeEventPage, PrivacyNoticePage } from './records/forms/TextPages.tsx';
import { UnionPage } from './records/forms/UnionPage.tsx';
import { HistoryPage } from './records/HistoryPage.tsx';
import { ClosuresPage, TextsPage } from './records/JointPages.tsx';
import { ListPage } from './records/ListPage.tsx';
import { OverviewPage } from './records/OverviewPage.tsx';
import { RetentionPage } from './retention/RetentionPage.tsx';
import { Sections } from './Sections.tsx';
import { AppointmentTablePage } from './tables/AppointmentTablePage.tsx';
import { ConnectionsPage } from './systems/ConnectionsPage.tsx';
import { HookPage } from './systems/HookPage.tsx';
import { NewHookPage } from './systems/NewHookPage.tsx';
import { NewKeyPage } from './systems/NewKeyPage.tsx';
import { ReturnPage } from './video/ReturnPage.tsx';
import { VideoPage } from './video/VideoPage.tsx';

const StatisticsPage = lazy(async () => ({ default: (await import('./statistics/StatisticsPage.tsx')).StatisticsPage }));
const MailPage = lazy(async () => ({ default: (await import('./mail/MailPage.tsx')).MailPage }));
const SystemPage = lazy(async () => ({ default: (await import('./health/SystemPage.tsx')).SystemPage }));
const FirstStepsPages = lazy(async () => ({ default: (await import('./first-steps/FirstStepsPages.tsx')).FirstStepsPages }));
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
  message_text: <MessageTextPage />,
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
  { path: 'avvio/*', element: <FirstStepsPages /> },
  ...ofRecords,
  { path: 'testi', element: <TextsPage /> },
  { path: `${recordSections.service}/*`, element: <ServicesPages /> },
  { path: 'personale', element: <MembersPage /> },
  { path: 'personale/invita', element: <InvitePage /> },
  { path: 'personale/:id', element: <MemberPage /> },
  { path: 'video', element: <VideoPage /> },
  { path: 'video/ritorno', element: <ReturnPage /> },
  { path: 'posta', element: <MailPage /> },
  { path: 'stato', element: <SystemPage /> },
  { path: 'collegamenti', element: <ConnectionsPage /> },
  { path: 'collegamenti/chiavi/nuova', element: <NewKeyPage /> },
  { path: 'collegamenti/avvisi/nuovo', element: <NewHookPage /> },
  { path: 'collegamenti/avvisi/:id', element: <HookPage /> },
  { path: 'esporta-importa', element: <DocumentPage /> },
  { path: 'statistiche', element: <StatisticsPage /> },
  { path: 'appuntamenti', element: <AppointmentTablePage /> },
  { path: 'conservazione', element: <RetentionPage /> },
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
