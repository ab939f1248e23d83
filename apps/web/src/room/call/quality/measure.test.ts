import { expect, it } from 'vitest';
import { measure, nothingCounted } from './measure.ts';

const report = [
  { type: 'inbound-rtp', kind: 'audio', packetsLost: 2, packetsReceived: 98 },
  { type: 'inbound-rtp', kind: 'video', packetsLost: 8, packetsReceived: 92, framesDecoded: 50 },
  { type: 'outbound-rtp', kind: 'video', framesEncoded: 48, qualityLimitationReason: 'bandwidth' },
  { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.04, roundTripTime: 0.2 },
  { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.01, roundTripTime: 0.2 },
  { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.1, availableOutgoingBitrate: 250_000 },
  { type: 'candidate-pair', nominated: false, state: 'failed', availableOutgoingBitrate: 1 },
];

it('what the browser counts becomes what the rule judges by', () => {
  const { measured, counted } = measure(report, nothingCounted);
  expect(measured).toEqual({ lostThere: 0.04, lostHere: 0.05, roundTripMilliseconds: 100, sendable: 250, isNarrow: true });
  expect(counted).toEqual({ lostHere: 10, receivedHere: 190, framesDecoded: 50, framesEncoded: 48 });
});

it('only what came since the last look counts, and a packet that was late is not lost', () => {
  const before = { ...nothingCounted, lostHere: 12, receivedHere: 90 };
  expect(measure(report, before).measured.lostHere).toBe(0);
});

it('a browser that says nothing is not taken for a bad network', () => {
  expect(measure([], nothingCounted).measured).toEqual({ lostThere: null, lostHere: null, roundTripMilliseconds: null, sendable: null, isNarrow: false });
});
