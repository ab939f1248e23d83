import type { RouteObject } from 'react-router';
import { patterns } from './paths.ts';
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

  [patterns.personalArea]: async () => ({ Component: (await import('./help/PersonalAreaPage.tsx')).PersonalAreaPage }),
  [patterns.faq]: async () => {
    const { FaqPage, loadFaqs } = await import('./help/FaqPage.tsx');
    return { Component: FaqPage, loader: loadFaqs };
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
];
