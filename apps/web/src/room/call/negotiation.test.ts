import { expect, it } from 'vitest';
import { isPolite, type NegotiationStanding, onConnectionState, onDescription } from './negotiation.ts';

const resting: NegotiationStanding = { isPolite: false, isMakingOffer: false, isTakingAnswer: false, signalingState: 'stable' };

it('of two browsers exactly one gives way', () => {
  expect([isPolite('a', 'b'), isPolite('b', 'a')]).toEqual([true, false]);
});

it.each<[string, Partial<NegotiationStanding>, RTCSdpType, string]>([
  ['an offer is taken by whoever rests', {}, 'offer', 'take'],
  ['an offer that meets one on its way is passed over by whoever does not give way', { isMakingOffer: true }, 'offer', 'ignore'],
  ['an offer that meets one on its way is taken by whoever gives way', { isMakingOffer: true, isPolite: true }, 'offer', 'yield'],
  ['an offer that meets one without its answer is passed over too', { signalingState: 'have-local-offer' }, 'offer', 'ignore'],
  ['an offer behind an answer that is being taken is no meeting of offers', { signalingState: 'have-local-offer', isTakingAnswer: true }, 'offer', 'take'],
  ['an answer is always taken', { signalingState: 'have-local-offer' }, 'answer', 'take'],
])('%s', (_, standing, type, expected) => {
  expect(onDescription({ ...resting, ...standing }, type)).toBe(expected);
});

it('a connection that failed is begun again at once, one that hesitates gets a moment', () => {
  expect((['connected', 'disconnected', 'failed'] as const).map(onConnectionState)).toEqual(['nothing', 'restart-soon', 'restart']);
});
