import { cancelAppointment } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { send } from '../../api.ts';
import { tokenFor } from '../../session/appointment-tokens.ts';
import { keepChanged } from '../queries.ts';
import { useTellChange } from '../tell-change.ts';

/** Cancels, with a reason or "". Asked again after a lost answer it changes nothing. */
export function useCancel(code: string) {
  const tellChange = useTellChange(code);
  return useMutation({
    mutationFn: (reason: string) => send(cancelAppointment, { params: { code }, token: tokenFor(code) ?? '', body: { reason } }),
    onSuccess: (cancelled) => keepChanged(code, cancelled),
    onError: tellChange,
  });
}
