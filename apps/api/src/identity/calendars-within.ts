import type { Calendar, Directory } from '../directory/directory.ts';
import type { StaffMember } from './staff-member.ts';

/**
 * The calendars within somebody's reach, by name, without archived ones: those of an office in reach, and those that serve
 * one of its services. A comune in reach brings the offices that serve it, have served it or will: whatever appointment is
 * within reach, its calendars have a name. What such a calendar holds of other comuni stays beyond.
 */
export function calendarsWithin(directory: Directory, { reach }: Pick<StaffMember, 'reach'>): readonly Calendar[] {
  const calendars = [...directory.calendars.values()].filter(({ archivedAt }) => archivedAt === null);
  if (reach.everything) return calendars;
  const ofComuni = directory.competences.filter(({ municipalityId }) => reach.municipalityIds.includes(municipalityId));
  return calendarsOfOffices(directory, calendars, new Set([...reach.officeIds, ...ofComuni.map(({ officeId }) => officeId)]));
}

/** Of these calendars those that belong to one of the offices, or serve a channel of one of their services. */
export function calendarsOfOffices({ services }: Pick<Directory, 'services'>, calendars: readonly Calendar[], officeIds: ReadonlySet<string>): readonly Calendar[] {
  const serving = new Set<string>();
  for (const service of services.values()) {
    if (!officeIds.has(service.officeId)) continue;
    for (const { needs } of service.channels.values()) for (const id of needs.flat()) serving.add(id);
  }
  return calendars.filter(({ id, officeId }) => serving.has(id) || (officeId !== null && officeIds.has(officeId)));
}
