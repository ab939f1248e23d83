import { ApiProblem } from '@sportello/contract';
import { load, queryClient } from '../api.ts';
import { offices, service } from '../directory.ts';
import { currentLanguage } from '../session/language-choice.ts';
import { invitationToken } from './invitation-link.ts';
import { invitation, isLinkOver } from './invitation.ts';

/** Whether the link of an invitation opens something, and if not, why. */
export type Door = { readonly is: 'open' } | { readonly is: 'no-link' | 'wrong-link' | 'over' } | { readonly is: 'too-many'; readonly seconds: number };

/** Tries the link anew each time, as it is used only once; fetches what its page shows. */
export async function openDoor(): Promise<Door> {
  if (invitationToken() === null) return { is: 'no-link' };
  try {
    const found = await queryClient.query({ ...invitation()(currentLanguage()), staleTime: 0 });
    if (!found) return { is: 'no-link' };
    await load(service(found.service.id), offices);
    return { is: 'open' };
  } catch (error) {
    return whyClosed(error);
  }
}

/** Throws what is not about the link: the page of troubles says it. */
function whyClosed(error: unknown): Door {
  if (isLinkOver(error)) return { is: 'over' };
  if (!(error instanceof ApiProblem)) throw error;
  if (error.status === 404 || error.status === 401) return { is: 'wrong-link' };
  if (error.status === 429) return { is: 'too-many', seconds: error.retryAfterSeconds ?? 600 };
  throw error;
}
