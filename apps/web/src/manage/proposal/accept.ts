import { acceptProposal, ApiProblem, type Appointment } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { send } from '../../api.ts';
import { paths } from '../../paths.ts';
import { tokenFor } from '../../session/appointment-tokens.ts';
import { stayOf } from '../move/move.ts';
import type { Notice } from '../notice.ts';
import { keepChanged, lookAgain } from '../queries.ts';

/**
 * Takes the proposed start. Taps follow each other, one at a time: the second finds what the first has done and changes
 * nothing. When the proposal is no longer there, the page shows how it stands now and says so.
 */
export function useAccept(shown: Appointment) {
  const { code } = shown;
  const navigate = useNavigate();
  const tell = (notice: Notice) => navigate(paths.appointment(code), { replace: true, preventScrollReset: true, state: { notice } });
  return useMutation({
    scope: { id: `accept ${code}` },
    mutationFn: (startsAt: string) => send(acceptProposal, { params: { code }, token: tokenFor(code) ?? '', body: { starts_at: startsAt } }),
    onSuccess: async (accepted) => {
      // First the news, which waits for the time that it tells: title and time change together.
      await tell({ kind: 'accepted', from: stayOf(shown), to: stayOf(accepted) });
      await keepChanged(code, accepted);
    },
    onError: async (error) => {
      if (!isOver(error)) return;
      await lookAgain();
      await tell({ kind: 'proposal-over' });
    },
  });
}

/** Replaced, ended, or decided upon by the office or in another tab. */
export function isOver(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problemName === 'state-conflict' || error.problemName === 'slot-taken');
}
