import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Place } from './stops.ts';

/**
 * One stop of the tab key among all of a table: the one that was reached last. The stops carry `data-stop`, and tabIndex -1;
 * which of them is 0 is kept in the page itself, so that a step does not draw hundreds of cells again.
 */
export function useRovingFocus(table: RefObject<HTMLTableElement | null>, first: Place) {
  const current = useRef<string | null>(null);

  // After each drawing, since cells come and go.
  useLayoutEffect(() => {
    const names = [current.current, nameOf(first)].filter((name) => name !== null);
    const stop = names.map((name) => find(table.current, name)).find(Boolean) ?? table.current?.querySelector<HTMLElement>('[data-stop]');
    if (stop) makeCurrent(table.current, stop);
  });

  useEffect(() => {
    const element = table.current;
    function reach({ target }: FocusEvent): void {
      const stop = (target as Element | null)?.closest<HTMLElement>('[data-stop]');
      if (!stop) return;
      current.current = stop.dataset.stop ?? null;
      makeCurrent(element, stop);
    }
    element?.addEventListener('focusin', reach);
    return () => element?.removeEventListener('focusin', reach);
  }, [table]);

  return {
    isReached(target: EventTarget): Place | null {
      const [column, at] = ((target as Element).closest<HTMLElement>('[data-stop]')?.dataset.stop ?? '').split(':').map(Number);
      return column === undefined || at === undefined ? null : { column, at };
    },
    moveTo(place: Place): void {
      const stop = find(table.current, nameOf(place));
      stop?.focus();
      stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}

function nameOf({ column, at }: Place): string {
  return `${column}:${at}`;
}

function find(table: HTMLElement | null, name: string): HTMLElement | null | undefined {
  return table?.querySelector<HTMLElement>(`[data-stop="${name}"]`);
}

function makeCurrent(table: HTMLElement | null, stop: HTMLElement): void {
  table?.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]').forEach((one) => (one.tabIndex = -1));
  stop.tabIndex = 0;
}
