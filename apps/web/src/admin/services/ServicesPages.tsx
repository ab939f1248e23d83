import { useRoutes } from 'react-router';
import { NoSuchPage } from '../../staff/shell/StaffTrouble.tsx';
import { HistoryPage } from '../records/HistoryPage.tsx';
import { NewServicePage } from './NewServicePage.tsx';
import { ServiceRecordPage } from './ServiceRecordPage.tsx';
import { ServicesList } from './ServicesList.tsx';

const pages = [
  { path: '', element: <ServicesList /> },
  { path: 'nuovo', element: <NewServicePage /> },
  { path: ':id', element: <ServiceRecordPage /> },
  { path: ':id/storia', element: <HistoryPage kind="service" /> },
  { path: '*', element: <NoSuchPage /> },
];

/** Everything below /unione/servizi. */
export function ServicesPages() {
  return useRoutes(pages);
}
