import type { Comune } from './queries.ts';

/** The province that was written, by its sign or its name in either language; null: the words are the beginning of a name. */
export function provinceMeant(found: readonly Comune[], words: string): Pick<Comune, 'province' | 'province_name'> | null {
  const wanted = plain(words);
  return found.find(({ province, province_name }) => [province, ...province_name.split('/')].some((name) => plain(name) === wanted)) ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
