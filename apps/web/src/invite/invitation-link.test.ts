import { expect, it } from 'vitest';
import { invitationToken, takeInvitationFromAddress } from './invitation-link.ts';

function open(hash: string) {
  const shown = { address: `/invito${hash}` };
  const history = { state: null, replaceState: (_: unknown, __: string, address?: string | URL | null) => void (shown.address = String(address)) };
  return { isTaken: takeInvitationFromAddress({ location: { pathname: '/invito', search: '', hash }, history }), shown };
}

it('the secret of an invitation leaves the address bar and stays with the tab, until another is opened', () => {
  expect(open('')).toEqual({ isTaken: false, shown: { address: '/invito' } });
  expect(invitationToken()).toBeNull();
  expect(open('#abcdefghij-ABCDEFGHIJ_0123456789')).toEqual({ isTaken: true, shown: { address: '/invito' } });
  expect(open('#content')).toEqual({ isTaken: false, shown: { address: '/invito#content' } });
  expect(invitationToken()).toBe('abcdefghij-ABCDEFGHIJ_0123456789');
  open('#0123456789-0123456789');
  expect(invitationToken()).toBe('0123456789-0123456789');
});
