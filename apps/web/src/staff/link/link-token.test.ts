import { expect, it } from 'vitest';
import { forgetLinkToken, takeLinkToken } from './link-token.ts';

function open(address: string) {
  const shown = { address };
  const { pathname, search, hash } = new URL(address, 'https://example.org');
  const history = { state: { idx: 1 }, replaceState: (_: unknown, __: string, next?: string | URL | null) => void (shown.address = String(next)) };
  return { shown, token: takeLinkToken({ location: { pathname, search, hash }, history }) };
}

it('the secret of a link leaves the address, and is there again after a refresh until it is used', () => {
  const { shown, token } = open('/scrivania/benvenuto?x=1#secret-secret-secret');
  expect(token).toBe('secret-secret-secret');
  expect(shown.address).toBe('/scrivania/benvenuto?x=1');
  expect(open('/scrivania/benvenuto').token).toBe('secret-secret-secret');
  forgetLinkToken();
  expect(open('/scrivania/benvenuto').token).toBeNull();
});

it.each(['/scrivania/benvenuto', '/scrivania/benvenuto#', '/scrivania/benvenuto#content'])('%s carries no secret', (address) => {
  expect(open(address).token).toBeNull();
});
