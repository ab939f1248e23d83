import { useLocation } from 'react-router';

/** Why somebody was led to the sign-in, as the page before said it; null where it said nothing. */
export function useSaid(): 'signed-out' | 'session-over' | null {
  const said = (useLocation().state as { readonly said?: unknown } | null)?.said; // of the history: whatever stood there
  return said === 'signed-out' || said === 'session-over' ? said : null;
}
