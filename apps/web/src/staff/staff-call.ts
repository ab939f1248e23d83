import { ApiProblem, call, type CallInput, type CallOutput, renewSession, type Route } from '@sportello/contract';
import { type Ask, queryClient } from '../api.ts';
import { currentLanguage } from '../session/language-choice.ts';
import { noteUse } from './session-life.ts';
import { signInAgain, type SignInReason } from './sign-in-again.ts';

/** All that the cache holds of the staff's part of the API begins with this, so that a sign-out can take it away. */
export const staffKey = 'staff';
export const meKey = [staffKey, 'me'] as const;

/** The name of a problem that the API answered. */
export function problemOf(error: unknown): string | null {
  return error instanceof ApiProblem ? error.problemName : null;
}

/** What the API said went wrong, in the language of the person. */
export function detailOf(error: Error): string {
  return error instanceof ApiProblem ? (error.problem?.detail ?? error.message) : error.message;
}

let renewing: Promise<unknown> | null = null;

/** Gives the cookie another few minutes. Throws the problem session-over when there is nothing left to renew. */
export function renew(): Promise<unknown> {
  renewing ??= call(renewSession, { body: {} }).finally(() => {
    renewing = null;
  });
  return renewing;
}

/** A call that renews the token of the session where it is too old, and else throws what it was answered. */
export function quietCall<R extends Route>(route: R, input: CallInput<R>): Promise<CallOutput<R>> {
  return renewingOnce(() => counted(call(route, { language: currentLanguage(), ...input })));
}

/** Whatever asks the API: once more with a new token where the present one is too old. */
export async function renewingOnce<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  try {
    return await attempt();
  } catch (error) {
    if (problemOf(error) !== 'session-stale') throw error;
  }
  await renew();
  return attempt();
}

/**
 * The same, and where the session is over or the sign-in too long ago, asks the person to sign in over the page and then
 * repeats the call. Nobody is asked who was not signed in when the page was opened: the page itself leads to the sign-in.
 */
export async function staffCall<R extends Route>(route: R, input: CallInput<R>): Promise<CallOutput<R>> {
  try {
    return await quietCall(route, input);
  } catch (error) {
    const reason = reasonToSignIn(error);
    if (!reason || !queryClient.getQueryData(meKey)) throw error;
    if (!(await signInAgain(reason))) throw error;
  }
  return quietCall(route, input);
}

export function reasonToSignIn(error: unknown): SignInReason | null {
  const name = problemOf(error);
  if (name === 'session-needed' || name === 'session-over') return 'over';
  return name === 'fresh-sign-in-needed' ? 'fresh' : null;
}

async function counted<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const known = await answer;
  noteUse();
  return known;
}

/** A question of the staff, as the query cache takes it. */
export function askStaff<R extends Route>(route: R, input: CallInput<R>): Ask<CallOutput<R>> {
  return (language) => ({
    queryKey: [staffKey, route.url, language, input],
    queryFn: ({ signal }) => staffCall(route, { ...input, language, signal }),
  });
}

/** A question that the page asks by itself, for a `background` endpoint: it is no use of the session, and nobody is asked to sign in for it. */
export function askStaffQuietly<R extends Route>(route: R, input: CallInput<R>): Ask<CallOutput<R>> {
  return (language) => ({
    queryKey: [staffKey, route.url, language, input],
    queryFn: ({ signal }) => renewingOnce(() => call(route, { ...input, language, signal })),
  });
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}
type ItemOf<Output> = Output extends Page<infer Item> ? Item : never;

/** All items of a list, page after page. */
export function askAllStaff<R extends Route>(route: R, querystring: object = {}): Ask<readonly ItemOf<CallOutput<R>>[]> {
  return (language) => ({
    queryKey: [staffKey, route.url, language, querystring, 'all'],
    queryFn: async ({ signal }) => {
      const items: ItemOf<CallOutput<R>>[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        // What lists have in common: their query takes a cursor and they answer with a page. The compiler cannot know.
        const input = { querystring: { ...querystring, cursor }, language, signal } as unknown as CallInput<R>;
        const page = (await staffCall(route, input)) as Page<ItemOf<CallOutput<R>>>;
        items.push(...page.items);
        cursor = page.next_cursor;
      }
      return items;
    },
  });
}

/** After a change: what was read at this address of the API is read again. */
export function readAgain({ url }: Route): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [staffKey, url] });
}
