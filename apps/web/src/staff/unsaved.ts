import { use, useEffect } from 'react';
import { UNSAFE_DataRouterContext as DataRouterContext } from 'react-router';

/**
 * Asks before something typed would be lost: when the tab closes, and when a link or the back button leads to another page.
 * The router's own hook for it is not used, since it would travel to every citizen in the first chunk.
 */
export function useUnsavedWarning(isUnsaved: boolean, question: string): void {
  const router = use(DataRouterContext)?.router;

  useEffect(() => {
    if (!isUnsaved || !router) return;
    const key = 'unsaved';
    router.getBlocker(key, ({ currentLocation, nextLocation }) => {
      if (currentLocation.pathname === nextLocation.pathname) return false;
      return !window.confirm(question);
    });
    // What was stopped stays stopped: the next step is asked about anew.
    const stopListening = router.subscribe(({ blockers }) => {
      const blocker = blockers.get(key);
      if (blocker?.state === 'blocked') blocker.reset();
    });
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => {
      router.deleteBlocker(key);
      stopListening();
      window.removeEventListener('beforeunload', warn);
    };
  }, [isUnsaved, router, question]);
}
