import type { it } from '../../messages/calendar-links.it.ts';

const mostCharacters = 2000;

/** What can be said of the address of a calendar before it is sent: how to mend it, or null. Whether it can be read knows the server. */
export function mistakeInAddress(typed: string, texts: Pick<typeof it.busy, 'missing' | 'spaces' | 'noScheme' | 'noHost' | 'tooLong'>): string | null {
  const address = typed.trim();
  if (address === '') return texts.missing;
  if (/\s/.test(address)) return texts.spaces;
  const afterScheme = /^(?:https?|webcals?):\/\/(.*)$/i.exec(address)?.[1];
  if (afterScheme === undefined) return texts.noScheme;
  // For the browser "https:///x" would be the site x.
  if (/^[/?#]|^$/.test(afterScheme) || !URL.canParse(`https://${afterScheme}`)) return texts.noHost;
  return address.length > mostCharacters ? texts.tooLong : null;
}
