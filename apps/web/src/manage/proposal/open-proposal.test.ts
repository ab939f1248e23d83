import { expect, it } from 'vitest';
import { openProposal } from './open-proposal.ts';

const proposal = { starts_at: '2026-12-03T10:00:00+01:00', ends_at: '2026-12-03T10:30:00+01:00', place: null, message: null, expires_at: '2026-12-03T08:00:00+01:00' };
const end = Date.parse(proposal.expires_at);

it('a proposal waits for its answer until it ends, and not after the request was decided', () => {
  expect(openProposal({ state: 'pending', proposal }, end - 1)).toBe(proposal);
  expect(openProposal({ state: 'pending', proposal }, end)).toBeNull();
  expect(openProposal({ state: 'confirmed', proposal }, end - 1)).toBeNull();
  expect(openProposal({ state: 'pending', proposal: null }, end - 1)).toBeNull();
});
