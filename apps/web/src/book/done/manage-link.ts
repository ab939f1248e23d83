import { paths } from '../../paths.ts';

/** The address that opens the appointment: its secret is in the fragment, which no server ever sees. */
export function manageLink(code: string, token: string): string {
  return `${paths.appointment(code)}#${token}`;
}
