import { useSyncExternalStore } from 'react';

const phone = '(max-width: 575.98px)';

/** Whether the screen is too narrow for a table of hours. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(phone).matches);
}

function follow(onChange: () => void): () => void {
  const query = matchMedia(phone);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
