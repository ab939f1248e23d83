import { inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Tables } from '../database/schema.ts';
import type { StaffMember } from './staff-member.ts';

/**
 * The condition under which an appointment lies within somebody's reach: the one definition of "own", for every query of
 * the staff that reads appointments, or people through them. undefined: everything does.
 */
export function withinReach({ appointments }: Pick<Tables, 'appointments'>, { reach }: Pick<StaffMember, 'reach'>): SQL | undefined {
  if (reach.everything) return undefined;
  const { officeIds, municipalityIds } = reach;
  if (officeIds.length === 0 && municipalityIds.length === 0) return sql`1 = 0`;
  return or(
    officeIds.length > 0 ? inArray(appointments.officeId, [...officeIds]) : undefined,
    municipalityIds.length > 0 ? inArray(appointments.municipalityId, [...municipalityIds]) : undefined,
  );
}

/** The same of something that belongs to an office and, where it is about a matter, to a comune. */
export function isWithinReach({ reach }: Pick<StaffMember, 'reach'>, { officeId, municipalityId = null }: { readonly officeId: string; readonly municipalityId?: string | null }): boolean {
  if (reach.everything) return true;
  return reach.officeIds.includes(officeId) || (municipalityId !== null && reach.municipalityIds.includes(municipalityId));
}
