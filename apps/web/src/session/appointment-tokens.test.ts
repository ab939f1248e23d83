import { afterEach, expect, it, vi } from 'vitest';
import { forgetToken, keepToken, tokenFor } from './appointment-tokens.ts';

afterEach(() => vi.unstubAllGlobals());

it('a link opens its appointment however the code is written, in a browser without storage too', () => {
  keepToken('K7QM-3XRT', 'secret');
  expect(tokenFor('k7qm 3xrt')).toBe('secret');
  expect(tokenFor('K7QM-3XRV')).toBeNull();
  forgetToken('K7QM3XRT');
  expect(tokenFor('K7QM-3XRT')).toBeNull();
});

it('a link is kept by the tab', () => {
  const kept = new Map<string, string>();
  const sessionStorage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => kept.set(name, text), removeItem: (name: string) => kept.delete(name) };
  vi.stubGlobal('window', { sessionStorage });
  keepToken('K7QM-3XRT', 'secret');
  expect([...kept.values()]).toEqual(['secret']);
  forgetToken('K7QM-3XRT');
  expect(kept.size).toBe(0);
});
