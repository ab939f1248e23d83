import { describe, expect, it } from 'vitest';

/** Every file of texts is a pair: `x.it.ts` and `x.en.ts`. The compiler keeps their shape equal; here is what it cannot see. */
const italian = import.meta.glob<{ it: object }>('./*.it.ts', { eager: true });
const english = import.meta.glob<{ en: object }>('./*.en.ts', { eager: true });

describe.each(Object.keys(italian).map((file) => file.slice(2, -6)))('the texts of %s', (part) => {
  const it_ = leaves(italian[`./${part}.it.ts`]?.it);
  const en_ = leaves(english[`./${part}.en.ts`]?.en);

  it('are the same in both languages', () => {
    expect([...en_.keys()]).toEqual([...it_.keys()]);
  });

  it('take the same values', () => {
    expect([...en_].map(([path, text]) => [path, arity(text)])).toEqual([...it_].map(([path, text]) => [path, arity(text)]));
  });

  it('are written with care', () => {
    const untidy = [...it_, ...en_].filter(([, text]) => typeof text === 'string' && (/^\s|\s$| {2}|'/.test(text) || text === ''));
    expect(untidy).toEqual([]);
  });
});

it('every text is there in both languages', () => {
  expect(Object.keys(english).map((file) => file.replace('.en.', '.it.'))).toEqual(Object.keys(italian));
});

type Leaf = string | ((...values: never[]) => string);

/** `footer.phone` -> its text */
function leaves(texts: object | undefined, path = ''): Map<string, Leaf> {
  return new Map(
    Object.entries(texts ?? {}).flatMap(([key, value]) => {
      const own = path ? `${path}.${key}` : key;
      return typeof value === 'object' ? [...leaves(value, own)] : [[own, value] as const];
    }),
  );
}

function arity(text: Leaf): number | 'text' {
  return typeof text === 'function' ? text.length : 'text';
}
