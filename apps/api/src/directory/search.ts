import MiniSearch, { type SearchOptions } from 'minisearch';

/**
 * Search of services in people's own words: accents, apostrophes, plurals and genders, typing errors and unfinished
 * words are forgiven. Built once for each language, whenever services change; the desk has dozens, not thousands.
 */

export type SearchLanguage = 'it' | 'en';

/** What is searched of a service, in one language, as plain text. */
export interface SearchableService {
  id: string;
  name: string;
  summary: string;
  /** Other words that people use for it: "aprire un negozio". */
  keywords: readonly string[];
  officeName: string;
  /** The rest of its page. */
  body: string;
}

/** The ids of the services that answer the words, the best first; without words all ids, in the order given. */
export type ServiceSearch = (q: string) => string[];

/** What is longer is no search but an attack, or a whole letter pasted; its beginning says enough. */
const maxQueryLength = 200;
const maxQueryTerms = 12;
const maxTermLength = 40;

const weightOfFields = { name: 8, keywords: 5, summary: 2.5, officeName: 1.5, body: 1 };

/** Tried in this order until something is found: every word, then any word, then any word with one more error. */
const attempts: readonly SearchOptions[] = [
  { combineWith: 'AND', fuzzy: forgivenErrors },
  { combineWith: 'OR', fuzzy: forgivenErrors },
  { combineWith: 'OR', fuzzy: (term) => (term.length < 5 ? forgivenErrors(term) : Math.max(2, forgivenErrors(term))) },
];

export function buildServiceSearch(items: readonly SearchableService[], language: SearchLanguage): ServiceSearch {
  const ids = items.map(({ id }) => id);
  const index = indexOf(items, language);

  return function searchServices(q) {
    const terms = [...new Set(termsOf(q.slice(0, maxQueryLength), language))].slice(0, maxQueryTerms);
    if (terms.length === 0) return [...ids];
    return positionsFound(index, terms).flatMap((position) => ids[position] ?? []);
  };
}

/** Services are known to the index by their position, which also settles equal scores. */
function indexOf(items: readonly SearchableService[], language: SearchLanguage): MiniSearch {
  const index = new MiniSearch({
    fields: Object.keys(weightOfFields),
    idField: 'position',
    tokenize: (text) => termsOf(text, language),
    processTerm: (term) => term, // termsOf has done it
  });
  index.addAll(items.map((item, position) => ({ ...item, keywords: item.keywords.join('\n'), position })));
  return index;
}

function positionsFound(index: MiniSearch, terms: readonly string[]): number[] {
  for (const attempt of attempts) {
    const found = index.search(terms.join(' '), {
      ...attempt,
      tokenize: (text) => text.split(' '),
      boost: weightOfFields,
      prefix: (term) => term.length > 1,
    });
    if (found.length > 0) {
      return found.sort((a, b) => b.score - a.score || a.id - b.id).map(({ id }) => id);
    }
  }
  return [];
}

/** How many letters may be wrong, missing or too many: about one in five, none in a number or an abbreviation. */
function forgivenErrors(term: string): number {
  return term.length < 4 || /\d/.test(term) ? 0 : Math.min(3, Math.round(term.length / 5));
}

/** The words that carry meaning, each reduced to the part that its plural and its other gender share. */
function termsOf(text: string, language: SearchLanguage): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 1 && !stopWords[language].has(word))
    .map((word) => stemOf[language](word.slice(0, maxTermLength)));
}

/** Small letters without accents. An apostrophe parts words: it elides (dell'edilizia) or is an accent (identita'). */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const withoutDots = folded.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?/gu, (s) => s.replaceAll('.', '')); // S.C.I.A.
  return withoutDots.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const stemOf: Record<SearchLanguage, (word: string) => string> = {
  /**
   * negozio/negozi, residenza/residenze, pratica/pratiche. Infinitives lose their ending too, so that "costruire" meets
   * "costruzione" and "rinnovare" meets "rinnovo"; not those in -iere, which are nouns (cantiere/cantieri).
   */
  it: (word) =>
    word.length < 5
      ? word
      : word
          .replace(/^(.{5,})(?:are|ire|(?<!i)ere)$/, '$1')
          .replace(/^(.{3,}?)[aeiou]+$/, '$1')
          .replace(/(?<=[cg])h$/, ''),
  /** permits, taxes, companies. */
  en: (word) =>
    word.length < 5
      ? word
      : word
          .replace(/ies$/, 'y')
          .replace(/(?<=ss|x|ch|sh)es$/, '')
          .replace(/(?<![siu])s$/, ''),
};

/** Without accents, and parted at the apostrophe, as `wordsOf` leaves them. Single letters are dropped anyway. */
const stopWords: Record<SearchLanguage, ReadonlySet<string>> = {
  it: new Set(
    `il lo la gli le un uno una di da in con su per tra fra del dello della dei degli delle dell al allo alla ai agli
    alle all dal dallo dalla dai dagli dalle dall nel nello nella nei negli nelle nell sul sullo sulla sui sugli sulle
    sull col coi ed od ma se che chi cui non come dove quando quanto quale quali cosa mi ti si ci vi ne mio mia miei mie
    tuo tua tuoi tue suo sua suoi sue nostro nostra questo questa quest sono ho ha hanno abbiamo essere avere devo deve
    dobbiamo posso puo possiamo vorrei vorremmo voglio volevo bisogna bisogno serve servono fare faccio fa fai fanno
    sapere`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `the an of to for in on at by with from and or not is are be am do does did can could me my we our us you your it
    its this that these those how what where when who which need want would like get have has about please should`.split(
      /\s+/,
    ),
  ),
};
