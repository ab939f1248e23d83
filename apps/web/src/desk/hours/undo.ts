import { type CallOutput, type changeCalendars, undoCalendarChange } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../../api.ts';
import { staffCall, staffKey } from '../../staff/staff-call.ts';
import { readCalendarsAgain } from './queries.ts';

// The change of hours that was saved last, for as long as it can be taken back: known on every page of the desk, and gone with the session.
const key = [staffKey, 'saved change'] as const;

export interface SavedNote {
  readonly saved: CallOutput<typeof changeCalendars>;
  /** What was saved, in a sentence. */
  readonly text: string;
}

export function rememberSaved(note: SavedNote): void {
  queryClient.setQueryData(key, note);
}

export function forgetSaved(): void {
  queryClient.setQueryData(key, null);
}

export function useSaved(): SavedNote | null {
  const { data } = useQuery<SavedNote | null>({ queryKey: key, queryFn: () => null, enabled: false, initialData: null, gcTime: Infinity, staleTime: Infinity });
  return data;
}

export async function takeBack({ saved: { id } }: SavedNote): Promise<void> {
  await staffCall(undoCalendarChange, { params: { change_id: id }, body: {} });
  await readCalendarsAgain();
}
