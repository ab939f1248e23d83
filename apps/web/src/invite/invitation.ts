import { ApiProblem, type OpenInvitation, showInvitation } from '@sportello/contract';
import { type Ask, ask, load, queryClient } from '../api.ts';
import { invitationToken } from './invitation-link.ts';

/** The invitation that this tab holds; null where it holds none. */
export function invitation(): Ask<OpenInvitation | null> {
  const token = invitationToken();
  return token === null ? none : ask(showInvitation, { token });
}

/** The same, asked for only where an address names one. */
export function invitationNamed(id: string | undefined): Ask<OpenInvitation | null> {
  return id === undefined ? none : invitation();
}

/** For a loader: the invitation with this id, if this tab holds it and it can still be used. */
export async function usableInvitation(id: string): Promise<OpenInvitation | null> {
  try {
    const [found] = await load(invitation());
    return found?.id === id ? found : null;
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

/** It was used: what is known of it is no longer true. */
export function forgetInvitation(): void {
  queryClient.removeQueries({ queryKey: [showInvitation.url] });
}

/** The link was used, taken back or is over. */
export function isLinkOver(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.problemName === 'link-over';
}

/** Over, wrong, or tried too often: the page of the invitation says which. */
function isRefused(error: unknown): boolean {
  return isLinkOver(error) || (error instanceof ApiProblem && [401, 404, 429].includes(error.status));
}

function none() {
  return { queryKey: ['no invitation'], queryFn: () => Promise.resolve(null) };
}
