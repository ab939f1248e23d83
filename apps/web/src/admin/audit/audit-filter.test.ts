import { expect, it } from 'vitest';
import { addressOf, filterIn, questionOf } from './audit-filter.ts';

const asked = new URLSearchParams('vista=esportazioni&dal=2026-12-01&al=2026-12-03&persona=ada&azione=reveal&oggetto=person&id=%20p1%20');

it('the filter stands in the address, and comes back from it', () => {
  const filter = filterIn(asked);
  expect(filter).toEqual({ register: 'disclosures', from: '2026-12-01', to: '2026-12-03', staffId: 'ada', action: 'reveal', objectKind: 'person', objectId: 'p1' });
  expect(filterIn(new URLSearchParams(addressOf(filter)))).toEqual(filter);
});

it('the API is asked only what was filled in', () => {
  expect(questionOf(filterIn(new URLSearchParams('azione=reveal')), 'next')).toEqual({ limit: 50, action: 'reveal', cursor: 'next' });
});

it('words that nobody knows are left out', () => {
  expect(questionOf(filterIn(new URLSearchParams('vista=luna&dal=ieri&azione=fly&oggetto=moon')), null)).toEqual({ limit: 50 });
});
