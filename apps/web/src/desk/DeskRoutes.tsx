import { type ComponentType, lazy } from 'react';
import { matchPath, Outlet, type RouteObject, useRoutes } from 'react-router';
import { ForgottenPasswordPage } from '../staff/link/ForgottenPasswordPage.tsx';
import { WelcomePage } from '../staff/link/WelcomePage.tsx';
import { ProfilePage } from '../staff/profile/ProfilePage.tsx';
import { SecondFactorPage } from '../staff/second-factor/SecondFactorPage.tsx';
import { NoSuchPage } from '../staff/shell/StaffTrouble.tsx';
import { SignInPage } from '../staff/sign-in/SignInPage.tsx';
import { staffPaths } from '../staff/staff-paths.ts';
import { DeskFrame } from './DeskFrame.tsx';
import { UndoBar } from './hours/UndoBar.tsx';

interface WorkPage {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
}

/**
 * Inside the frame: the sections of the desk above, and what changes comes by itself. The pages of the daily work travel
 * when they are opened. Their names above the page: desk-sections.ts.
 */
const work: readonly WorkPage[] = [
  { path: '', load: async () => (await import('./today/TodayPage.tsx')).TodayPage },
  { path: 'agenda', load: async () => (await import('./agenda/AgendaPage.tsx')).AgendaPage },
  { path: 'agende/:id/orari', load: async () => (await import('./hours/HoursPage.tsx')).HoursPage },
  { path: 'agende/:id/orari/storia', load: async () => (await import('./hours/HoursHistoryPage.tsx')).HoursHistoryPage },
  { path: 'agende/:id/collegamenti', load: async () => (await import('./links/LinksPage.tsx')).LinksPage },
  { path: 'assenze/nuova', load: async () => (await import('./hours/AbsencePage.tsx')).AbsencePage },
  { path: 'appuntamenti/:id', load: async () => (await import('./appointment/AppointmentPage.tsx')).AppointmentPage },
  { path: 'appuntamenti/:id/promemoria', load: async () => (await import('./slip/SlipPage.tsx')).SlipPage },
  { path: 'stanza/:id', load: async () => (await import('./room/RoomPage.tsx')).RoomPage },
  { path: 'prenota', load: async () => (await import('./book/BookPage.tsx')).BookPage },
  { path: 'richieste', load: async () => (await import('./requests/RequestsPage.tsx')).RequestsPage },
  { path: 'da-sistemare', load: async () => (await import('./misfits/MisfitsPage.tsx')).MisfitsPage },
  { path: 'inviti', load: async () => (await import('./invitations/InvitationsPage.tsx')).InvitationsPage },
  { path: 'perche', load: async () => (await import('./why/WhyPage.tsx')).WhyPage },
  { path: 'persone', load: async () => (await import('./people/PeoplePage.tsx')).PeoplePage },
  { path: 'persone/:id', load: async () => (await import('./people/PersonPage.tsx')).PersonPage },
  { path: 'persone/:id/dati', load: async () => (await import('./people/own-data/DocumentPage.tsx')).DocumentPage },
  { path: 'persone/:id/doppioni', load: async () => (await import('./people/merge/DuplicatesPage.tsx')).DuplicatesPage },
  { path: 'persone/:id/doppioni/:other', load: async () => (await import('./people/merge/ComparePage.tsx')).ComparePage },
];

/** The page of this address sets out at once, while it is still asked who is there. */
void work.find(({ path }) => matchPath(`${staffPaths.desk()}/${path}`, window.location.pathname))?.load().catch(() => undefined); // asked for again where it is shown

function routeOf({ path, load }: WorkPage): RouteObject {
  const Page = lazy(async () => ({ default: await load() }));
  return { path, element: <Page /> };
}

const pages = [
  {
    element: (
      <DeskFrame>
        <Outlet />
        <UndoBar />
      </DeskFrame>
    ),
    children: [...work.map(routeOf), { path: 'profilo', element: <ProfilePage /> }],
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
