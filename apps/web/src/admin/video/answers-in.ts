export type Answers =
  | { readonly are: 'given'; readonly code: string; readonly state: string }
  /** Somebody said no at the vendor's, or the vendor did. */
  | { readonly are: 'denied' }
  /** Nobody came from there. */
  | { readonly are: 'missing' };

/** What a vendor sent along in the address (RFC 6749, 4.1.2). */
export function answersIn(query: string): Answers {
  const values = new URLSearchParams(query);
  const [code, state] = [values.get('code'), values.get('state')];
  if (code && state) return { are: 'given', code, state };
  return values.has('error') ? { are: 'denied' } : { are: 'missing' };
}
