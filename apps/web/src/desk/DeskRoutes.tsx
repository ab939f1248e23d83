import { lazy } from 'react';
import { Outlet, useRoutes } from 'react-router';
import { ForgottenPasswordPage } from '../staff/link/ForgottenPasswordPage.tsx';
import { WelcomePage } from '../staff/link/WelcomePage.tsx';
import { ProfilePage } from '../staff/profile/ProfilePage.tsx';
import { SecondFactorPage } from '../staff/second-factor/SecondFactorPage.tsx';
import { NoSuchPage } from '../staff/shell/StaffTrouble.tsx';
import { SignInPage } from '../staff/sign-in/SignInPage.tsx';
import { DeskFrame } from './DeskFrame.tsx';
import { UndoBar } from './hours/UndoBar.tsx';

// The pages of the daily work travel when they are opened. Their names above the page: desk-sections.ts.
const TodayPage = lazy(async () => ({ default: (await import('./today/TodayPage.tsx')).TodayPage }));
const AgendaPage = lazy(async () => ({ default: (await import('./agenda/AgendaPage.tsx')).AgendaPage }));
const HoursPage = lazy(async () => ({ default: (await import('./hours/HoursPage.tsx')).HoursPage }));
const LinksPage = lazy(async () => ({ default: (await import('./links/LinksPage.tsx')).LinksPage }));
const AbsencePage = lazy(async () => ({ default: (await import('./hours/AbsencePage.tsx')).AbsencePage }));
const AppointmentPage = lazy(async () => ({ default: (await import('./appointment/AppointmentPage.tsx')).AppointmentPage }));
const BookPage = lazy(async () => ({ default: (await import('./book/BookPage.tsx')).BookPage }));
const SlipPage = lazy(async () => ({ default: (await import('./slip/SlipPage.tsx')).SlipPage }));
const RequestsPage = lazy(async () => ({ default: (await import('./requests/RequestsPage.tsx')).RequestsPage }));
const InvitationsPage = lazy(async () => ({ default: (await import('./invitations/InvitationsPage.tsx')).InvitationsPage }));
const WhyPage = lazy(async () => ({ default: (await import('./why/WhyPage.tsx')).WhyPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people/PeoplePage.tsx')).PeoplePage }));
const PersonPage = lazy(async () => ({ default: (await import('./people/PersonPage.tsx')).PersonPage }));
const DuplicatesPage = lazy(async () => ({ default: (await import('./people/merge/DuplicatesPage.tsx')).DuplicatesPage }));
const ComparePage = lazy(async () => ({ default: (await import('./people/merge/ComparePage.tsx')).ComparePage }));
const DocumentPage = lazy(async () => ({ default: (await import('./people/own-data/DocumentPage.tsx')).DocumentPage }));

/** Inside the frame: the sections of the desk above, and what changes comes by itself. */
const work = [
  { path: '', element: <TodayPage /> },
  { path: 'agenda', element: <AgendaPage /> },
  { path: 'agende/:id/orari', element: <HoursPage /> },
  { path: 'agende/:id/collegamenti', element: <LinksPage /> },
  { path: 'assenze/nuova', element: <AbsencePage /> },
  { path: 'appuntamenti/:id', element: <AppointmentPage /> },
  { path: 'appuntamenti/:id/promemoria', element: <SlipPage /> },
  { path: 'prenota', element: <BookPage /> },
  { path: 'richieste', element: <RequestsPage /> },
  { path: 'inviti', element: <InvitationsPage /> },
  { path: 'perche', element: <WhyPage /> },
  { path: 'persone', element: <PeoplePage /> },
  { path: 'persone/:id', element: <PersonPage /> },
  { path: 'persone/:id/dati', element: <DocumentPage /> },
  { path: 'persone/:id/doppioni', element: <DuplicatesPage /> },
  { path: 'persone/:id/doppioni/:other', element: <ComparePage /> },
  { path: 'profilo', element: <ProfilePage /> },
];

const pages = [
  {
    element: (
      <DeskFrame>
        <Outlet />
        <UndoBar />
      </DeskFrame>
    ),
    children: work,
  },
  { path: 'accesso', element: <SignInPage /> },
  { path: 'benvenuto', element: <WelcomePage /> },
  { path: 'password-dimenticata', element: <ForgottenPasswordPage /> },
  { path: 'secondo-fattore', element: <SecondFactorPage /> },
  { path: '*', element: <NoSuchPage /> },
];

/** Everything below /scrivania. */
export function DeskRoutes() {
  return useRoutes(pages);
}
