import type { ItalianProvince } from '@sportello/contract';
import type { Comune, ItalianComuni } from './list.ts';

/**
 * The comuni that somebody means, the best first: all of a province when its sign or its name is written, else those whose name,
 * or a later word of it, begins with what is written. Case, accents, apostrophes and hyphens make no difference.
 */
export function findComuni({ comuni, provinces }: ItalianComuni, q: string): Comune[] {
  const wanted = plain(q);
  if (wanted === '') return [];
  const province = provinceMeant(provinces, q)?.sign ?? null;
  const found = [...comuni.values()].flatMap((comune) => {
    const rank = rankOf(comune, wanted, province);
    return rank === null ? [] : [{ comune, rank }];
  });
  return found.sort((one, other) => one.rank - other.rank || compare(one.comune.name, other.comune.name)).map(({ comune }) => comune);
}

const { compare } = new Intl.Collator('it');

/** Called so; begins so; in the province; has a word that begins so. null: not meant. */
function rankOf({ name, province: sign }: Comune, wanted: string, province: string | null): number | null {
  const names = name.split('/').map(plain);
  if (names.includes(wanted)) return 0;
  if (province !== null) return sign === province ? 1 : null;
  if (names.some((one) => one.startsWith(wanted))) return 1;
  return names.some((one) => one.includes(` ${wanted}`)) ? 2 : null;
}

/** The province that is written, by its sign or its name in either language; null: none. */
export function provinceMeant(provinces: ItalianComuni['provinces'], q: string): ItalianProvince | null {
  const wanted = plain(q);
  const found = [...provinces].find(([sign, name]) => [sign, ...name.split('/')].some((one) => plain(one) === wanted));
  return found ? { sign: found[0], name: found[1] } : null;
}

/** "Forlì-Cesena" -> "forli cesena"; "Sant'Agata" -> "sant agata" */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
