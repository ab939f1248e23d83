/** What stands below the union's name; null where nobody has named it yet, and it would stand there twice. */
export function taglineBelow(unionName: string | undefined, site: string): string | null {
  return unionName?.toLowerCase() === site.toLowerCase() ? null : site;
}
