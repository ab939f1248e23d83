import { useRoutes } from 'react-router';
import { ForgottenPasswordPage } from '../staff/link/ForgottenPasswordPage.tsx';
import { WelcomePage } from '../staff/link/WelcomePage.tsx';
import { ProfilePage } from '../staff/profile/ProfilePage.tsx';
import { SecondFactorPage } from '../staff/second-factor/SecondFactorPage.tsx';
import { NoSuchPage } from '../staff/shell/StaffTrouble.tsx';
import { SignInPage } from '../staff/sign-in/SignInPage.tsx';
import { AppointmentPage } from './AppointmentPage.tsx';
import { DayPage } from './DayPage.tsx';
import { PersonPage } from './PersonPage.tsx';

const pages = [
  { path: '', element: <DayPage /> },
  { path: 'appuntamenti/:id', element: <AppointmentPage /> },
  { path: 'persone/:id', element: <PersonPage /> },
  { path: 'profilo', element: <ProfilePage /> },
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
