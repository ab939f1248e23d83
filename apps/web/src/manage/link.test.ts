import { expect, it } from 'vitest';
import { tokenFor } from '../session/appointment-tokens.ts';
import { takeTokenFromAddress } from './link.ts';
import { manageLink } from './manage-link.ts';

function browserAt(pathname: string, hash: string) {
  const shown = { address: pathname + hash };
  const history = { state: { idx: 3 }, replaceState: (_: unknown, __: string, address?: string | URL | null) => void (shown.address = String(address)) };
  return { shown, location: { pathname, search: '', hash }, history };
}

it('the secret of a link leaves the address bar and stays with the tab', () => {
  const token = 'abcdefghij-ABCDEFGHIJ_0123456789';
  const browser = browserAt('/appuntamento/K7QM-3XRT', `#${token}`);
  expect(takeTokenFromAddress(browser)).toBe(true);
  expect(browser.shown.address).toBe('/appuntamento/K7QM-3XRT');
  expect(tokenFor('K7QM-3XRT')).toBe(token);
  expect(manageLink('https://example.org', 'K7QM-3XRT', token)).toBe(`https://example.org/appuntamento/K7QM-3XRT#${token}`);
});

it.each([
  ['/appuntamento/K7QM-3XRV', ''],
  ['/appuntamento/K7QM-3XRV', '#content'],
  ['/servizi', '#abcdefghij-ABCDEFGHIJ_0123456789'],
])('%s%s holds no secret', (pathname, hash) => {
  const browser = browserAt(pathname, hash);
  expect(takeTokenFromAddress(browser)).toBe(false);
  expect(browser.shown.address).toBe(pathname + hash);
  expect(tokenFor('K7QM-3XRV')).toBeNull();
});
