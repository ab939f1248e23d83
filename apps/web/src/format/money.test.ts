import { expect, it } from 'vitest';
import { formatMoney } from './money.ts';

it('writes money as people of each language do', () => {
  expect(formatMoney(1250, 'it')).toBe('12,50\u00a0€');
  expect(formatMoney(123456, 'it')).toBe('1.234,56\u00a0€');
  expect(formatMoney(5, 'en')).toBe('€0.05');
});
