import { ApiProblem } from '@sportello/contract';
import { load } from '../api.ts';
import { municipalities, service } from '../directory.ts';
import { tokenFor } from '../session/appointment-tokens.ts';
import { clockSkew } from '../session/desk-clock.ts';
import { appointment } from './queries.ts';

/** Whether the link opens the appointment, and if not, why. */
export type Door = { readonly is: 'open' } | { readonly is: 'no-link' } | { readonly is: 'wrong-link' } | { readonly is: 'too-many'; readonly seconds: number };

/** For the loaders of the pages of an appointment: tries the link, and fetches what the page shows around it. */
export async function openDoor(code: string): Promise<Door> {
  if (tokenFor(code) === null) return { is: 'no-link' };
  try {
    const [found] = await load(appointment(code), clockSkew);
    // A service that is no longer published is no reason to hide the appointment.
    await Promise.allSettled([load(service(found.service.id)), load(municipalities)]);
    return { is: 'open' };
  } catch (error) {
    return whyClosed(error);
  }
}

/** Throws what is not about the link: the page of troubles says it. */
function whyClosed(error: unknown): Door {
  if (!(error instanceof ApiProblem)) throw error;
  if (error.status === 404 || error.status === 401) return { is: 'wrong-link' };
  if (error.status === 429) return { is: 'too-many', seconds: error.retryAfterSeconds ?? 600 };
  throw error;
}
