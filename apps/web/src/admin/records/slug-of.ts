import type { RecordContent } from '@sportello/contract';

const longestSlug = 100;

/** "Ufficio Tributi e più" -> "ufficio-tributi-e-piu" */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
}

/** Its part of an address made from its Italian name, where nobody wrote one. */
export function withSlug<Content extends RecordContent>(content: Content): Content {
  if (!('slug' in content) || content.slug !== '') return content;
  const { name } = content;
  return { ...content, slug: slugOf(typeof name === 'string' ? name : name.it) };
}
