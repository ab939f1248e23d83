/** As long as the challenge is good: who needs time to find the key gets it (WCAG 2.2.1). */
export const passkeyMilliseconds = 5 * 60_000;

/** Who asks for passkeys: they are bound to the host, and answered only to our own pages. */
export function relyingParty(publicUrl: string): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

/** What a passkey keeps of its owner: the account's id, nothing personal. */
export function userHandleOf(staffId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(staffId, 'utf8'));
}
