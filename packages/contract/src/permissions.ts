/**
 * Who of the staff may do what: the one table, read by the server's door and by the screens that hide what is refused.
 * A role reaches only so far: `own` is the person's own account; `scope` the appointments and people of the offices or
 * comuni that were given to them; `union` everything.
 */
export const roles = ['operator', 'manager', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

export interface Permission {
  readonly roles: readonly Role[];
  readonly reach: 'own' | 'scope' | 'union';
}

const everybody = roles;
const desk = ['operator', 'manager', 'admin'] as const;

export const permissions = {
  /** See and leave one's own session; all that somebody may do who has yet to set up a second factor. */
  'session.own': { roles: everybody, reach: 'own' },
  /** Change one's own profile, password, second factor and sessions. */
  'account.own': { roles: everybody, reach: 'own' },
  /** Appointments and the people in them, contacts masked. */
  'appointment.read': { roles: [...desk, 'auditor'], reach: 'scope' },
  /** Contacts and tax codes in full; each look is recorded. */
  'person.reveal': { roles: desk, reach: 'scope' },
  /** Attendance, booking for somebody, moving, cancelling, moderating, notes. */
  'appointment.work': { roles: desk, reach: 'scope' },
  /** Correct what is known of somebody, and join two rows that are one person. */
  'person.change': { roles: desk, reach: 'scope' },
  /** Appointments as a table that leaves the desk. */
  'appointment.export': { roles: ['manager', 'admin'], reach: 'scope' },
  /** Everything about one person on request of theirs (GDPR), and its erasure. */
  'person.erase': { roles: ['manager', 'admin'], reach: 'scope' },
  /** Hours, absences and what is taken. */
  'calendar.read': { roles: [...desk, 'auditor'], reach: 'scope' },
  /** A small office stands in for a colleague who is ill: whoever works in it changes its calendars. */
  'calendar.change': { roles: desk, reach: 'scope' },
  /** The list of colleagues with roles and state. */
  'member.read': { roles: ['admin', 'auditor'], reach: 'union' },
  'member.change': { roles: ['admin'], reach: 'union' },
  /** What the union decides: comuni, offices, places, services, closures, texts. */
  'union.read': { roles: ['admin', 'auditor'], reach: 'union' },
  'union.change': { roles: ['admin'], reach: 'union' },
  /** How the desk is doing: figures of the whole union, about nobody. */
  'statistics.read': { roles: ['manager', 'admin', 'auditor'], reach: 'union' },
  /** What the desk is connected with elsewhere: without secrets. */
  'connection.read': { roles: ['admin', 'auditor'], reach: 'union' },
  'connection.change': { roles: ['admin'], reach: 'union' },
  /** How everything is that the desk stands on: messages, jobs, database, disk, certificates. */
  'system.read': { roles: ['admin', 'auditor'], reach: 'union' },
  /** The trail; an auditor sees its values masked. */
  'audit.read': { roles: ['admin', 'auditor'], reach: 'union' },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as readonly PermissionName[];

export function may(role: Role, permission: PermissionName): boolean {
  const allowed: readonly Role[] = permissions[permission].roles;
  return allowed.includes(role);
}

export function permissionsOf(role: Role): readonly PermissionName[] {
  return permissionNames.filter((name) => may(role, name));
}
