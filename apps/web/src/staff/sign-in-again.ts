/**
 * The wish that the person shows again who they are, while their page stays as it is: because the session is over, or
 * because what they do needs a fresh sign-in. Calls that fail together wait for the same answer.
 */
export type SignInReason = 'over' | 'fresh';

export type SignInAgain =
  | { readonly state: 'settled' }
  | { readonly state: 'asked'; readonly reason: SignInReason }
  /** The session is over and the person closed the dialog: nothing is lost, but nothing can be saved. */
  | { readonly state: 'cancelled' };

let current: SignInAgain = { state: 'settled' };
let waiting: { readonly reason: SignInReason; readonly promise: Promise<boolean>; readonly settle: (isSignedIn: boolean) => void } | null = null;
const listeners = new Set<() => void>();

/** Whether the person signed in. */
export function signInAgain(reason: SignInReason): Promise<boolean> {
  if (waiting) return waiting.promise;
  let settle: (isSignedIn: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  waiting = { reason, promise, settle };
  show({ state: 'asked', reason });
  return promise;
}

export function answerSignInAgain(isSignedIn: boolean): void {
  const answered = waiting;
  waiting = null;
  // Who did not confirm is still signed in: what they asked for says itself that it was not done.
  show({ state: isSignedIn || answered?.reason === 'fresh' ? 'settled' : 'cancelled' });
  answered?.settle(isSignedIn);
}

/** Takes the notice away after the person has signed in another way. */
export function settleSignInAgain(): void {
  if (current.state === 'cancelled') show({ state: 'settled' });
}

export function currentSignInAgain(): SignInAgain {
  return current;
}

export function onSignInAgain(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: SignInAgain): void {
  current = next;
  for (const listener of listeners) listener();
}
