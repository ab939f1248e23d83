import { use, useEffect } from 'react';
import { UNSAFE_DataRouterContext as DataRouterContext } from 'react-router';
import { makeUnsaved, type UnsavedRouter, type Unsaved } from './unsaved-forms.ts';

/** The router heeds one blocker alone: all forms of a page share it. */
const known = new WeakMap<object, Unsaved>();

/**
 * Asks before something typed would be lost: when the tab closes, and when a link or the back button leads to another page. Any
 * number of forms on a page may have something to lose; one question is asked for all.
 * The router's own hook for it is not used, since it would travel to every citizen in the first chunk.
 */
export function useUnsavedWarning(isUnsaved: boolean, question: string): void {
  const router = use(DataRouterContext)?.router;

  useEffect(() => {
    if (!isUnsaved || !router) return;
    return unsavedOf(router).add(question);
  }, [isUnsaved, router, question]);
}

function unsavedOf(router: UnsavedRouter): Unsaved {
  const before = known.get(router);
  if (before) return before;
  const made = makeUnsaved(router, window);
  known.set(router, made);
  return made;
}
