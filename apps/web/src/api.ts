import { ApiProblem, call, type CallInput, type CallOutput, type Route } from '@sportello/contract';
import { QueryClient, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Language } from './messages/language.ts';
import { useLanguage } from './messages/LanguageContext.tsx';
import { currentLanguage } from './session/language-choice.ts';
import { writtenAnswer } from './written-answers.ts';

/** The only meeting point of the API and the cache. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 30 * 60_000,
      retry: (failures, error) => failures < 1 && mayPass(error),
      retryDelay: 800,
      refetchOnWindowFocus: false,
      networkMode: 'always', // a person without a connection is told so, not left waiting
    },
    mutations: { networkMode: 'always' },
  },
});

/** A question to the API, as the query cache takes it: what was asked, and in which language, is its key. */
export interface Question<Answer> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Answer>;
}
export type Ask<Answer> = (language: Language) => Question<Answer>;

export function ask<R extends Route>(route: R, input: CallInput<R>): Ask<CallOutput<R>> {
  return (language) => ({
    queryKey: [route.url, language, input],
    queryFn: async ({ signal }) => (writtenAnswer(route, input, language) as CallOutput<R> | undefined) ?? call(route, { ...input, language, signal }),
  });
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}
type ItemOf<Output> = Output extends Page<infer Item> ? Item : never;

/** All items of a list, page after page. */
export function askAll<R extends Route>(route: R, querystring: object = {}): Ask<readonly ItemOf<CallOutput<R>>[]> {
  return (language) => ({
    queryKey: [route.url, language, querystring],
    queryFn: async ({ signal }) => {
      const items: ItemOf<CallOutput<R>>[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        // What lists have in common: their query takes a cursor and they answer with a page. The compiler cannot know.
        const input = { querystring: { ...querystring, cursor }, language, signal } as unknown as CallInput<R>;
        const page = (writtenAnswer(route, { querystring: { ...querystring, cursor } }, language) ?? (await call(route, input))) as Page<ItemOf<CallOutput<R>>>;
        items.push(...page.items);
        cursor = page.next_cursor;
      }
      return items;
    },
  });
}

type Answers<Questions extends readonly Ask<unknown>[]> = { -readonly [At in keyof Questions]: Questions[At] extends Ask<infer Answer> ? Answer : never };

/** For a loader: waits until the answers are there. What the cache has is enough: the page refreshes it. */
export async function load<const Questions extends readonly Ask<unknown>[]>(...questions: Questions): Promise<Answers<Questions>> {
  const answers = await Promise.all(questions.map((question) => queryClient.query({ ...question(currentLanguage()), staleTime: 'static' })));
  // One answer for each question, in their order.
  return answers as Answers<Questions>;
}

/** The answer that the loader of the page has asked for already; it suspends only when the language changes. */
export function useAnswer<Answer>(question: Ask<Answer>): Answer {
  return useSuspenseQuery(question(useLanguage())).data;
}

/** The answer once it is there, for what a page shows beside its own matter; null when it cannot be had. */
export function useAnswerSoon<Answer>(question: Ask<Answer>): Answer | null | undefined {
  const { data, isError } = useQuery(question(useLanguage()));
  return isError ? null : data;
}

/** No answer, or a server in trouble: worth a second try. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
}

/** Sends a change, in the language of the visitor. */
export function send<R extends Route>(route: R, input: CallInput<R>): Promise<CallOutput<R>> {
  return call(route, { ...input, language: currentLanguage() });
}
