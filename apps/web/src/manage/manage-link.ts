import { parseAppointmentCode } from '@sportello/contract';
import { paths } from '../paths.ts';

/** The link to keep, as the messages carry it. */
export function manageLink(origin: string, code: string, token: string): string {
  return `${origin}${paths.appointment(parseAppointmentCode(code) ?? code)}#${token}`;
}
