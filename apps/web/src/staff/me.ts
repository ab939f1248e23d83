import { type Me, showMe } from '@sportello/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { load, queryClient } from '../api.ts';
import { isLanguage, type Language } from '../messages/language.ts';
import { clockSkew } from '../session/desk-clock.ts';
import { device } from '../storage.ts';
import { forgetLife, learnLife } from './session-life.ts';
import { settleSignInAgain } from './sign-in-again.ts';
import { meKey, quietCall, staffKey } from './staff-call.ts';
import { forgetUnsent } from './unsent.ts';

const question = { queryKey: meKey, queryFn: fetchMe, staleTime: Infinity, gcTime: Infinity, retry: false };

/** Who is signed in, as the API says now. Throws session-needed or session-over where nobody is. */
export async function fetchMe(): Promise<Me> {
  const [me, [skew]] = await Promise.all([quietCall(showMe, {}), load(clockSkew)]);
  learnLife(me.session, skew);
  return me;
}

/** For the shell, which leads to the sign-in where nobody is signed in. */
export function useMaybeMe({ enabled }: { readonly enabled: boolean }) {
  return useQuery({ ...question, enabled });
}

/** For a page: it is shown only when somebody is signed in. */
export function useMe(): Me {
  return useSuspenseQuery(question).data;
}

/** Who is signed in, as far as that is known already. */
export function knownMe(): Me | undefined {
  return queryClient.getQueryData(meKey);
}

export function keepMe(me: Me): void {
  queryClient.setQueryData(meKey, me);
}

export async function readMeAgain(): Promise<Me> {
  const me = await fetchMe();
  keepMe(me);
  return me;
}

/**
 * After a sign-in. Nothing that somebody else saw stays in the cache; whoever never chose a language on this device gets
 * that of their account.
 */
export async function enter(choose: (language: Language) => void): Promise<Me> {
  queryClient.removeQueries({ queryKey: [staffKey] });
  const me = await readMeAgain();
  settleSignInAgain();
  if (!isLanguage(device.read('language'))) choose(me.language);
  return me;
}

/** After a sign-out. */
export function leave(): void {
  forgetLife();
  forgetUnsent();
  queryClient.removeQueries({ queryKey: [staffKey] });
}
