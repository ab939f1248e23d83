import { useEffect, useRef } from 'react';

/** When what the page says is another thing, its title takes the focus, so that it is read aloud and the keyboard begins there. */
export function useFocusOnChange(what: string): void {
  const told = useRef(what);
  useEffect(() => {
    if (told.current === what) return;
    told.current = what;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [what]);
}
