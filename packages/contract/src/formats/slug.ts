const longestSlug = 100;

/** The part of an address that is made from a name: "Ufficio Tributi e più" -> "ufficio-tributi-e-piu". */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
}
