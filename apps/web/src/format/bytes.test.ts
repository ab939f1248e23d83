import { expect, test } from 'vitest';
import { formatBytes } from './bytes.ts';

test.each([
  [850, '850 byte'],
  [12_345, '12 kB'],
  [999_400, '999 kB'],
  [1_440_000, '1,4 MB'],
  [20_971_520, '21 MB'],
])('%i bytes are %s', (bytes, written) => {
  expect(formatBytes(bytes, 'it').replaceAll('\u00a0', ' ')).toBe(written);
});
