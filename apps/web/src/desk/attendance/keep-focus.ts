import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

interface Place {
  readonly row: string;
  readonly action: string | null;
}

/**
 * Rows of people move and change while somebody works with the keyboard. Where the browser would lose the focus with them,
 * it goes to the same place of the same row (`data-row`, `data-action`), or to what is left of it. Call it in the component
 * that draws the rows.
 */
export function useKeepFocus(container: RefObject<HTMLElement | null>): void {
  const last = useRef<Place | null>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const remember = ({ target }: FocusEvent) => {
      last.current = element.contains(target as Node) ? placeOf(target as Element) : null;
    };
    // A press beside everything takes the focus away on purpose.
    const forget = ({ target }: PointerEvent) => {
      if (!(target as Element).closest('button, a, input, select, textarea')) last.current = null;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, [container]);

  useLayoutEffect(() => {
    if (last.current && document.activeElement === document.body) focusRow(last.current, container.current);
  });
}

/** On the same action of the row, else on its likeliest; a page that has no such row keeps the focus in its list. */
export function focusRow({ row, action }: Place, container: HTMLElement | null): void {
  const found = container?.querySelector(`[data-row="${CSS.escape(row)}"]`);
  const target = (action && found?.querySelector<HTMLElement>(`[data-action="${action}"]`)) || found?.querySelector<HTMLElement>('[data-action], a, button');
  // Whoever works with the mouse keeps the part of the page that they look at.
  (target ?? container)?.focus({ preventScroll: !isByKeyboard });
}

function placeOf(element: Element): Place | null {
  const row = element.closest<HTMLElement>('[data-row]')?.dataset.row;
  return row ? { row, action: element.closest<HTMLElement>('[data-action]')?.dataset.action ?? null } : null;
}

let isByKeyboard = false;
if (typeof document !== 'undefined') {
  document.addEventListener('keydown', () => (isByKeyboard = true), true);
  document.addEventListener('pointerdown', () => (isByKeyboard = false), true);
}
