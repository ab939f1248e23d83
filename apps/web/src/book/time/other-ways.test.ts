import { expect, it } from 'vitest';
import { place, way } from '../booking.fixture.ts';
import { otherWays } from './other-ways.ts';

it('other ways are every other channel, and every other place of the desk', () => {
  const there = { ...place, id: 'place-2' };
  const ways = [way(), way({ channel: 'desk', places: [place, there] })];
  const named = (others: ReturnType<typeof otherWays>) => others.map((one) => [one.way.channel, one.place?.id]);
  expect(named(otherWays({ way: way(), place: undefined }, ways))).toEqual([
    ['desk', 'place-1'],
    ['desk', 'place-2'],
  ]);
  expect(named(otherWays({ way: way({ channel: 'desk' }), place }, ways))).toEqual([
    ['video', undefined],
    ['desk', 'place-2'],
  ]);
});
