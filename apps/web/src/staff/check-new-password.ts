import type { it } from '../messages/staff-door.it.ts';

const fewestCharacters = 12;

/** What can be said of a new password before it is sent: only its length. Whether it is a common one knows the server. */
export function mistakeInNewPassword(password: string, texts: typeof it.newPassword): string | null {
  if (password === '') return texts.missing;
  const length = [...password].length;
  return length < fewestCharacters ? texts.short(fewestCharacters - length) : null;
}
