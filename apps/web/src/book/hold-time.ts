import { ApiProblem, extendHold, holdSlot, type HoldRequest } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient, send } from '../api.ts';
import { attemptOf } from './attempt.ts';
import { changeDraft, currentDraft } from './draft-store.ts';
import { invitationToken } from '../invite/invitation-link.ts';
import type { KeptHold } from './draft.ts';
import { type Bookable, bookableKey } from './resolve-choice.ts';
import { solveCaptcha } from './solve-captcha.ts';

/** Keeps a start for the visitor and lets their former one go; `isChecking` while the machine proves its work. */
export function useHoldTime(bookable: Bookable) {
  const [isChecking, setChecking] = useState(false);
  const holding = useMutation({
    mutationFn: (startsAt: string) => holdTime(bookable, startsAt, setChecking),
    onSettled: () => setChecking(false),
    onError: () => void queryClient.invalidateQueries({ queryKey: ['/slots'] }),
  });
  return { ...holding, isChecking };
}

async function holdTime(bookable: Bookable, startsAt: string, onChecking: (isChecking: boolean) => void): Promise<KeptHold> {
  const { service, way, municipality, place, operator, invitation } = bookable;
  const terms = { operator_id: operator?.id ?? null, invitation_id: invitation?.id ?? null };
  const asked = { service_id: service.id, channel: way.channel, municipality_id: municipality.id, place_id: way.channel === 'desk' ? (place?.id ?? null) : null, starts_at: startsAt };
  const wish: HoldRequest = { ...asked, operator_id: terms.operator_id, invitation: invitation ? invitationToken() : null };
  const { hold: former, holdAttempt } = currentDraft();
  const attempt = attemptOf(JSON.stringify({ ...asked, ...terms, former: former?.id }), holdAttempt);
  changeDraft({ start: startsAt, startFor: bookableKey(bookable), holdAttempt: attempt });
  const options = { idempotencyKey: attempt.key, token: former?.token };
  const held = await send(holdSlot, { ...options, body: wish }).catch(async (error: unknown) => {
    const challenge = challengeIn(error);
    if (!challenge) throw error;
    onChecking(true);
    return send(holdSlot, { ...options, body: { ...wish, captcha: await solveCaptcha(challenge) } });
  });
  const hold = { ...held, ...terms };
  changeDraft({ hold, start: hold.starts_at, holdAttempt: null });
  return hold;
}

function challengeIn(error: unknown) {
  return error instanceof ApiProblem && error.problemName === 'captcha-required' ? error.problem?.challenge : undefined;
}

/** Five minutes more, once. */
export function useExtendHold(hold: KeptHold) {
  return useMutation({
    mutationFn: () => send(extendHold, { params: { id: hold.id }, token: hold.token, body: { extend: true } }),
    onSuccess: (extended) => changeDraft({ hold: { ...hold, ...extended } }),
  });
}

/** The nearest free times that a refusal came with. */
export function alternativesIn(error: unknown) {
  return error instanceof ApiProblem ? (error.problem?.alternatives ?? []) : [];
}

/** Somebody else was quicker; otherwise the rules do not allow the time any more. */
export function wasOffered(error: unknown): boolean {
  return error instanceof ApiProblem && error.problemName === 'slot-taken';
}

/** The time is gone or was never there: another must be chosen. */
export function isTimeGone(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problemName === 'slot-taken' || error.problemName === 'slot-not-offered');
}
