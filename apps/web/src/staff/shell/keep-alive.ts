import { useEffect } from 'react';
import { readMeAgain } from '../me.ts';
import { signInAgain } from '../sign-in-again.ts';
import { reasonToSignIn, renew } from '../staff-call.ts';

const everyMilliseconds = 4 * 60_000;

/**
 * While the page is in sight: renews the token before its five minutes are over, which does not count as activity; and
 * when it comes into sight again, looks whether the session still lives, so that nobody types into one that is over.
 */
export function useKeepAlive(): void {
  useEffect(() => {
    const renewInSight = () => {
      if (document.visibilityState === 'visible') void renewOrAsk();
    };
    // Brought back by the browser as it was left, perhaps after a sign-out.
    const lookAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted) location.reload();
    };
    const timer = setInterval(renewInSight, everyMilliseconds);
    document.addEventListener('visibilitychange', renewInSight);
    window.addEventListener('pageshow', lookAgain);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renewInSight);
      window.removeEventListener('pageshow', lookAgain);
    };
  }, []);
}

/** A connection that fails for a moment is no reason to ask anybody anything. */
export async function renewOrAsk(): Promise<void> {
  try {
    await renew();
  } catch (error) {
    if (reasonToSignIn(error)) void signInAgain('over');
  }
}

/** Counts as activity: the time until the idle end begins anew. */
export async function stay(): Promise<void> {
  try {
    await readMeAgain();
  } catch (error) {
    if (reasonToSignIn(error)) void signInAgain('over');
  }
}
