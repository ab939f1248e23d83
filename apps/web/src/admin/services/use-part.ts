import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { partIn, type ServicePart } from './parts.ts';

/**
 * The part of the editor that the address shows. Links to a field of another part, as in the summary of what is wrong, open that
 * part and what is closed around the field.
 */
export function useServicePart(): readonly [ServicePart, (part: ServicePart) => void] {
  const [query, setQuery] = useSearchParams();
  const part = partIn(query);
  const wanted = useRef<HTMLElement | null>(null);

  function show(next: ServicePart): void {
    setQuery((before) => ({ ...Object.fromEntries(before), parte: next }), { preventScrollReset: true });
  }

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      const field = link && document.getElementById(link.hash.slice(1));
      const of = field?.closest<HTMLElement>('[data-part]')?.dataset['part'];
      if (!field || !of) return;
      event.preventDefault();
      if (of === part) return reveal(field);
      wanted.current = field;
      // The parts write their own names there.
      show(of as ServicePart);
    };
    document.addEventListener('click', follow, { capture: true });
    return () => document.removeEventListener('click', follow, { capture: true });
  });

  useEffect(() => {
    if (wanted.current) reveal(wanted.current);
    wanted.current = null;
  }, [part]);

  return [part, show];
}

/** Opens what is closed around a field, and goes there. What holds a question opens for good when something in it has the focus. */
function reveal(field: HTMLElement): void {
  for (let around = field.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (around.dataset['opens'] !== undefined) around.hidden = false;
  }
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
