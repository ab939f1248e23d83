import { ApiProblem, type AppointmentRequest, type ConfirmedAppointment, confirmHold, type Hold } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { queryClient, send } from '../../api.ts';
import { keepToken } from '../../session/appointment-tokens.ts';
import { keepBooked } from '../done/booked.ts';
import { attemptOf } from '../attempt.ts';
import type { Attempt } from '../draft.ts';
import { changeDraft, currentDraft } from '../draft-store.ts';
import { forgetSavedRequest } from '../saved-request.ts';

/**
 * Sends the request. Its key stays in the draft until an answer has come, so that another try after a lost answer
 * finds the appointment that was made, and no second one.
 */
export function useSendRequest() {
  return useMutation({
    mutationFn: async ({ hold, body }: { readonly hold: Hold; readonly body: AppointmentRequest }) => {
      const attempt = await attemptFor(hold, JSON.stringify(body));
      return attempt.appointment ?? deliver(hold, attempt);
    },
    onSuccess: (appointment, { body }) => {
      keepToken(appointment.code, appointment.manage_token);
      keepBooked({ appointment, email: body.person.email || null, home: body.home_address ?? null });
      forgetSavedRequest();
      void queryClient.invalidateQueries({ queryKey: ['/slots'] });
    },
  });
}

interface KnownAttempt extends Attempt {
  readonly appointment?: ConfirmedAppointment;
}

/** An earlier sending of the same hold without an answer may have arrived: it is asked again before anything else. */
async function attemptFor(hold: Hold, body: string): Promise<KnownAttempt> {
  const former = currentDraft().sending;
  const isOtherOfSameHold = former && former.body !== body && former.body.includes(hold.id);
  if (!isOtherOfSameHold) return attemptOf(body, former);
  const appointment = await deliver(hold, former).catch((error: unknown) => {
    if (isUnanswered(error)) throw error;
    return undefined;
  });
  return appointment ? { ...former, appointment } : attemptOf(body, null);
}

async function deliver(hold: Hold, attempt: Attempt): Promise<ConfirmedAppointment> {
  changeDraft({ sending: attempt });
  try {
    // The text was made from a request of ours.
    return await send(confirmHold, { body: JSON.parse(attempt.body) as AppointmentRequest, token: hold.token, idempotencyKey: attempt.key });
  } catch (error) {
    if (!isUnanswered(error)) changeDraft({ sending: null });
    throw error;
  }
}

/** Nothing came back, or nothing that says whether it was done. */
function isUnanswered(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  return error.status === 0 || error.status >= 500 || error.status === 429 || error.problemName === 'request-in-progress';
}
