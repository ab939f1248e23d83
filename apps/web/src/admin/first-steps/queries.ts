import { type CallInput, type FirstSteps, type ItalianComune, joinMunicipalities, listItalianComuni, showAgenda, showBoard, showCalendarHours, showFirstSteps } from '@sportello/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Ask } from '../../api.ts';
import { useLanguage } from '../../messages/LanguageContext.tsx';
import { askAllStaff, askStaff, readAgain, staffCall, staffKey } from '../../staff/staff-call.ts';
import { readRecordsAgain } from '../records/queries.ts';

/** Nothing in it is said in a language: one answer for all, so that choosing another never shows an older state. */
export const firstStepsNow: Ask<FirstSteps> = () => ({ ...askStaff(showFirstSteps, {})('it'), queryKey: [staffKey, showFirstSteps.url] });

/** How far the set-up has come; asked anew by each page, as a colleague or another tab may have gone on. `isAsking`: the answer is on its way. */
export function useFirstSteps(): FirstSteps & { readonly isAsking: boolean } {
  const { data, isFetching } = useSuspenseQuery({ ...firstStepsNow(useLanguage()), staleTime: 0 });
  return { ...data, isAsking: isFetching };
}

const mostSuggestions = 20;

/** The comuni that the words mean, the best first. */
export function comuniFor(words: string) {
  return askStaff(listItalianComuni, { querystring: { q: words, limit: mostSuggestions } });
}

/** All comuni of a province, by its sign. */
export function comuniOfProvince(sign: string) {
  return askAllStaff(listItalianComuni, { q: sign });
}

/** They join the union, all or none; the same may be sent twice. */
export async function joinUnion(body: CallInput<typeof joinMunicipalities>['body']): Promise<void> {
  await staffCall(joinMunicipalities, { body });
  await readRecordsAgain();
}

/** Rules, exceptions and absences of a calendar. */
export function hoursOf(calendarId: string) {
  return askStaff(showCalendarHours, { params: { calendar_id: calendarId } });
}

/** After hours were changed: what the desk shows of them is read again too. */
export async function readHoursAgain(): Promise<void> {
  await Promise.all([showCalendarHours, showAgenda, showBoard].map(readAgain));
}

export type Comune = ItalianComune;
