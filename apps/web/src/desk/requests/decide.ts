import { ApiProblem, type DeskAppointmentItem } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { readRequestsAgain } from './queries.ts';

/** Sends a decision; afterwards, and when somebody else was quicker, the list is read again. */
export function useDecision<Wish>(send: (wish: Wish) => Promise<DeskAppointmentItem>, onDone: () => void) {
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onSettled: (_, error) => {
      if (!error || (error instanceof ApiProblem && error.status < 500 && error.status > 0)) void readRequestsAgain();
    },
  });
}
