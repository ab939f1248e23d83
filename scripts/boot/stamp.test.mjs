import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashOf, isCurrent, writeStamp } from './stamp.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sportello-stamp-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'src/deep/a.ts'), 'a');
  writeFileSync(join(root, 'lock.yaml'), 'lock');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = (facts = ['24.21.0']) => hashOf({ root, paths: ['src', 'lock.yaml', 'not-there.ts'], facts });

describe('a stamp', () => {
  test('stays the same while nothing changes', () => {
    expect(hash()).toBe(hash());
  });

  test.each([
    ['a file changes', () => writeFileSync(join(root, 'src/deep/a.ts'), 'b')],
    ['a file is added', () => writeFileSync(join(root, 'src/b.ts'), '')],
    ['a file is renamed', () => renameSync(join(root, 'src/deep/a.ts'), join(root, 'src/deep/b.ts'))],
    ['a file is removed', () => rmSync(join(root, 'lock.yaml'))],
    ['a missing file appears', () => writeFileSync(join(root, 'not-there.ts'), '')],
  ])('is another one when %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  test('is another one for another Node', () => {
    expect(hash(['24.22.0'])).not.toBe(hash(['24.21.0']));
  });

  test('does not look into installed packages', () => {
    const before = hash();
    mkdirSync(join(root, 'src/node_modules'));
    writeFileSync(join(root, 'src/node_modules/x.js'), '');
    expect(hash()).toBe(before);
  });

  test('is current only once it was written', () => {
    const file = join(root, '.cache/stamp');
    expect(isCurrent(file, hash())).toBe(false);
    writeStamp(file, hash());
    expect(isCurrent(file, hash())).toBe(true);
    expect(isCurrent(file, 'another')).toBe(false);
  });
});
