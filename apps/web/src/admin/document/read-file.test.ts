import { expect, test } from 'vitest';
import { largestBytes, readFile } from './read-file.ts';

const fileOf = (text: string, size = text.length) => ({ size, text: () => Promise.resolve(text) });

test('a document is read', async () => {
  const document = { format: 'sportello-virtuale', version: 1, records: [] };
  expect(await readFile(fileOf(JSON.stringify(document)))).toEqual({ ok: true, document });
});

test.each([
  ['a picture', 'PNG', 'unreadable'],
  ['nothing', '', 'unreadable'],
  ['a list', '[]', 'otherFormat'],
  ['null', 'null', 'otherFormat'],
  ['another document', '{"format":"x","version":1,"records":[]}', 'otherFormat'],
  ['one of a later version', '{"format":"sportello-virtuale","version":2,"records":[]}', 'otherFormat'],
  ['one without records', '{"format":"sportello-virtuale","version":1}', 'otherFormat'],
])('%s is not', async (_, text, why) => expect(await readFile(fileOf(text))).toEqual({ ok: false, why }));

test('what is too large is not even read', async () => {
  const file = { size: largestBytes + 1, text: () => Promise.reject(new Error('read')) };
  expect(await readFile(file)).toEqual({ ok: false, why: 'tooLarge' });
});
