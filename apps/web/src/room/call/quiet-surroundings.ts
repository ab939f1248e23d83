import { type RefObject, useEffect } from 'react';

const around = 'header, footer, nav, .skiplinks';

/** While the call fills the screen, what lies below it takes neither the keyboard nor a reader, and does not scroll. */
export function useQuietSurroundings(call: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const quiet = [...document.querySelectorAll<HTMLElement>(around)].filter((element) => !element.inert && !call.current?.contains(element) && !element.contains(call.current));
    for (const element of quiet) element.inert = true;
    document.documentElement.classList.add('in-call');
    return () => {
      for (const element of quiet) element.inert = false;
      document.documentElement.classList.remove('in-call');
    };
  }, [call]);
}
