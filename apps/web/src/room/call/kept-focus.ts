import { type RefObject, useEffect } from 'react';

const withTitle = 'dialog, .call-panel';

/** Many a button goes when it was pressed: "let in", "turn the sound on". The title nearest to it takes the focus, which would fall out of the call. */
export function useKeptFocus(call: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = call.current;
    if (!place) return;
    let last: { readonly element: Element; readonly around: Element | null } | null = null;
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = { element: target, around: target.closest(withTitle) };
    };
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const around = last.around?.isConnected ? last.around : place;
      last = null;
      around.querySelector<HTMLElement>('h1, h2')?.focus();
    });
    place.addEventListener('focusin', note);
    observer.observe(place, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      place.removeEventListener('focusin', note);
    };
  }, [call]);
}
