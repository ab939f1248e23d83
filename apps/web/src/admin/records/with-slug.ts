import { type RecordContent, slugOf } from '@sportello/contract';

/** Its part of an address made from its Italian name, where nobody wrote one. */
export function withSlug<Content extends RecordContent>(content: Content): Content {
  if (!('slug' in content) || content.slug !== '') return content;
  const { name } = content;
  return { ...content, slug: slugOf(typeof name === 'string' ? name : name.it) };
}
