// What the router takes of this part.
export { StaffTrouble as ErrorBoundary } from '../staff/shell/StaffTrouble.tsx';
export { DeskRoutes as Component } from './DeskRoutes.tsx';
