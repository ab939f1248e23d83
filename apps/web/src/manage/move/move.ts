import { ApiProblem, type Appointment, moveAppointment } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { send } from '../../api.ts';
import { paths } from '../../paths.ts';
import { tokenFor } from '../../session/appointment-tokens.ts';
import { type Notice, type Stay } from '../notice.ts';
import { keepChanged, lookAgain } from '../queries.ts';
import { useTellChange } from '../tell-change.ts';

/** Moves to another time and place, and shows the appointment with both times. Asked again after a lost answer it changes nothing. */
export function useMove(shown: Appointment) {
  const { code } = shown;
  const navigate = useNavigate();
  const tellChange = useTellChange(code);
  return useMutation({
    mutationFn: ({ starts_at, place_id }: Stay) => send(moveAppointment, { params: { code }, token: tokenFor(code) ?? '', body: { starts_at, place_id } }),
    onSuccess: async (moved) => {
      await keepChanged(code, moved);
      const notice: Notice = { kind: 'moved', from: stayOf(shown), to: stayOf(moved) };
      await navigate(paths.appointment(code), { replace: true, state: { notice } });
    },
    onError: async (error) => {
      if (isTimeGone(error)) await lookAgain();
      await tellChange(error);
    },
  });
}

export function stayOf({ starts_at, ends_at, place }: Pick<Appointment, 'starts_at' | 'ends_at' | 'place'>): Stay {
  return { starts_at, ends_at, place_id: place?.id ?? null };
}

/** Somebody else has taken that time, or it is no longer offered. */
export function isTimeGone(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && (error.problemName === 'slot-taken' || error.problemName === 'slot-not-offered');
}
