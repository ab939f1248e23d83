import { apiBase, ApiProblem, type Alternative, type DeskHold, holdDeskSlot, releaseDeskHold } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { quietCall, staffCall } from '../../staff/staff-call.ts';
import { type DeskWish, slotsWish } from './desk-choice.ts';
import type { TimeWish } from './draft.ts';
import { changeDraft, currentDraft } from './draft-store.ts';
import { readSlotsAgain } from './queries.ts';

/** One after the other, so that each knows which hold it replaces. */
let line: Promise<unknown> = Promise.resolve();

/** Keeps a time for the person on the phone and lets the former one go, if and only if the new one is won. */
export function useHoldTime(wish: DeskWish) {
  return useMutation({
    mutationFn: (time: TimeWish) => holdNow(wish, time),
    onError: dropLostTime,
    onSettled: () => void readSlotsAgain(),
  });
}

/** A time that is gone and is not held is chosen no longer. */
export function dropLostTime(error: Error): void {
  if (isTimeGone(error) && !currentDraft()?.hold) changeDraft({ wish: null });
}

export function holdNow(wish: DeskWish, time: TimeWish): Promise<DeskHold> {
  const held = line.catch(() => undefined).then(async () => {
    const { service_id, channel, municipality_id } = slotsWish(wish);
    const { starts_at, place_id, calendar_id, outside_hours } = time;
    const body = { service_id, channel, municipality_id, place_id, starts_at, calendar_id, ...(outside_hours && { outside_hours }), replaces: currentDraft()?.hold?.id ?? null };
    const hold = await staffCall(holdDeskSlot, { body });
    changeDraft({ hold, wish: time });
    return hold;
  });
  line = held;
  return held;
}

/** The time is free again for others. Best effort: a hold ends by itself. */
export function releaseHold(): void {
  const hold = takeHold();
  if (hold) void quietCall(releaseDeskHold, { params: { hold_id: hold.id } }).catch(() => undefined);
}

/** The same while the page is being closed: the call may outlive it, which `call` has no use for elsewhere. */
export function releaseHoldAtLast(): void {
  const hold = takeHold();
  if (hold) void fetch(apiBase + releaseDeskHold.url.replace(':hold_id', encodeURIComponent(hold.id)), { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(() => undefined);
}

function takeHold(): DeskHold | null {
  const hold = currentDraft()?.hold ?? null;
  if (hold) changeDraft({ hold: null });
  return hold;
}

/** Somebody was quicker, or the hours changed: another time must be chosen. */
export function isTimeGone(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && (error.problemName === 'slot-taken' || error.problemName === 'slot-not-offered');
}

/** The nearest free times that a refusal came with. */
export function alternativesIn(error: unknown): readonly Alternative[] {
  return error instanceof ApiProblem ? (error.problem?.alternatives ?? []) : [];
}
