import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('every setting that the program reads is documented, and no other', () => {
  const config = readFileSync(join(root, 'apps/api/src/config.ts'), 'utf8');
  const read = [...config.matchAll(/setting(?:<[^(]*>)?\(\s*'([A-Z_]+)'/g)].map(([, name]) => name);
  const documented = [...readFileSync(join(root, 'docs/settings.md'), 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(read.length).toBeGreaterThan(8);
  expect(documented.toSorted()).toEqual(read.toSorted());
});
