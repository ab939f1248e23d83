import { expect, test } from 'vitest';
import { canonicalJson, withBlanksAsNull, withoutBlankFields } from './blank-fields.ts';

test('fields that are null or empty are as if they were not there, at every depth', () => {
  const said = { a: null, b: '', c: { d: '', e: null, f: { g: '' } }, h: 'i' };
  expect(withoutBlankFields(said)).toEqual({ c: { f: {} }, h: 'i' });
});

test('what says something stays', () => {
  const said = { zero: 0, no: false, blank: ' ', list: [], object: {}, text: 'null' };
  expect(withoutBlankFields(said)).toEqual(said);
});

test('elements of a list stay, and their fields are judged', () => {
  expect(withoutBlankFields({ list: ['', null, { a: '', b: 1 }] })).toEqual({ list: ['', null, { b: 1 }] });
  expect(withoutBlankFields([{ a: null }])).toEqual([{}]);
});

test.each([5, 'text', true, null])('%j stays what it is', (value) => {
  expect(withoutBlankFields(value)).toBe(value);
});

test('a body nested without end ends somewhere', () => {
  let deep: unknown = { last: '' };
  for (let depth = 0; depth < 60_000; depth += 1) deep = depth % 2 === 0 ? { deep } : [deep];
  expect(() => withoutBlankFields(deep)).not.toThrow();
});

test('where a blank takes away what was there, it stays, as null', () => {
  expect(withBlanksAsNull({ a: null, b: '', c: 'd', e: 0 })).toEqual({ a: null, b: null, c: 'd', e: 0 });
  expect(withBlanksAsNull([''])).toEqual(['']);
});

test('two writings of one value are one text', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: 'x' }], a: null })).toBe(canonicalJson({ a: null, b: [2, { c: 'x', d: 1 }] }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }));
  expect(canonicalJson('a')).toBe('"a"');
});
