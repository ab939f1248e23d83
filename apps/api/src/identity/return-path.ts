/** Where a sign-in leads to unless another page was asked for. */
export const firstPage = '/scrivania';
const ours = /^\/(?:scrivania|unione)(?:[/?#]|$)/;
/** What a browser, or a server behind, could read as another address: blanks and controls, backslashes, and slashes or dots in disguise. */
const disguised = /[\\\s\p{Cc}]|%(?:25)*(?:2e|2f|5c|0)/iu;

/** Where to go after a sign-in: a page of the staff on this very site. Anything else becomes the desk's first page (CWE-601). */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 1_000 || !ours.test(asked)) return firstPage;
  const [path = '', ...rest] = asked.split(/(?=[?#])/);
  if (disguised.test(path) || path.includes('//') || /[\\\s\p{Cc}]/u.test(rest.join(''))) return firstPage;
  const isPlain = path.split('/').every((part) => part !== '.' && part !== '..');
  return isPlain ? asked : firstPage;
}
