import type { Secrets, TokenOwner } from '../secrets.ts';
import { shownCode } from './codes.ts';

/** Makes the link that opens an appointment: its secret stands in the fragment, which no server ever sees. */
export function manageLink(secrets: Secrets, baseUrl: string): (appointment: TokenOwner & { readonly code: string }) => string {
  return (appointment) => `${baseUrl}/appuntamento/${shownCode(appointment.code.replace('-', ''))}#${secrets.token('manage', appointment)}`;
}
