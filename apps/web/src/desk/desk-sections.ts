import { type PermissionName } from '@sportello/contract';
import type { it } from '../messages/desk.it.ts';
import { staffPaths } from '../staff/staff-paths.ts';

interface DeskSection {
  readonly name: Exclude<keyof typeof it.sections, 'label' | 'waiting'>;
  readonly href: string;
  readonly permission: PermissionName;
}

/** What stands above every page of the desk, in this order: Oggi, Agenda, Prenota, Richieste, Persone. A page adds its line. */
export const deskSections: readonly DeskSection[] = [
  { name: 'today', href: staffPaths.desk(), permission: 'appointment.read' },
  { name: 'agenda', href: staffPaths.agenda(), permission: 'calendar.read' },
  { name: 'book', href: staffPaths.book(), permission: 'appointment.work' },
  { name: 'requests', href: staffPaths.requests(), permission: 'appointment.read' },
  { name: 'people', href: staffPaths.people(), permission: 'appointment.read' },
];
