import { may, type PermissionName, type Role } from './permissions.ts';

/**
 * What a key may open for another system: the one table, read by the server's door and by the page on which keys are made. A
 * scope stands on a permission of whoever made the key, so that a key never opens more than its maker may. `byOffice`: it can be
 * limited to offices; what counts the union as a whole cannot.
 */
export const keyScopes = {
  /** Appointments by id, time, place and state, about nobody. */
  'appointments:read': { permission: 'appointment.read', byOffice: true },
  /** Who comes to one appointment, contacts and tax codes in full; each look is recorded. */
  'people:read': { permission: 'person.reveal', byOffice: true },
  /** How the desk is doing: the figures of the page of statistics. */
  'statistics:read': { permission: 'statistics.read', byOffice: false },
  /** All that the union decided, as one document; each export is recorded. */
  'union:read': { permission: 'union.read', byOffice: false },
} as const satisfies Record<string, { readonly permission: PermissionName; readonly byOffice: boolean }>;

export type KeyScope = keyof typeof keyScopes;

export const keyScopeNames = Object.keys(keyScopes) as [KeyScope, ...KeyScope[]];

/** Whether a key with this scope opens anything while somebody of this role answers for it. */
export function mayVouchFor(role: Role, scope: KeyScope): boolean {
  return may(role, 'connection.change') && may(role, keyScopes[scope].permission);
}
