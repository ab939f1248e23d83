// What the router takes of this part.
export { StaffTrouble as ErrorBoundary } from '../staff/shell/StaffTrouble.tsx';
export { AdminRoutes as Component } from './AdminRoutes.tsx';
