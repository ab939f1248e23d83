import type { Requester } from '../appointments/read-appointment.ts';

/** Given and family name of who asked for an appointment, or those of a company; empty for who was erased. */
export function nameOfRequester(requester: Requester | null): string {
  if (!requester) return '';
  const { kind, givenName, familyName, companyName } = requester;
  const names = kind === 'legal' && companyName ? [companyName] : [givenName, familyName];
  return names.filter((name): name is string => Boolean(name)).join(' ');
}
