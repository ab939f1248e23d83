import type { RouteObject } from 'react-router';
import { takeInvitationFromAddress } from './invite/invitation-link.ts';
import { takeTokenFromAddress } from './manage/link.ts';
import { patterns } from './paths.ts';
import { takeGuestTokenFromAddress } from './session/guest-token.ts';
import { Layout } from './shell/Layout.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PageWaiting } from './shell/PageWaiting.tsx';
import { TroublePage } from './shell/TroublePage.tsx';

type LazyPage = () => Promise<Pick<RouteObject, 'Component' | 'loader'>>;

/** The map: each address and the page that it opens. A page comes with the code of its feature when it is first asked for. */
const pages: Readonly<Record<string, LazyPage>> = {
  [patterns.home]: async () => {
    const { HomePage, goToBooking } = await import('./find/home/HomePage.tsx');
    return { Component: HomePage, loader: goToBooking };
  },
  [patterns.services]: async () => {
    const { ServicesPage, loadServices } = await import('./find/services/ServicesPage.tsx');
    return { Component: ServicesPage, loader: loadServices };
  },
  [patterns.service]: async () => {
    const { ServicePage, loadService } = await import('./find/service/ServicePage.tsx');
    return { Component: ServicePage, loader: loadService };
  },
  [patterns.offices]: async () => {
    const { OfficesPage, loadOffices } = await import('./find/offices/OfficesPage.tsx');
    return { Component: OfficesPage, loader: loadOffices };
  },
  [patterns.office]: async () => {
    const { OfficePage, loadOffice } = await import('./find/offices/OfficePage.tsx');
    return { Component: OfficePage, loader: loadOffice };
  },
  [patterns.municipalities]: async () => {
    const { MunicipalitiesPage, loadMunicipalities } = await import('./find/municipalities/MunicipalitiesPage.tsx');
    return { Component: MunicipalitiesPage, loader: loadMunicipalities };
  },
  [patterns.municipality]: async () => {
    const { MunicipalityPage, loadMunicipality } = await import('./find/municipalities/MunicipalityPage.tsx');
    return { Component: MunicipalityPage, loader: loadMunicipality };
  },
  [patterns.lifeEvent]: async () => {
    const { LifeEventPage, loadLifeEvent } = await import('./find/LifeEventPage.tsx');
    return { Component: LifeEventPage, loader: loadLifeEvent };
  },

  [patterns.findAppointment]: async () => ({ Component: (await import('./manage/find-link/FindAppointmentPage.tsx')).FindAppointmentPage }),
  [patterns.appointment]: async () => {
    takeTokenFromAddress();
    const { AppointmentPage, loadAppointment } = await import('./manage/AppointmentPage.tsx');
    return { Component: AppointmentPage, loader: loadAppointment };
  },
  [patterns.moveAppointment]: async () => {
    const { MovePage, loadMove } = await import('./manage/move/MovePage.tsx');
    return { Component: MovePage, loader: loadMove };
  },

  [patterns.checkDevices]: async () => {
    takeTokenFromAddress();
    const { CheckPage, loadCheck } = await import('./room/check/CheckPage.tsx');
    return { Component: CheckPage, loader: loadCheck };
  },
  [patterns.room]: async () => {
    takeTokenFromAddress();
    const { RoomPage, loadRoom } = await import('./room/RoomPage.tsx');
    return { Component: RoomPage, loader: loadRoom };
  },
  [patterns.guestRoom]: async () => {
    takeGuestTokenFromAddress();
    const { GuestPage, loadGuestRoom } = await import('./room/guest/GuestPage.tsx');
    return { Component: GuestPage, loader: loadGuestRoom };
  },

  [patterns.invitation]: async () => {
    takeInvitationFromAddress();
    const { InvitePage, loadInvitation } = await import('./invite/InvitePage.tsx');
    return { Component: InvitePage, loader: loadInvitation };
  },

  [patterns.book]: async () => {
    const { StartPage, loadStart } = await import('./book/start/StartPage.tsx');
    return { Component: StartPage, loader: loadStart };
  },
  [patterns.bookPlace]: async () => {
    const { PlacePage, loadPlace } = await import('./book/place/PlacePage.tsx');
    return { Component: PlacePage, loader: loadPlace };
  },
  [patterns.bookTime]: async () => {
    const { TimePage, loadTime } = await import('./book/time/TimePage.tsx');
    return { Component: TimePage, loader: loadTime };
  },
  [patterns.bookDetails]: async () => {
    const { DetailsPage, loadDetails } = await import('./book/details/DetailsPage.tsx');
    return { Component: DetailsPage, loader: loadDetails };
  },
  [patterns.bookPerson]: async () => {
    const { PersonPage, loadPerson } = await import('./book/person/PersonPage.tsx');
    return { Component: PersonPage, loader: loadPerson };
  },
  [patterns.bookSummary]: async () => {
    const { SummaryPage, loadSummary } = await import('./book/summary/SummaryPage.tsx');
    return { Component: SummaryPage, loader: loadSummary };
  },
  [patterns.bookDone]: async () => {
    const { DonePage, loadDone } = await import('./book/done/DonePage.tsx');
    return { Component: DonePage, loader: loadDone };
  },

  [patterns.personalArea]: async () => ({ Component: (await import('./help/PersonalAreaPage.tsx')).PersonalAreaPage }),
  [patterns.faq]: async () => {
    const { FaqPage, loadFaqs } = await import('./help/FaqPage.tsx');
    return { Component: FaqPage, loader: loadFaqs };
  },
  [patterns.figures]: async () => {
    const { FiguresPage, loadFigures } = await import('./figures/FiguresPage.tsx');
    return { Component: FiguresPage, loader: loadFigures };
  },
  [patterns.report]: async () => ({ Component: (await import('./help/ReportPage.tsx')).ReportPage }),
  [patterns.privacy]: async () => {
    const { PrivacyPage, loadPrivacy } = await import('./help/TextPage.tsx');
    return { Component: PrivacyPage, loader: loadPrivacy };
  },
  [patterns.legalNotes]: async () => {
    const { LegalNotesPage, loadLegalNotes } = await import('./help/TextPage.tsx');
    return { Component: LegalNotesPage, loader: loadLegalNotes };
  },
  [patterns.accessibility]: async () => ({ Component: (await import('./help/AccessibilityPage.tsx')).AccessibilityPage }),
};

/** Head and foot stay while a page is fetched, and stand around a trouble too. */
export const routes: RouteObject[] = [
  {
    Component: Layout,
    children: [
      {
        ErrorBoundary: TroublePage,
        children: [
          ...Object.entries(pages).map(([path, lazy]) => ({ path, lazy, HydrateFallback: PageWaiting })),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
  {
    // The staff's part travels to the staff only: its shell, and below it two trees of pages.
    lazy: () => import('./staff/shell/staff-shell.ts'),
    HydrateFallback: PageWaiting,
    children: [
      { path: '/scrivania/*', lazy: () => import('./desk/desk-pages.ts') },
      { path: '/unione/*', lazy: () => import('./admin/admin-pages.ts') },
    ],
  },
];
