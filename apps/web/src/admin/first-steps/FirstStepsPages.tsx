import { may } from '@sportello/contract';
import { useRoutes } from 'react-router';
import { useMe } from '../../staff/me.ts';
import { NoSuchPage } from '../../staff/shell/StaffTrouble.tsx';
import { BeginPage } from './BeginPage.tsx';
import { HoursStep } from './HoursStep.tsx';
import { MunicipalitiesStep } from './MunicipalitiesStep.tsx';
import { OfficesStep } from './OfficesStep.tsx';
import { PublishStep } from './PublishStep.tsx';
import { ServiceStep } from './ServiceStep.tsx';
import { stepAddresses } from './steps.ts';
import { UnionStep } from './UnionStep.tsx';

const pages = [
  { path: '', element: <BeginPage /> },
  { path: stepAddresses.union, element: <UnionStep /> },
  { path: stepAddresses.municipalities, element: <MunicipalitiesStep /> },
  { path: stepAddresses.offices, element: <OfficesStep /> },
  { path: stepAddresses.service, element: <ServiceStep /> },
  { path: stepAddresses.hours, element: <HoursStep /> },
  { path: stepAddresses.publication, element: <PublishStep /> },
  { path: '*', element: <NoSuchPage /> },
];

/** Everything below /unione/avvio, for who may change what the union decides. */
export function FirstStepsPages() {
  const page = useRoutes(pages);
  return may(useMe().role, 'union.change') ? page : <NoSuchPage />;
}
