import { type DeskPerson, exportPerson, searchPeople, showDeskPerson } from '@sportello/contract';
import { queryOptions } from '@tanstack/react-query';
import { queryClient } from '../../api.ts';
import type { Language } from '../../messages/language.ts';
import { readAgain, staffCall, staffKey } from '../../staff/staff-call.ts';

const foundKey = [staffKey, 'people-by'] as const;
const searchKey = [staffKey, 'people-search'] as const;

export const fewestCharacters = 2;

/** People by what was typed, which stays in the memory of the tab: it is in no address and in no storage. */
export function peopleBy(words: string, language: Language) {
  return queryOptions({
    queryKey: [...foundKey, language, words],
    queryFn: ({ signal }) => staffCall(searchPeople, { body: { words }, language, signal }),
    enabled: words.length >= fewestCharacters,
    staleTime: 30_000,
  });
}

/** The search that the page of people goes back to: what was typed, and who was opened from there. Gone with the session. */
interface LastSearch {
  readonly words: string;
  readonly openedId: string | null;
}

const noSearch: LastSearch = { words: '', openedId: null };
// As long as the tab lives: else what nobody looks at is swept away after a while.
queryClient.setQueryDefaults(searchKey, { gcTime: Infinity });

export function lastSearch(): LastSearch {
  return queryClient.getQueryData<LastSearch>(searchKey) ?? noSearch;
}

export function rememberSearch(change: Partial<LastSearch>): void {
  queryClient.setQueryData<LastSearch>(searchKey, { ...lastSearch(), ...change });
}

/** Everything about somebody: each time it is asked for is an entry of the trail, so it is asked for once. */
export function exportOf(id: string, language: Language) {
  return queryOptions({
    queryKey: [staffKey, exportPerson.url, language, id],
    queryFn: () => staffCall(exportPerson, { params: { person_id: id }, body: {} }),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** What a change answered, in place of what was read before. Never what was revealed: that is kept nowhere. */
export function keepPerson(changed: DeskPerson): void {
  const isThem = ({ state }: { readonly state: { readonly data: unknown } }) => (state.data as DeskPerson | undefined)?.id === changed.id;
  queryClient.setQueriesData<DeskPerson>({ queryKey: [staffKey, showDeskPerson.url], predicate: isThem }, changed);
  void queryClient.invalidateQueries({ queryKey: foundKey });
}

/** Somebody who is there no more, or is another now. */
export function forgetPerson(id: string): void {
  const isThem = ({ state }: { readonly state: { readonly data: unknown } }) => (state.data as DeskPerson | undefined)?.id === id;
  queryClient.removeQueries({ queryKey: [staffKey, showDeskPerson.url], predicate: isThem });
  queryClient.removeQueries({ queryKey: foundKey });
}

export function readPeopleAgain(): Promise<void> {
  return readAgain(showDeskPerson);
}
