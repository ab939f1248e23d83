// What the router takes of this part.
export { StaffShell as Component } from './StaffShell.tsx';
