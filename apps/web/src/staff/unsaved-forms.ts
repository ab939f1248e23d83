/** What is used of the router. */
export interface UnsavedRouter {
  getBlocker(key: string, shouldBlock: (step: { readonly currentLocation: { readonly pathname: string }; readonly nextLocation: { readonly pathname: string } }) => boolean): unknown;
  deleteBlocker(key: string): void;
  subscribe(listen: (state: { readonly blockers: ReadonlyMap<string, { readonly state: string; readonly reset?: (() => void) | undefined }> }) => void): () => void;
}

type Page = Pick<Window, 'confirm' | 'addEventListener' | 'removeEventListener'>;

export interface Unsaved {
  /** One form more that has something to lose; the answer takes it away. */
  add(question: string): () => void;
}

const key = 'unsaved';

/** Holds the router and the tab as long as any form has something to lose. */
export function makeUnsaved(router: UnsavedRouter, page: Page): Unsaved {
  const questions = new Map<symbol, string>();
  let release: () => void = () => undefined;

  function hold(): () => void {
    router.getBlocker(key, ({ currentLocation, nextLocation }) => {
      if (currentLocation.pathname === nextLocation.pathname) return false;
      const [question] = questions.values();
      return question !== undefined && !page.confirm(question);
    });
    // What was stopped stays stopped: the next step is asked about anew.
    const stopListening = router.subscribe(({ blockers }) => {
      const blocker = blockers.get(key);
      if (blocker?.state === 'blocked') blocker.reset?.();
    });
    const warn = (event: Event) => event.preventDefault();
    page.addEventListener('beforeunload', warn);
    return () => {
      router.deleteBlocker(key);
      stopListening();
      page.removeEventListener('beforeunload', warn);
    };
  }

  return {
    add(question) {
      const form = Symbol('form');
      if (questions.size === 0) release = hold();
      questions.set(form, question);
      return () => {
        questions.delete(form);
        if (questions.size === 0) release();
      };
    },
  };
}
